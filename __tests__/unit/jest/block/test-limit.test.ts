import { concurrentLimit, MARGIN_MS, testLimit, turnLimit } from '../../../../src/jest/block/test-limit';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';

const options = { timeout: 1_000, hookTimeout: 10, workflowTimeout: 100_000 };
const scenario = (name: string, fields: Partial<AnyApiScenario> = {}): AnyApiScenario => ({
  name,
  api: 'auth',
  assertThat: { success: true },
  ...fields,
});
const limit = (fields: Partial<AnyApiScenario>, others: AnyApiScenario[] = []) =>
  testLimit(scenario('a', fields), options, others as never) - MARGIN_MS;

/** The last look may begin in time and end a second later; then the workflow is stopped, and its end is read. */
const AFTER_THE_WAIT = 1_000 + 10_000 + 10_000;

test.each<[string, Partial<AnyApiScenario>, number]>([
  ['its lazies, buildCredentials and one request', {}, 20 + 1_000],
  ['a timeout of its own', { timeout: 5_000 }, 20 + 5_000],
  ['contract, vault and start of a workflow', { api: 'workflow' }, 20 + 3_000],
  ['a wait', { api: 'workflow', waitFor: 'FAILED' }, 20 + 3_000 + 100_000 + AFTER_THE_WAIT],
  [
    'one that a path asks for',
    { api: 'workflow', assertThat: { $workflow: {} } },
    20 + 3_000 + 100_000 + AFTER_THE_WAIT,
  ],
  [
    'a limit of its own',
    { api: 'workflow', waitFor: 'FAILED', workflowTimeout: 9_000 },
    20 + 3_000 + 9_000 + AFTER_THE_WAIT,
  ],
  ['retries and the pauses before them', { retries: 2 }, 20 + 1_000 + 2 * (1_000 + 2_000)],
  ['what is repeated, with the last attempt', { eventually: { timeout: 7_000 } }, 20 + 7_000 + 1_000],
])('is the sum of its parts: %s', (_part, fields, expected) => {
  expect(limit(fields)).toBe(expected);
});

test('has time for all that it needs, with their hooks, each once', () => {
  const start = scenario('start', { timeout: 50 });
  const probe = scenario('look', { needs: ['start'], timeout: 400 });
  const all = [start, probe, scenario('other', { timeout: 9_999 })];

  expect(limit({ needs: ['look', 'start'] }, all)).toBe(20 + 1_000 + (4 * 10 + 50) + (4 * 10 + 400));
});

test('where scenarios run at the same time, a test may have to wait for all of its block', () => {
  const [one, two] = [scenario('one'), scenario('two', { timeout: 7_000 })];
  expect(turnLimit(one, options)).toBe(20 + 1_000 + 20 + MARGIN_MS);
  expect(concurrentLimit(options, [one, two, { name: 'three', todo: true }] as never)).toBe(
    turnLimit(one, options) + turnLimit(two, options) + MARGIN_MS,
  );
  // More than setTimeout can count would end the test at once.
  const many = Array.from({ length: 1_000 }, () => scenario('a', { timeout: 2 ** 31 - 1 }));
  expect(concurrentLimit(options, many as never)).toBe(2 ** 31 - 1);
});
