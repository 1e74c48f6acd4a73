import { equals, exists, isMissing } from '../../../src/assertions';
import { createClient } from '../../../src/client/client';
import { resolveOptions } from '../../../src/config/resolve-options';
import { lazy } from '../../../src/lazy';
import type { AnyApiScenario } from '../../../src/runner/build-call';
import { failedResult, runScenario } from '../../../src/runner/run-scenario';
import { type AppServer, startAppServer } from '../../support/app-server';

let app: AppServer;
beforeEach(async () => {
  app = await startAppServer();
});
afterEach(() => app.close());

async function run(fields: Partial<AnyApiScenario>, serverHost = app.url) {
  const assertThat = { success: equals(true) };
  const scenario: AnyApiScenario = { name: 'a', api: 'auth', args: {}, assertThat, ...fields };
  const options = resolveOptions({ config: {}, environment: {}, startedAppUrl: serverHost, options: {} });
  const client = createClient({ serverHost });
  const result = await runScenario({ scenario, options, client, context: {} });
  client.close();
  return result;
}

const credentials = { username: 'test_user', password: 'test_pass' };

test('a scenario whose checks hold has passed, and its result is plain data', async () => {
  const result = await run({ args: { credentials }, description: 'why' });

  expect(result).toMatchObject({
    name: 'a',
    api: 'auth',
    description: 'why',
    success: true,
    status: 'passed',
    attempts: 1,
    request: { method: 'POST', url: `${app.url}/workflows/v1/auth` },
    response: { status: 200, body: { success: true } },
    outcomes: [{ path: 'success', passed: true, found: true, received: true }],
  });
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  expect(result.durationMs).toBeGreaterThan(0);
});

test('all failed checks are kept, not the first', async () => {
  const { success, outcomes } = await run({
    args: { credentials },
    assertThat: { success: equals(false), 'data.stat': exists(), 'data.status': equals('success'), x: isMissing() },
  });

  expect(success).toBe(false);
  expect(outcomes.map(({ path, passed }) => [path, passed])).toEqual([
    ['success', false],
    ['data.stat', false],
    ['data.status', true],
    ['x', true],
  ]);
});

test('nothing is sent when the args hold an undefined', async () => {
  const result = await run({
    args: lazy(() => ({ credentials: { password: process.env['NO_SUCH_VARIABLE'] } })),
    assertThat: { success: equals(false) },
  });

  expect(result).toMatchObject({ success: false, attempts: 0, error: { code: 'INVALID_ARGS' } });
  expect(app.requests).toEqual([]);
});

test.each([
  ['a dead server', undefined, 'REQUEST_FAILED'],
  ['broken JSON', { headers: { 'content-type': 'application/json' }, raw: '{"success": fal' }, 'INVALID_JSON'],
  ['an answer cut in two', { fault: 'half', json: { success: false } }, 'REQUEST_FAILED'],
] as const)('%s fails a scenario that expects a failure', async (_situation, reply, code) => {
  if (reply === undefined) await app.close();
  else app.answer('POST /workflows/v1/auth', reply);

  const result = await run({ assertThat: { success: equals(false), 'data.x': isMissing() } });

  expect(result).toMatchObject({ success: false, status: 'failed', outcomes: [], error: { code } });
  expect(result.request).toMatchObject({ method: 'POST' });
});

test('a scenario that could not run has failed', () => {
  const scenario = { name: 'a', api: 'auth', assertThat: {} } as const;
  expect(failedResult(scenario, new Error('no database'))).toMatchObject({
    success: false,
    attempts: 0,
    error: { code: 'UNKNOWN', message: 'no database' },
  });
});
