import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';
import { type AppServer, type Reply, startAppServer } from '../../../support/app-server';
import { runOneScenario } from '../../../support/run-one-scenario';
import { freePort } from '../../../support/scripted-app';

let app: AppServer;
beforeEach(async () => {
  app = await startAppServer();
});
afterEach(() => app.close());

const right = { args: { credentials: { username: 'test_user', password: 'test_pass' } } };
const ROUTES = {
  auth: 'POST /workflows/v1/auth',
  start: 'POST /workflows/v1/start',
  config: 'POST /workflows/v1/config/x',
};

/** The server replies so the first time. */
const once = (route: keyof typeof ROUTES, reply: Reply): void => {
  let times = 0;
  app.respond(ROUTES[route], () => ((times += 1) === 1 ? reply : undefined));
};

const retried = (fields: Partial<AnyApiScenario> = {}): Promise<ScenarioResult> =>
  runOneScenario(app.url, { ...right, retries: 2, ...fields });

test.each<[string, Reply]>([
  ['503', { status: 503, raw: 'starting' }],
  ['502', { status: 502, raw: 'Bad Gateway' }],
  ['504', { status: 504, raw: 'Gateway Timeout' }],
  ['a connection dropped without an answer', { fault: 'reset' }],
])('%s is tried again, and the attempts are counted', async (_what, reply) => {
  once('auth', reply);
  expect(await retried()).toMatchObject({ success: true, attempts: 2, tries: [{ times: 1 }, { status: 200 }] });
});

test.each<[string, Reply]>([
  ['500 of the app', { status: 500, json: { detail: 'Internal server error' } }],
  ['401', { status: 401, json: { success: false } }],
  ['an answer that breaks off', { fault: 'half', json: { success: true } }],
  ['broken JSON', { headers: { 'content-type': 'application/json' }, raw: '{"success": tr' }],
])('%s reached the app, and is not', async (_what, reply) => {
  once('auth', reply);
  const result = await retried();
  expect(result).toMatchObject({ success: false, attempts: 1 });
  expect(result).not.toHaveProperty('tries');
});

test('what the checks expect is not repeated', async () => {
  once('auth', { status: 503, raw: 'x' });
  expect(await retried({ assertThat: { '$http.status': 503 } })).toMatchObject({ success: true, attempts: 1 });
});

test('after the last retry the failure tells of all', async () => {
  app.respond(ROUTES.auth, { status: 503, raw: 'x' });
  expect(await retried()).toMatchObject({ success: false, attempts: 3, tries: [{ status: 503, times: 3 }] });
});

test.each<[string, Reply]>([
  ['503', { status: 503, json: { detail: 'Workflow execution not configured.' } }],
  ['a dropped connection', { fault: 'reset' }],
])('no workflow is started twice: %s', async (_what, reply) => {
  app.respond(ROUTES.start, reply);
  expect(await retried({ api: 'workflow', args: {} })).toMatchObject({ success: false, attempts: 1 });
  expect(app.requests).toHaveLength(1);
});

test('an update may have been done when its connection drops; 503 was in front of it', async () => {
  const update = { api: 'config', args: { configWorkflowId: 'x', configPayload: {} } } as const;
  once('config', { fault: 'reset' });
  expect(await retried(update)).toMatchObject({ attempts: 1, error: { code: 'REQUEST_FAILED' } });
  once('config', { status: 503, raw: 'x' });
  expect(await retried(update)).toMatchObject({ success: true, attempts: 2 });
});

test.each([
  ['a workflow', { api: 'workflow', args: {} }],
  ['its vault', { api: 'workflow', ...right }],
] as const)('a refused connection is tried again, for %s too', async (_what, fields) => {
  const port = await freePort();
  const result = await runOneScenario(`http://127.0.0.1:${port}`, { ...fields, retries: 1 });
  expect(result).toMatchObject({ success: false, attempts: 2, tries: [{ times: 2 }] });
});

test('what is wrong before anything is sent is not repeated', async () => {
  expect(await retried({ args: { a: undefined } })).toMatchObject({ attempts: 0, error: { code: 'INVALID_ARGS' } });
});

test('what can never be sent is not tried again', async () => {
  const result = await retried({ headers: { 'not a name': 'x' } });
  expect(result).toMatchObject({ success: false, attempts: 0 });
  expect(result).not.toHaveProperty('tries');
  expect(app.requests).toEqual([]);
});
