import { runInThisContext } from 'node:vm';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { attributeRejections, unawaitedError } from '../../../../src/jest/watch/unawaited-rejections';

const EVENT = 'unhandledRejection';
const realProcess = runInThisContext('process') as NodeJS.Process;
const reported = jest.fn<(reason: unknown, promise: Promise<unknown>) => void>();
const ofJest = realProcess.listeners(EVENT);

beforeEach(() => {
  reported.mockClear();
  realProcess.removeAllListeners(EVENT).on(EVENT, reported);
});
afterEach(() => {
  realProcess.removeAllListeners(EVENT);
  for (const listener of ofJest) realProcess.on(EVENT, listener as () => void);
});

async function reject(reason: unknown): Promise<Promise<unknown>> {
  const promise = Promise.reject(reason);
  await new Promise((resolve) => setImmediate(resolve));
  return promise.catch(() => undefined);
}

test('Jest is given an error that says where, why and what to do, until it is ended', async () => {
  const end = attributeRejections(() => 'in setupTestEnvironment');
  const reason = new TypeError('no database');
  await reject(reason);
  end();
  await reject('afterwards');

  const [first, second] = reported.mock.calls.map(([given]) => given);
  expect(first).toMatchObject({
    code: 'UNHANDLED_REJECTION',
    what: 'A promise was rejected, and nothing awaited it.',
    why: 'it was rejected in setupTestEnvironment:\nTypeError: no database',
    fix: expect.stringContaining('`await`'),
  });
  expect((first as Error).stack).toContain('unawaited-rejections.test.ts');
  expect(second).toBe('afterwards');
  expect(realProcess.listeners(EVENT)).toEqual([reported]);
});

test.each([
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [{ name: 'Foreign', message: 'of another realm' }, 'Foreign: of another realm'],
])('what is rejected with may be anything: %j', (reason, why) => {
  expect(unawaitedError(reason, 'there')).toMatchObject({ why: `it was rejected there:\n${why}` });
});

test('frames are those of the user’s own code', () => {
  const reason = new Error('no');
  const frames = ['setup (/app/a.test.js:3:5)', 'query (/app/node_modules/pg/x.js:1:1)', 'node:internal/x:1:1'];
  reason.stack = ['Error: no', ...frames.map((frame) => `    at ${frame}`)].join('\n');
  const { stack } = unawaitedError(reason, 'there');
  expect(stack?.match(/^ +at .*$/gm)).toEqual(['    at setup (/app/a.test.js:3:5)']);
});

test('without a listener Node ends the process, and goes on doing so', () => {
  realProcess.removeAllListeners(EVENT);
  attributeRejections(() => 'there')();
  attributeRejections(() => 'there');
  expect(realProcess.listeners(EVENT)).toEqual([]);
});

test('what was put in its place meanwhile stays', () => {
  const end = attributeRejections(() => 'there');
  const other = jest.fn();
  realProcess.removeAllListeners(EVENT).on(EVENT, other);
  end();
  expect(realProcess.listeners(EVENT)).toEqual([other]);
});
