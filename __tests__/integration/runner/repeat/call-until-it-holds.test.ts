import { equals, isMissing, isNone, optional } from '../../../../src/assertions';
import { lazy } from '../../../../src/lazy';
import { failureText } from '../../../../src/report/failure-text';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';
import { type AppServer, type Reply, startAppServer } from '../../../support/app-server';
import { runOneScenario } from '../../../support/run-one-scenario';

let app: AppServer;
beforeEach(async () => {
  app = await startAppServer();
});
afterEach(() => app.close());

/** The replies in their order; the last one stays. */
function replies(...all: Reply[]): void {
  app.respond('POST /workflows/v1/metadata', () => (all.length > 1 ? all.shift() : all[0]));
}
const state = (status: string): Reply => ({ json: { success: true, data: { status } } });

const until = (fields: Partial<AnyApiScenario> = {}): Promise<ScenarioResult> =>
  runOneScenario(app.url, {
    api: 'metadata',
    args: {},
    assertThat: { success: true, 'data.status': equals('READY') },
    eventually: { timeout: 5_000, interval: 20 },
    ...fields,
  });

test('is repeated until it holds, through answers that do not and none at all', async () => {
  replies(state('PENDING'), state('PENDING'), { fault: 'half', json: {} }, { status: 503, raw: 'x' }, state('READY'));
  expect(await until()).toMatchObject({
    success: true,
    attempts: 5,
    tries: [
      { status: 200, times: 2, seen: { 'data.status': 'PENDING' } },
      { error: 'REQUEST_FAILED', times: 1 },
      { status: 503 },
      { status: 200, seen: {} },
    ],
  });
});

test('fails when the time is over, with the last states, the checks and the number of attempts', async () => {
  replies(state('PENDING'));
  const result = await until({ eventually: { timeout: 400, interval: 20 } });

  expect(result).toMatchObject({
    success: false,
    error: { code: 'GAVE_UP' },
    outcomes: [{ passed: true }, { passed: false }],
  });
  expect(result.attempts).toBeGreaterThan(2);
  const text = failureText(result);
  expect(text).toMatch(/The checks did not all pass within 400 ms \(\d+ attempts\)\./);
  expect(text).toMatch(/data\.status\n\s+expected: equal to "READY"\n\s+received: "PENDING"/);
  expect(text).toMatch(/\d+ attempts:\n\s+after \d+ ms: 200, data\.status: "PENDING" \(\d+ times\)/);
});

test('a page, or nothing, in between is no answer in which something is missing', async () => {
  replies({ status: 502, raw: '<html></html>' }, { raw: '' }, { json: null }, state('READY'));
  const result = await until({ assertThat: { error: isMissing(), warning: isNone(), hint: optional('x') } });
  expect(result).toMatchObject({ success: true, attempts: 4, response: { status: 200 } });
});

test('what failOn names ends it at once', async () => {
  replies(state('PENDING'), state('FAILED'));
  const result = await until({ eventually: { timeout: 5_000, failOn: { 'data.status': equals('FAILED') } } });

  expect(result).toMatchObject({ success: false, attempts: 2 });
  expect(result.error?.message).toContain('data.status is equal to "FAILED", which matches `failOn`.');
});

test('without any answer to the end, the last reason is told', async () => {
  replies({ fault: 'reset' });
  const result = await until({ eventually: { timeout: 100, interval: 20 } });
  expect(result).toMatchObject({ success: false, outcomes: [], error: { code: 'GAVE_UP' } });
  expect(result.error?.message).toContain('the last attempt got no response');
});

test('what is wrong before anything is sent ends it at once, an update that a lazy made too', async () => {
  expect(await until({ args: { a: undefined } })).toMatchObject({ attempts: 0, error: { code: 'INVALID_ARGS' } });
  const args = lazy(() => ({ configWorkflowId: 'x', configPayload: {} }));
  expect(await until({ api: 'config', args })).toMatchObject({ attempts: 0, error: { code: 'INVALID_ARGS' } });
  expect(app.requests).toEqual([]);
});

test('what can never be sent is not tried again', async () => {
  expect(await until({ headers: { 'not a name': 'x' } })).toMatchObject({ success: false, attempts: 0, outcomes: [] });
  expect(app.requests).toEqual([]);
});

test('failOn may name the response as a whole, and a time that is over leaves one attempt', async () => {
  replies({ json: [] });
  const ended = await until({ eventually: { timeout: 5_000, failOn: { '': equals([]) } } });
  expect(ended.error?.message).toContain('the response is equal to []');
  const late = await until({ eventually: { timeout: 0, interval: 20 } });
  expect(late.error?.message).toContain('(1 attempt).');
});

test('of many different attempts the last six are kept', async () => {
  const all = ['1', '2', '3', '4', '5', '6', '7', 'READY'];
  replies(...all.map(state));
  const { attempts, tries } = await until();
  expect(attempts).toBe(8);
  expect(tries?.map(({ seen }) => seen['data.status'])).toEqual([...all.slice(2, -1), undefined]);
});
