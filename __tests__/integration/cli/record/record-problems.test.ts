import { readFileSync, writeFileSync } from 'node:fs';
import type { Reply } from '../../../support/app-server';
import { OUT, readSettings, recordingProject } from '../../../support/recording';

jest.mock('../../../../src/cli/doctor/jest-settings', () => ({
  readJestSettings: (jest: unknown, rootDir: string) => readSettings(jest, rootDir),
}));

const project = recordingProject();
const { record } = project;
const into = (...args: string[]) => record('--out', OUT, ...args);

test.each<[string, readonly string[], RegExp]>([
  ['nothing', [], /options: expected --api <name> or --all/],
  ['both', ['--api', 'auth', '--all'], /received: both/],
  [
    'an unknown API',
    ['--api', 'serach'],
    /--api: expected one of auth, .*, search, save received: "serach" did you mean: search/,
  ],
  ['no JSON', ['--api', 'auth', '--args', '{a}'], /--args: expected JSON, or @ and the path of a file/],
  ['a missing file', ['--api', 'auth', '--args', '@nope.json'], /expected a file that can be read/],
  [
    'a secret',
    ['--api', 'auth', '--args', '{"credentials":{"password":"unknown-9x"}}'],
    /credentials\.password: expected a value of an environment variable/,
  ],
  ['a variable that is not set', ['--api', 'auth', '--args', '{"a":"${NOPE}"}'], /the variable NOPE to be set/],
  ['a name that is no identifier', ['--api', 'auth', '--name', '1 a'], /--name: expected a name of letters/],
  ['a reserved word', ['--api', 'auth', '--name', 'delete'], /--name: expected a name of letters/],
  ['a missing folder', ['--api', 'auth', '--out', 'nope/a.ts'], /--out: expected a file in a folder that exists/],
  ['another ending', ['--api', 'auth', '--out', 'a.txt'], /--out: expected a file that ends with \.ts/],
  ['a folder', ['--api', 'auth', '--out', '.'], /--out: expected a file, such as/],
  ['a test', ['--api', 'auth', '--out', 'a.test.js'], /--out: expected a file of scenarios, not a test/],
  ['a workflow without --writes', ['--api', 'workflow'], /expected --writes as well/],
  [
    'a configuration without --writes',
    ['--api', 'config', '--args', '{"configWorkflowId":"a","configPayload":1}'],
    /expected --writes as well/,
  ],
  ['a custom POST without --writes', ['--api', 'save'], /expected --writes as well/],
  ['a configuration without an id', ['--api', 'config'], /configWorkflowId: expected the id of a configuration/],
  ['arguments for all', ['--all', '--args', '{}'], /--args: expected --api <name> instead of --all/],
  [
    'several at once',
    ['--api', 'atuh', '--args', '{', '--name', '', '--out', 'nope/a.xyz'],
    /1\. --api[^]*2\. --args[^]*3\. --name[^]*4\. --out/,
  ],
])('%s is refused before anything is sent', async (_what, args, message) => {
  const files = project.files();
  const { exitCode, printed, notices } = await record(...args);
  expect([exitCode, printed]).toEqual([2, '']);
  expect(notices).toMatch(message);
  expect(notices).not.toContain('unknown-9x');
  expect([project.app.requests, project.files()]).toEqual([[], files]);
});

test.each<[string, string, RegExp]>([
  [
    'an export of that name',
    'module.exports = { authValid: 1 };\n',
    /--name: expected a name that is not taken received: "auth_valid", and recorded\.scenarios\.js exports authValid example: --name auth_valid_2/,
  ],
  ['a declaration of that name', 'const authValid = 1;\n', /declares authValid/],
  ['a scenario of that name', "exports.a = [{ name: 'auth_valid' }];\n", /has a scenario of this name/],
  ['an error', 'const = ;\n', /--out: expected a file that parses received: recorded\.scenarios\.js, line 1: /],
])('a file with %s stays as it is', async (_what, text, message) => {
  writeFileSync(OUT, text);
  const { exitCode, notices } = await into('--api', 'auth');
  expect([exitCode, readFileSync(OUT, 'utf8'), project.app.requests]).toEqual([2, text, []]);
  expect(notices).toMatch(message);
});

test('a file whose names are in the way stays as it is', async () => {
  const text = 'const equals = 1;\nmodule.exports = { equals };\n';
  writeFileSync(OUT, text);
  const { exitCode, notices } = await into('--api', 'auth');
  expect([exitCode, readFileSync(OUT, 'utf8')]).toEqual([1, text]);
  expect(notices).toContain('recorded.scenarios.js has its own "equals"; nothing was written.');
});

test.each<[string, readonly string[], () => unknown, RegExp]>([
  [
    'an app that is not there',
    [],
    () => project.app.close(),
    /Could not reach the app server[^]*start the app, or pass its URL with `--url`/,
  ],
  [
    'an app that is not healthy',
    [],
    () => project.app.respond('GET /server/health', { status: 404, json: {} }),
    /is not healthy/,
  ],
  [
    'a start of nothing',
    ['--all', '--start'],
    () => undefined,
    /--start has nothing to start[^]*no `globals\.connector\.app`/,
  ],
  [
    'no credentials',
    [],
    () => writeFileSync('.env', ''),
    /There are no credentials[^]*E2E_SHOP_\*[^]*--args '\{"credentials": \{\}\}'/,
  ],
  [
    'an empty password',
    [],
    () => writeFileSync('.env', 'E2E_SHOP_USERNAME=test_user\nE2E_SHOP_PASSWORD=\n'),
    /E2E_SHOP_PASSWORD is empty; nothing was sent/,
  ],
  [
    'a refusal',
    ['--api', 'auth', '--args', '{"credentials":{}}'],
    () => undefined,
    /auth_valid can't be recorded[^]*the app refused the request \(401, wrong password\)[^]*--expect-refusal/,
  ],
  [
    'a refusal with status 200',
    ['--api', 'preflight'],
    () => project.app.respond('POST /workflows/v1/check', { json: { success: false, message: 'no access' } }),
    /refused the request \(200, `success` is false, no access\)/,
  ],
  [
    'a preflight that is not ready',
    ['--api', 'preflight'],
    () =>
      project.app.respond('POST /workflows/v1/check', { json: { success: true, preflight: { status: 'not_ready' } } }),
    /refused the request \(200, `preflight\.status` is "not_ready"\)/,
  ],
  [
    'an app that has no API',
    ['--api', 'metadata'],
    () => project.app.respond('POST /workflows/v1/metadata', { status: 404, json: { detail: 'Not Found' } }),
    /404: the app doesn't have this API[^]*check the URL of the app/,
  ],
  [
    'no refusal',
    ['--api', 'auth', '--expect-refusal'],
    () => undefined,
    /auth_refused can't be recorded[^]*the app accepted the request \(200\)/,
  ],
  [
    'another API',
    ['--api', 'search'],
    () => project.app.respond('GET /search', { status: 404, json: { detail: 'Not Found' } }),
    /the app refused the request \(404, Not Found\)/,
  ],
  [
    'HTML',
    ['--api', 'metadata'],
    () =>
      project.app.respond('POST /workflows/v1/metadata', { raw: '<html>', headers: { 'content-type': 'text/html' } }),
    /the response is not JSON/,
  ],
  [
    'a redirect',
    ['--api', 'search'],
    () => project.app.respond('GET /search', { status: 302, headers: { location: '/login' } }),
    /it returned 302/,
  ],
  [
    'invalid JSON',
    ['--api', 'search'],
    () => project.app.respond('GET /search', { raw: '{', headers: { 'content-type': 'application/json' } }),
    /search_responds can't be recorded[^]*JSON/,
  ],
  [
    'a dropped connection',
    ['--api', 'search'],
    () => project.app.respond('GET /search', { fault: 'reset' }),
    /search_responds can't be recorded[^]*ECONNRESET/,
  ],
  [
    'other fields',
    ['--api', 'search'],
    () => project.app.respond('GET /search', alternating({ json: { a: 1 } }, { json: { b: 1 } })),
    /two equal requests had different responses: their bodies have nothing in common/,
  ],
  [
    'another status',
    ['--api', 'search'],
    () => project.app.respond('GET /search', alternating({ json: {} }, { status: 500, json: {} })),
    /the status was 200, then 500/,
  ],
  [
    'metadata that are null',
    ['--api', 'metadata'],
    () => project.app.respond('POST /workflows/v1/metadata', { json: null }),
    /metadata_listed can't be recorded[^]*the response has no metadata/,
  ],
  [
    'metadata without content',
    ['--api', 'metadata'],
    () => project.app.respond('POST /workflows/v1/metadata', { json: { success: true, data: null } }),
    /metadata_listed can't be recorded[^]*the response has no metadata/,
  ],
  [
    'another verdict',
    ['--api', 'preflight'],
    () =>
      project.app.respond(
        'POST /workflows/v1/check',
        alternating(
          { json: { success: true, preflight: { status: 'ready', checks: [] } } },
          { json: { success: true, preflight: { status: 'not_ready', checks: [] } } },
        ),
      ),
    /two equal requests had different responses: the status of the preflight was ready, then not_ready/,
  ],
  [
    'a second response that is not JSON',
    ['--api', 'metadata'],
    () =>
      project.app.respond(
        'POST /workflows/v1/metadata',
        alternating({ json: { data: [{ a: 1 }] } }, { raw: 'busy', headers: { 'content-type': 'text/plain' } }),
      ),
    /two equal requests had different responses: the response is not JSON/,
  ],
  [
    'a workflow that fails',
    ['--api', 'workflow', '--writes', '--args', '{"metadata":{"states":["FAILED"]}}'],
    () => undefined,
    /workflow_completes can't be recorded[^]*the workflow ended as FAILED/,
  ],
  [
    'a workflow without Temporal',
    ['--api', 'workflow', '--writes'],
    () => project.app.respond('POST /workflows/v1/start', { status: 503, json: { detail: 'no Temporal' } }),
    /503: the app runs without Temporal/,
  ],
])('%s: nothing is written', async (_what, args, change, message) => {
  const files = project.files();
  await change();
  const { exitCode, printed, notices } = await record(...(args.length === 0 ? ['--all'] : args));
  expect([exitCode, printed]).toEqual([1, '']);
  expect(notices).toMatch(message);
  expect(project.files()).toEqual(files);
});

function alternating(...replies: readonly Reply[]): () => Reply {
  let count = 0;
  return () => replies[count++ % replies.length] as Reply;
}
