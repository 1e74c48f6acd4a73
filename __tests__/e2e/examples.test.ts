import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runJest, statuses } from './run-jest';

jest.setTimeout(120_000);

const EXAMPLES = join(__dirname, '../../examples');
const PORTS = { 'postgres-connector': 8765, _example: 8766, 'hand-written': 8767 };

/** A folder for temporary files of the run's own: other tests make and remove theirs meanwhile. */
let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'examples-'));
  // PostgreSQL refuses to run as root, and then runs as a user who must get in.
  chmodSync(temporary, 0o777);
});
afterEach(() => rmSync(temporary, { recursive: true }));

/** Jest's own cache is there to stay. */
/** Jest's own cache stays, and the logs of the last runs. */
const leftBehind = () => readdirSync(temporary).filter((name) => !/^jest_|^jest-connector-\d+$/.test(name));

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy()).unref();
  });
}

test.each([
  ['postgres-connector', 40],
  ['_example', 8],
  ['hand-written', 5],
] as const)('%s is green against a real PostgreSQL, and leaves nothing behind', async (name, atLeast) => {
  const run = await runJest(join(EXAMPLES, name), [], { env: { TMPDIR: temporary } });

  expect(run).toMatchObject({ exitCode: 0, json: { numFailedTests: 0, numPendingTests: 0 } });
  expect(run.json?.numPassedTests).toBeGreaterThanOrEqual(atLeast);
  expect(await isListening(PORTS[name])).toBe(false);
  expect(leftBehind()).toEqual([]);
  expect(run.output).not.toMatch(/did not exit|open handle/);
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
