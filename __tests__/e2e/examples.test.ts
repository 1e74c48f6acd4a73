import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { readModel } from '../support/read-model';
import { freePort, until } from '../support/scripted-app';
import { messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(120_000);

const EXAMPLES = join(__dirname, '../../examples');
const POSTGRES = join(EXAMPLES, 'postgres-connector');
const PORTS = { 'postgres-connector': 8765, _example: 8766, 'hand-written': 8767 };

/** A folder for temporary files of the run's own: other tests make and remove theirs meanwhile. */
let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'examples-'));
  // PostgreSQL refuses to run as root, and then runs as a user who must get in.
  chmodSync(temporary, 0o777);
});
afterEach(() => rmSync(temporary, { recursive: true }));

/** Jest's own cache stays, and the logs of the last runs. */
const leftBehind = () => readdirSync(temporary).filter((name) => !/^jest_|^jest-connector-\d+$/.test(name));

/** What the app has written into its log so far. */
function appLog(): string {
  const files = readdirSync(temporary, { recursive: true, encoding: 'utf8' });
  const [log] = files.filter((name) => name.endsWith('app.log'));
  return log === undefined ? '' : readFileSync(join(temporary, log), 'utf8');
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy()).unref();
  });
}

/** What the documentation's own suite accepts. */
const DOCUMENTED = [
  'preflight_read_only_user: every preflight check failed',
  'workflow_extraction: the workflow fails after its start',
];

test.each([
  ['postgres-connector', 40],
  ['_example', 8],
  ['hand-written', 5],
] as const)('%s is green against a real PostgreSQL, and leaves nothing behind', async (name, atLeast) => {
  const report = mkdtempSync(join(tmpdir(), 'examples-report-'));
  const env = { TMPDIR: temporary, CONNECTOR_STRENGTH: '1', CONNECTOR_REPORT: report };
  const run = await runJest(join(EXAMPLES, name), [], { env });
  const { tests } = await readModel(join(report, 'results.jsonl'));
  rmSync(report, { recursive: true });
  const strengths = tests.flatMap(({ name: scenario, attempts }) => {
    const strength = attempts.at(-1)?.strength;
    return strength === undefined ? [] : [{ scenario, ...strength }];
  });
  const accepted = strengths.flatMap(({ scenario, accepts }) => accepts.map(({ what }) => `${scenario}: ${what}`));

  if (name === 'postgres-connector') expect(strengths.length).toBeGreaterThan(40);
  // Its own scenarios, and those of the standard suite.
  expect(name === 'postgres-connector' ? accepted : []).toEqual([]);
  expect(name === '_example' ? accepted : DOCUMENTED).toEqual(expect.arrayContaining(DOCUMENTED));
  expect(run).toMatchObject({ exitCode: 0, json: { numFailedTests: 0, numPendingTests: 0 } });
  expect(run.json?.numPassedTests).toBeGreaterThanOrEqual(atLeast);
  expect(await isListening(PORTS[name])).toBe(false);
  expect(leftBehind()).toEqual([]);
  expect(run.output).not.toMatch(/did not exit|open handle|did you mean|Failed scenarios/);
});

// What it runs on is built by `npm run example:sdk`, which runs it.
test('sdk-connector says how to prepare what it runs on', async () => {
  const run = await runJest(join(EXAMPLES, 'sdk-connector'), [], {
    env: { TMPDIR: temporary, XDG_CACHE_HOME: temporary },
  });

  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(
    /^ConnectorTestError \[COMMAND_NOT_FOUND\]: The command of the service "(temporal|dapr)"/m,
  );
  expect(run.output).toContain('Fix: prepare the stack first (npm test)');
  expect(leftBehind()).toEqual([]);
});

test('a workflow that fails in PostgreSQL is explained by the app’s log', async () => {
  const env = { TMPDIR: temporary, SHOW_A_FAILURE: '1', CONNECTOR_APP_PORT: String(await freePort()) };
  const run = await runJest(POSTGRES, ['connector.test', '-t', 'extraction_may_not_read_a_schema'], { env });
  const message = messagesOf(run)['extraction extraction_may_not_read_a_schema'];

  expect(message).toMatch(/WORKFLOW_UNEXPECTED_STATE[^]*ended as FAILED, not as COMPLETED/);
  expect(message).toMatch(/Server log:[^]*Workflow FAILED: .* permission denied for schema hr/);
  expect(message).not.toContain('/workflows/v1/status/');
});

test('a column of another type breaks the baseline and a rule, and both name it', async () => {
  const env = { TMPDIR: temporary, SHOW_A_TYPE_CHANGE: '1', CONNECTOR_APP_PORT: String(await freePort()) };
  const run = await runJest(POSTGRES, ['connector.test', '-t', 'extraction_matches_baseline'], { env });
  const message = messagesOf(run)['output extraction_matches_baseline'];

  expect(message).toMatch(/failed: 2 of 10 checks\.[^]*Failed: expectedData, recordRules: amounts are numeric/);
  expect(message).toMatch(
    /changed employees\/salary .*baseline: tests\/integration\/postgres\/expected\/my-db\.json:\d+/,
  );
  expect(message).toMatch(/attributes\.dataType\n\s+expected: "numeric\(10,2\)"\n\s+received: "text"/);
  expect(message).toMatch(/amounts are numeric[^]*hr\/employees\/salary is of the type text/);
  expect(leftBehind()).toEqual([]);
});

test('a baseline that is not there is written by -u alone, and is the one that is committed', async () => {
  const BASELINE = join(temporary, 'my-db.json');
  const env = { TMPDIR: temporary, BASELINE, CONNECTOR_APP_PORT: String(await freePort()) };
  const args = ['connector.test', '-t', 'extraction_matches_baseline', '-w', '2', '--workerIdleMemoryLimit=8GB'];
  const without = await runJest(POSTGRES, args, { env });

  expect(messagesOf(without)['output extraction_matches_baseline']).toContain(
    'run `jest -u` to write it from this output',
  );
  expect(existsSync(BASELINE)).toBe(false);
  expect(await runJest(POSTGRES, [...args, '-u'], { env })).toMatchObject({
    exitCode: 0,
    stderr: expect.stringMatching(/^jest-connector: \d+ records written to the baseline .*my-db\.json\.$/m),
  });
  const committed = join(POSTGRES, 'tests/integration/postgres/expected/my-db.json');
  expect(readFileSync(BASELINE, 'utf8')).toBe(readFileSync(committed, 'utf8'));
});

test('Ctrl-C while a workflow runs stops it, and then the app', async () => {
  let pid = 0;
  const port = await freePort();
  const running = runJest(POSTGRES, ['connector.test', '-t', 'extraction_completes'], {
    env: { TMPDIR: temporary, EXTRACTION_DELAY_MS: '60000', CONNECTOR_APP_PORT: String(port) },
    started: (leader) => (pid = leader),
  });
  await until(() => appLog().includes('/workflows/v1/status/'), 20_000);
  process.kill(-pid, 'SIGINT');
  const { exitCode, stderr } = await running;

  expect(exitCode).toBe(130);
  expect(stderr).toMatch(
    /workflow postgres-\S+ at http:\/\/127\.0\.0\.1:\d+ was\s+stopped\s+because\s+the\s+wait\s+was\s+interrupted/,
  );
  expect(appLog()).toMatch(/Workflow TERMINATED: postgres-/);
  expect(await isListening(port)).toBe(false);
});

test('the documentation’s scenarios are those of the example, and -t runs one', async () => {
  const run = await runJest(join(EXAMPLES, '_example'), ['-t', 'auth_invalid_password']);

  expect(statuses(run)).toEqual({
    'my connector auth_valid': 'pending',
    'my connector auth_invalid_password': 'passed',
    'my connector preflight_valid': 'pending',
    'my connector workflow_extraction': 'pending',
    'my connector preflight_read_only_user': 'pending',
    'credentials from the environment auth_works': 'pending',
    'credentials from the environment auth_unknown_user': 'pending',
    'credentials from the environment preflight_as_reader': 'pending',
  });
});
