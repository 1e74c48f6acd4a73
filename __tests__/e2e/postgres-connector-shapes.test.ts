import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type PostgresConnector, startPostgresConnector } from '../support/postgres-connector';
import { type RecordedExchange, recordedResponses } from '../support/recorded-responses';
import { distinct, shapeOf } from '../support/shape-of';

/** The app has no such route, or no request makes it answer so. */
const NOT_OURS = ['configmaps', 'manifest', 'preflight handler crashes'];

/** Where the recorded app raised an error of its own choice, this one has a source that cannot be reached. */
const OWN_STATUS: Readonly<Record<string, number>> = {
  'auth handler error 401': 503,
  'auth handler crashes': 503,
  'preflight handler error 403': 503,
};

/** Where the recorded app fails, this one refuses the request and says why. */
const REFUSED = ['config update broken JSON', 'vault not an object', 'start wrong type', 'start broken JSON'];

type Fields = Readonly<Record<string, unknown>>;

interface Response {
  readonly status: number;
  readonly contentType: string | null;
  readonly text: string;
}

const ours = recordedResponses.filter(({ label }) => !NOT_OURS.includes(label));
/** Recorded ids → those that this app gave. */
const ids = new Map<string, string>();
let app: PostgresConnector;
let guid: unknown;

beforeAll(async () => {
  app = await startPostgresConnector();
  const credentials = { username: 'connector_owner', password: 'owner-pass-1' };
  const { text } = await send('POST', '/workflows/v1/dev/local-vault', JSON.stringify(credentials));
  guid = fieldsOf(fieldsOf(JSON.parse(text))['data'])['credential_guid'];
}, 60_000);

afterAll(() => app.stop());

test('most of what was recorded is compared', () => {
  expect(ours).toHaveLength(51);
  expect(recordedResponses.map(({ label }) => label)).toEqual(
    expect.arrayContaining([...NOT_OURS, ...Object.keys(OWN_STATUS)]),
  );
});

// In the order of the recording: later requests ask for what earlier ones made.
test.each(ours.map((recorded) => [recorded.label, recorded] as const))('%s', async (label, recorded) => {
  const response = await replay(recorded);
  const { status, contentType, body, text } = recorded.response;
  if (REFUSED.includes(label)) {
    expect([status, response.status]).toEqual([500, 422]);
    expect(JSON.parse(response.text)).toMatchObject({
      success: false,
      message: expect.stringMatching(/^Invalid request: /),
    });
    return;
  }

  expect(response.status).toBe(OWN_STATUS[label] ?? status);
  expect(response.contentType).toBe(contentType);
  if (text !== undefined) {
    expect(response.text).toBe(text);
    return;
  }
  const received: unknown = JSON.parse(response.text);
  rememberIds(body, received);
  expect(comparable(label, received)).toEqual(comparable(label, body));
  if (!(label in OWN_STATUS)) expect(verdict(received)).toEqual(verdict(body));
});

test('the cause of a failed workflow stands in the log only', () => {
  expect(app.log()).toMatch(/ERROR Workflow FAILED: postgres-\S+ Databases not found: NOPE/);
});

test('the log has a line for the start and the end of each request, and no password', () => {
  expect(app.log()).toMatch(/Request started: method=POST path=\/workflows\/v1\/auth request_id=(\S+)/);
  expect(app.log()).toMatch(/Request completed: .* request_id=\S+ status_code=401 duration_ms=\d+\.\d\d/);
  expect(app.log()).not.toContain('pass-1');
});

test('nothing is left of an app that was ended', async () => {
  const second = await startPostgresConnector();
  const folder = await outputFolderOf(second);
  expect(existsSync(folder)).toBe(true);

  await second.stop();

  expect(existsSync(folder)).toBe(false);
  const [, owner] = /postgres-connector-(\d+)-/.exec(folder) ?? [];
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`postgres-connector-${owner}-`))).toEqual([]);
  const [, port] = /PostgreSQL listens on 127\.0\.0\.1:(\d+)/.exec(second.log()) ?? [];
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
}, 60_000);

async function replay({ request, label }: RecordedExchange): Promise<Response> {
  const path = withOurIds(request.path);
  if (/^(status|result|stop) (completed|failed)$/.test(label)) await ended(path);
  const { rawBody, body } = request;
  return send(request.method, path, rawBody ?? (body === undefined ? undefined : JSON.stringify(adapt(path, body))));
}

/** Waits for the workflow of a path, as the recording did. */
async function ended(path: string): Promise<void> {
  const workflowId = path.split('/')[4];
  await send('GET', `/workflows/v1/result/${workflowId}?wait=true`);
}

async function send(method: string, path: string, body?: string, url = app.url): Promise<Response> {
  const response = await fetch(url + path, { method, ...(body === undefined ? {} : { body }) });
  return { status: response.status, contentType: response.headers.get('content-type'), text: await response.text() };
}

/** The recorded app's users and hosts → those of this one; a workflow's credentials come from the vault. */
function adapt(path: string, body: unknown): unknown {
  const text = JSON.stringify(body)
    .replaceAll('test_user', 'connector_owner')
    .replaceAll('test_pass', 'owner-pass-1')
    .replaceAll('"reader"', '"connector_reader"')
    .replaceAll('reader_pass', 'reader-pass-1')
    .replace('{"key":"host","value":"x"},', '')
    .replace('"host":"x",', '')
    .replace(/\{"key":"host","value":"(refuse|explode)"\}/, '{"key":"port","value":"1"}');
  const adapted = fieldsOf(JSON.parse(text));
  return path === '/workflows/v1/start' ? { ...adapted, credential_guid: guid } : adapted;
}

function rememberIds(recorded: unknown, received: unknown): void {
  const [theirs, own] = [recorded, received].map((body) => fieldsOf(fieldsOf(body)['data']));
  for (const name of ['workflow_id', 'run_id']) {
    if (typeof theirs?.[name] === 'string') ids.set(String(theirs[name]), String(own?.[name]));
  }
}

function withOurIds(text: string): string {
  return [...ids].reduce((result, [theirs, own]) => result.replaceAll(theirs, own), text);
}

/** The structure, without what is an app's own: the names of its checks, and the counts in a workflow's result. */
function comparable(label: string, body: unknown): unknown {
  const fields = fieldsOf(body);
  if (label.startsWith('preflight') && 'data' in fields) {
    const { status: _status, checks: _checks, ...byName } = fieldsOf(fields['data']);
    return shapeOf({ ...fields, data: distinct(Object.values(byName).map(shapeOf)) });
  }
  if (label === 'result completed') {
    const data = fieldsOf(fields['data']);
    const { status, metrics, artifacts } = fieldsOf(data['result']);
    return shapeOf({ ...fields, data: { ...data, result: { status, metrics, artifacts } } });
  }
  return shapeOf(body);
}

/** The values that must be the same as well. */
function verdict(body: unknown): unknown {
  const { success, detail, data, preflight } = fieldsOf(body);
  const { status } = fieldsOf(preflight ?? data);
  return { success, status, detail: typeof detail === 'string' ? withOurIds(detail) : detail };
}

async function outputFolderOf({ url }: PostgresConnector): Promise<string> {
  const credentials = JSON.stringify({ username: 'connector_owner', password: 'owner-pass-1' });
  const vault = await send('POST', '/workflows/v1/dev/local-vault', credentials, url);
  const { credential_guid } = fieldsOf(fieldsOf(JSON.parse(vault.text))['data']);
  const input = JSON.stringify({ credential_guid, workflow_id: 'one', metadata: { extraction_delay_ms: 0 } });
  await send('POST', '/workflows/v1/start', input, url);
  const { text } = await send('GET', '/workflows/v1/result/one?wait=true', undefined, url);
  return String(fieldsOf(fieldsOf(fieldsOf(JSON.parse(text))['data'])['result'])['output_path']);
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
