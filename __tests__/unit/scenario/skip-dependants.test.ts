import type { Scenario } from '../../../src/scenario/scenario';
import { skipDependants } from '../../../src/scenario/skip-dependants';

const scenario = (name: string, fields: object = {}): Scenario => ({
  name,
  api: 'auth',
  assertThat: { a: 1 },
  ...fields,
});

test('what needs a scenario that does not run does not run either, and says why', () => {
  const scenarios = [
    scenario('start', { skip: true, skipReason: 'until Monday' }),
    { name: 'later', todo: true } as const,
    scenario('look', { needs: ['start'], only: true }),
    scenario('look closer', { needs: ['look'] }),
    scenario('after', { needs: ['later'] }),
    scenario('alone'),
  ];

  expect(skipDependants(scenarios).map(({ name, skip, skipReason }) => [name, skip, skipReason])).toEqual([
    ['start', true, 'until Monday'],
    ['later', undefined, undefined],
    ['look', true, 'needs start, which is skipped'],
    ['look closer', true, 'needs look, which is skipped'],
    ['after', true, 'needs later, which is not written yet'],
    ['alone', undefined, undefined],
  ]);
});

test('what needs a scenario that runs, runs', () => {
  const scenarios = [scenario('start'), scenario('look', { needs: ['start'] })];
  expect(skipDependants(scenarios)).toEqual(scenarios);
});
