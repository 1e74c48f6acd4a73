import { setImmediate } from 'node:timers/promises';
import type { AuthArgs } from '../../../src/apis/connector-apis';
import { equals, exists, isMissing } from '../../../src/assertions';
import { createClient } from '../../../src/client/client';
import { resolveOptions } from '../../../src/config/resolve-options';
import { lazy, type NeededResponse } from '../../../src/lazy';
import { pruneResult } from '../../../src/report/cut/prune-result';
import { failureText } from '../../../src/report/failure-text';
import { alsoFailed, failedResult } from '../../../src/runner/failed-result';
import type { Progress } from '../../../src/runner/progress';
import { redactResult } from '../../../src/runner/redact-result';
import { neededResponse, type ScenarioRun } from '../../../src/runner/run-scenario';
import type { ScenarioResult } from '../../../src/runner/scenario-result';
import type { WorkflowRun } from '../../../src/runner/workflow/poll-workflow';
import type { AnyApiScenario } from '../../../src/scenario/scenario';
import { type AppServer, startAppServer } from '../../support/app-server';
import { runOneScenario } from '../../support/run-one-scenario';
import { HALF_CHARACTERS, UNSENDABLE_ARGS, UNSENDABLE_HEADERS, unsendableText } from '../../support/unsendable-samples';

let app: AppServer;
beforeEach(async () => {
  app = await startAppServer();
});
afterEach(() => app.close());

const run = (fields: Partial<AnyApiScenario>, around: Partial<ScenarioRun> = {}) =>
  runOneScenario(app.url, { args: {}, assertThat: { success: equals(true) }, ...fields }, around);

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

test.each(UNSENDABLE_ARGS)(
  'args with %s fail the scenario with the field, and nothing is sent',
  async (_what, make, field) => {
    const given: unknown[] = [make(), lazy(make), { ...make(), other: lazy(() => 1) }];
    for (const api of ['auth', 'workflow'] as const) {
      for (const args of given) {
        const result = await run({ api, args } as never);
        expect(result).toMatchObject({ success: false, attempts: 0, error: { code: 'INVALID_ARGS' } });
        expect(result.error?.message).toMatch(unsendableText(field));
      }
    }
    expect(app.requests).toEqual([]);
  },
);

test.each<readonly [what: string, fields: object, name: string]>([
  ...UNSENDABLE_HEADERS.map(([what, headers, name]) => [what, { headers }, name] as const),
  ...HALF_CHARACTERS.map((half) => ['half of a character in the query', { query: { q: half } }, 'query.q'] as const),
  ['half of a character in the endpoint', { endpoint: '/a\ud800' }, 'Invalid path'],
  ['half of a character in the entry point', { entrypoint: '\ud800' }, 'query.entrypoint'],
  ['NaN in the query', { query: { q: NaN } }, 'query.q'],
  ['a Map of headers', { headers: new Map([['x-a', 'b']]) }, 'headers'],
])('%s fails the scenario, given as it is and by a lazy, and nothing is sent', async (_what, fields, name) => {
  const [[field, value]] = Object.entries(fields) as [[string, never]];
  for (const given of [value, lazy(() => value)]) {
    if (field === 'endpoint' && given !== value) continue;
    const result = await run({ api: 'workflow', args: { credentials }, [field]: given } as never);
    expect(result).toMatchObject({ success: false, attempts: 0, error: { code: 'INVALID_ARGS' } });
    expect(result.error?.message).toContain(name);
  }
  expect(app.requests).toEqual([]);
});

test('the result has what was sent: as JSON, made once', async () => {
  const args = { since: new Date(0), at: lazy(() => new URL('http://a/b')), list: [Buffer.from('a')] };
  const { request } = await run({ args, assertThat: { success: equals(false) } });
  expect(request?.body).toEqual({
    since: '1970-01-01T00:00:00.000Z',
    at: 'http://a/b',
    list: [{ type: 'Buffer', data: [97] }],
  });
  expect(request?.body).toEqual(app.requests[0]?.body);
});

test('what is nested as deeply as may be is sent, and told', async () => {
  const levels = 990;
  const args = JSON.parse(`${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`) as AuthArgs;
  const result = await run({ args: lazy(() => args), assertThat: { success: isMissing() } });
  expect(app.requests[0]?.text).toBe(JSON.stringify(args));
  expect(failureText(redactResult(pruneResult(result)))).toContain('Sent:');
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
  else app.respond('POST /workflows/v1/auth', reply);

  const result = await run({ assertThat: { success: equals(false), 'data.x': isMissing() } });

  expect(result).toMatchObject({ success: false, status: 'failed', outcomes: [], error: { code } });
  expect(result.request).toMatchObject({ method: 'POST' });
});

test.each([
  ['a string', 'no token', 'no token'],
  ['nothing', undefined, 'undefined'],
  ['an object', { code: 7, password: 'open sesame' }, '{"code": 7, "password": "[redacted]"}'],
])('a lazy that throws %s fails its scenario', async (_what, thrown, told) => {
  const args = lazy(() => {
    throw thrown;
  });
  const result = await run({ args });
  expect(result).toMatchObject({ success: false, error: { code: 'LAZY_FAILED' } });
  expect(result.error?.message).toContain(`Why: ${told}`);
  expect(app.requests).toEqual([]);
});

describe('a scenario that waits for its workflow', () => {
  const workflow = (states: readonly string[], fields: Partial<AnyApiScenario> = {}) =>
    run({ api: 'workflow', args: { metadata: { states } }, pollingInterval: 20, ...fields });

  test('passes when it has ended so, and its checks can look at the end', async () => {
    const assertThat = {
      success: equals(true),
      '$workflow.status': equals('COMPLETED'),
      '$workflow.result.n': equals(3),
      '$workflow.durationMs': (took: number) => took > 0,
    };
    const result = await workflow(['RUNNING', 'COMPLETED'], { assertThat });

    expect(result.outcomes.filter(({ passed }) => !passed)).toEqual([]);
    expect(result).toMatchObject({ success: true, workflow: { polls: 2, ending: 'final' }, response: { status: 200 } });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('fails when it has ended otherwise, though all its checks hold; what the end did not bring is told once', async () => {
    const assertThat = { success: equals(true), '$workflow.result': exists() };
    expect(await workflow(['FAILED'], { assertThat, waitFor: 'COMPLETED' })).toMatchObject({
      success: false,
      error: { code: 'WORKFLOW_UNEXPECTED_STATE' },
      outcomes: [{ path: 'success', passed: true }],
    });
  });

  test('a start that was refused fails it with the answer’s checks beside', async () => {
    app.respond('POST /workflows/v1/start', { status: 500, json: { detail: 'Failed to start workflow' } });
    expect(await workflow([], { waitFor: 'COMPLETED' })).toMatchObject({
      error: { code: 'WORKFLOW_NOT_STARTED' },
      outcomes: [{ path: 'success', passed: false }],
    });
  });

  test('sends its headers with each look, and hands its workflow to whoever may have to stop it first', async () => {
    const stopped: string[] = [];
    const polls = () => app.requests.filter(({ method }) => method === 'GET');
    const add = async ({ workflowId }: WorkflowRun) => {
      await setImmediate();
      expect(polls()).toEqual([]);
      return () => void stopped.push(workflowId);
    };
    const seen: string[] = [];
    const progress: Progress = (text, work) => work().finally(() => seen.push(text()));
    const scenario = { name: 'a', api: 'workflow', assertThat: { success: true }, waitFor: 'COMPLETED' } as const;
    await run({ ...scenario, headers: { authorization: 'x' } }, { workflows: { add }, progress });

    expect(polls().map(({ headers }) => headers.authorization)).toEqual(['x', 'x']);
    expect(stopped).toEqual([expect.stringMatching(/^demo-/)]);
    expect(seen).toEqual([expect.stringMatching(/^waiting for COMPLETED of workflow demo-.*: COMPLETED$/)]);
  });

  test('one that waits for nothing asks nothing more', async () => {
    expect(await workflow(['RUNNING'])).toMatchObject({ success: true });
    expect(app.requests.filter(({ method }) => method === 'GET')).toEqual([]);
  });
});

test('what fails afterwards hides nothing that failed before', async () => {
  const passed = await run({ args: { credentials } });
  expect(alsoFailed(passed, 'afterScenario', new Error('no room'))).toMatchObject({
    success: false,
    status: 'failed',
    error: { code: 'UNKNOWN', message: 'no room' },
  });
  const failed = await run({ args: { a: undefined } });
  const { error } = alsoFailed(failed, 'afterScenario', new Error('no room'));
  expect(error).toMatchObject({ code: 'INVALID_ARGS' });
  expect(error?.message).toMatch(/^a is undefined; nothing was sent\.[^]*\n\nafterScenario also failed: no room$/);
});

test('a scenario that could not run has failed', () => {
  const scenario = { name: 'a', api: 'auth', assertThat: {} } as const;
  expect(failedResult(scenario, new Error('no database'))).toMatchObject({
    success: false,
    attempts: 0,
    error: { code: 'UNKNOWN', message: 'no database' },
  });
});

describe('an integer that a number cannot hold', () => {
  const BIG = 9007199254740993n;
  const JSON_TYPE = { 'content-type': 'application/json' };
  const respond = (raw: string) => app.respond('POST /workflows/v1/auth', { raw, headers: JSON_TYPE });

  test('is compared exactly, and kept', async () => {
    respond('{"id":9007199254740993}');
    expect(await run({ assertThat: { id: BIG } })).toMatchObject({ success: true, response: { body: { id: BIG } } });
    const { success, outcomes } = await run({ assertThat: { id: equals(9007199254740992), '': { id: BIG - 1n } } });
    expect(success).toBe(false);
    expect(outcomes.map(({ passed, received }) => [passed, received])).toEqual([
      [false, BIG],
      [false, { id: BIG }],
    ]);
    expect(outcomes[0]?.reason).toContain('write 9007199254740993n');
  });

  test('is sent again as it came', async () => {
    respond('{"id":9007199254740993}');
    const needed = { first: neededResponse(await run({ name: 'first' })) as NeededResponse };
    const args = lazy(({ results }) => ({ id: results['first']?.body.id as unknown, metadata: { ids: [BIG] } }));
    const result = await run({ name: 'second', needs: ['first'], args, assertThat: { id: BIG } }, { needed });
    expect(result).toMatchObject({ success: true, request: { body: { id: BIG } } });
    expect(app.requests.at(-1)?.text).toBe('{"id":9007199254740993,"metadata":{"ids":[9007199254740993]}}');
  });

  test('tells attempts apart', async () => {
    let id = BIG;
    app.respond('POST /workflows/v1/auth', () => ({ raw: `{"id":${(id += 1n)}}`, headers: JSON_TYPE }));
    const eventually = { timeout: 400, interval: 100 };
    const { tries = [] } = await run({ eventually, allowShortTimeout: true, assertThat: { id: equals(0n) } });
    expect(tries.length).toBeGreaterThan(1);
    expect(tries[0]).toMatchObject({ times: 1, seen: { id: BIG + 1n } });
  });

  test('fits an input contract that names the border of 64 bits', async () => {
    const schema = '{"properties":{"id":{"type":"integer","maximum":9223372036854775807}}}';
    app.respond('GET /workflows/v1/input-contract', { raw: schema, headers: JSON_TYPE });
    const fields = { api: 'workflow', assertThat: { success: true } } as const;
    const reported: string[] = [];
    const around = { contracts: new Map(), report: (line: string) => void reported.push(line) };
    expect(await run({ ...fields, args: { id: 9223372036854775807n } }, around)).toMatchObject({ success: true });
    const { error } = await run({ ...fields, args: { id: 9223372036854775808n } }, around);
    expect(error?.message).toContain('at "id": it must be <= 9223372036854775807, received 9223372036854775808n');
    expect(reported).toEqual([]);
  });
});

describe('a kept connection that is reset', () => {
  const apis = { search: { method: 'POST', path: '/s', reads: true }, create: { method: 'POST', path: '/s' } } as const;
  const onKept = async (fields: object): Promise<ScenarioResult> => {
    const client = createClient({ serverHost: app.url, apis });
    await client.health();
    const given = { config: {}, environment: {}, startedAppUrl: app.url, options: { apis } };
    return run(fields, { client, options: resolveOptions(given) });
  };

  test.each([{}, { retries: 1 }, { eventually: { timeout: 1_000 } }])(
    'what reads is sent again, and counted (%j)',
    async (fields) => {
      app.respond('POST /s', ({ connection }) => (connection === 1 ? { fault: 'reset' } : { json: { success: true } }));
      expect(await onKept({ api: 'search', ...fields })).toMatchObject({
        success: true,
        attempts: 2,
        tries: [{ error: 'REQUEST_FAILED', times: 1 }, { status: 200 }],
      });
    },
  );

  test('the failure shows it', async () => {
    app.respond('POST /s', ({ connection }) => (connection === 1 ? { fault: 'reset' } : { json: { success: false } }));
    const text = failureText(await onKept({ api: 'search' }));
    expect(text).toMatch(/→ 200 OK in \d+ ms \(attempt 2\)/);
    expect(text).toMatch(/2 attempts:\s+after 0 ms: no response \(REQUEST_FAILED\)\s+after 0 ms: 200/);
  });

  test.each([{}, { retries: 2 }])('what writes is not sent again (%j)', async (fields) => {
    app.respond('POST /s', { fault: 'reset', delay: 20 });
    expect(await onKept({ api: 'create', ...fields })).toMatchObject({
      attempts: 1,
      error: { code: 'REQUEST_FAILED' },
    });
    expect(app.requests.filter(({ path }) => path === '/s')).toHaveLength(1);
  });

  test.each([
    ['search', 502, 3],
    ['search', 503, 3],
    ['create', 502, 1],
    ['create', 503, 3],
    ['create', 504, 1],
  ])('retries: %s after %d is sent %d times', async (api, status, times) => {
    app.respond('POST /s', { status, raw: 'x' });
    expect(await onKept({ api, retries: 2 })).toMatchObject({ attempts: times });
    expect(app.requests.filter(({ path }) => path === '/s')).toHaveLength(times);
  });
});
