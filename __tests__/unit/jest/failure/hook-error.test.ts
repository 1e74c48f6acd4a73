import { resolve } from 'node:path';
import { hookError } from '../../../../src/jest/failure/hook-error';

const hook = {
  name: 'setupTestEnvironment',
  blockFrame: () => '    at Object.<anonymous> (/app/tests/auth.test.ts:3:1)',
};
const withStack = (...frames: readonly string[]): Error => {
  const error = new Error('connect ECONNREFUSED 127.0.0.1:5432');
  error.stack = [`Error: ${error.message}`, ...frames].join('\n');
  return error;
};
const stackOf = (thrown: unknown): string[] => (hookError(thrown, hook) as Error).stack!.split('\n');

const OF_USER = '    at Object.setupTestEnvironment (/app/tests/auth.test.ts:5:9)';
const OF_PACKAGE = '    at Client.connect (/app/node_modules/pg/lib/client.js:12:5)';
const OF_NODE = '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)';
const OURS = `    at callHook (${resolve(__dirname, '../../../../src/jest/block/call-hook.ts')}:11:5)`;

test('has the lines of the user, without ours', () => {
  expect(stackOf(withStack(OF_USER, OURS, OF_NODE))).toEqual([
    'Error: connect ECONNREFUSED 127.0.0.1:5432',
    OF_USER,
    OF_NODE,
  ]);
});

test.each([
  ['Node', [OF_NODE]],
  ['a package', [OF_PACKAGE, OF_NODE]],
  ['nobody', []],
])('has the line of the block if its own are of %s', (_whose, frames) => {
  expect(stackOf(withStack(...frames, OURS))).toEqual([
    'Error: connect ECONNREFUSED 127.0.0.1:5432',
    '    at setupTestEnvironment (/app/tests/auth.test.ts:3:1)',
    ...frames,
  ]);
});

test('stays the same error, with its message', () => {
  const error = withStack(OF_NODE);
  expect(hookError(error, hook)).toBe(error);
  expect(error.message).toBe('connect ECONNREFUSED 127.0.0.1:5432');
});

test('without a known block, and for what is no error, nothing is added', () => {
  const nowhere = { ...hook, blockFrame: () => undefined };
  expect((hookError(withStack(OF_NODE), nowhere) as Error).stack).toBe(withStack(OF_NODE).stack);
  expect(hookError('stopped', hook)).toBe('stopped');
  const frozen = Object.freeze(withStack(OURS));
  expect(hookError(frozen, hook)).toBe(frozen);
});
