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
const stackOf = (thrown: unknown): string[] => hookError(thrown, hook).stack!.split('\n');

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

test('of the errors that it contains, our lines are left out too', () => {
  const inner = withStack(OF_NODE, OURS);
  const another = withStack(OURS);
  const outer: Error & { errors?: unknown } = Object.assign(withStack(OF_USER, OURS), { errors: [another, 'text'] });
  outer.cause = inner;
  inner.cause = outer;
  const { cause, errors } = hookError(outer, hook) as Error & { readonly errors: readonly unknown[] };
  expect(cause).toMatchObject({ stack: withStack(OF_NODE).stack });
  expect(errors).toEqual([expect.objectContaining({ stack: withStack().stack }), 'text']);
});

test.each([
  ['a string', 'stopped', 'thrown: "stopped"'],
  ['nothing', undefined, 'thrown: undefined'],
  ['an object', { code: 5 }, 'thrown: {"code": 5}'],
])('%s that was thrown is an error with the line of the block', (_what, thrown, message) => {
  const error = hookError(thrown, hook);
  expect(error).toMatchObject({ name: 'Error', message });
  expect(error.stack).toBe(`Error: ${message}\n    at setupTestEnvironment (/app/tests/auth.test.ts:3:1)`);
});

test('a frozen error is copied', () => {
  const error = hookError(Object.freeze(withStack(OF_USER, OURS)), hook);
  expect(error).toMatchObject({ message: 'connect ECONNREFUSED 127.0.0.1:5432', stack: withStack(OF_USER).stack });
});

test('without a known block, nothing is added', () => {
  const nowhere = { ...hook, blockFrame: () => undefined };
  expect(hookError(withStack(OF_NODE), nowhere).stack).toBe(withStack(OF_NODE).stack);
});
