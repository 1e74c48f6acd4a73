import { ambiguousNames, CurrentScenario } from '../../../../src/jest/block/current-scenario';
import type { Scenario } from '../../../../src/scenario/scenario';

const scenario = (name: string): Scenario => ({ name, api: 'auth', assertThat: { success: true } });

test('a scenario is found by the full name of its test, inside of blocks of the user’s too', () => {
  const current = new CurrentScenario('auth', [scenario('valid'), scenario('invalid')]);
  expect(current.of('my app auth valid').name).toBe('valid');
  expect(current.of('my app auth invalid').name).toBe('invalid');
  expect(() => current.of('my app auth other')).toThrow('No scenario of "auth" has the test name');
});

test.each([
  ['auth', ['valid', 'auth valid'], ['auth valid']],
  ['q', ['q', 'q q'], ['q q']],
  ['auth', ['valid', 'valid again', 'not valid'], []],
] as const)('in the block %s, of %j hooks could not tell %j', (block, names, ambiguous) => {
  const problems = ambiguousNames(block, names.map(scenario));
  expect(problems.map(({ where }) => where)).toEqual(ambiguous.map((name) => `scenario "${name}"`));
});
