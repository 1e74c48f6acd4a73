import { callHook } from '../../../../src/jest/block/call-hook';
import { rejection } from '../../../support/rejection';

const hookNamed = (name: string) => ({ name, blockFrame: () => undefined });

test('waits for what the hook does', async () => {
  const done: string[] = [];
  await callHook(hookNamed('beforeScenario'), 1_000, async () => {
    await Promise.resolve();
    done.push('hook');
  });
  expect(done).toEqual(['hook']);
});

test.each([
  ['throws', () => JSON.parse('{')],
  ['rejects', async () => JSON.parse('{')],
])('passes on what a hook %s, as it is', async (_how, hook) => {
  const error = await rejection(callHook(hookNamed('beforeScenario'), 1_000, hook));
  expect(error).toMatchObject({ name: 'SyntaxError' });
});

test('a hook that does not end is named, with its limit and the way out', async () => {
  const error = await rejection(callHook(hookNamed('setupTestEnvironment'), 20, () => new Promise(() => undefined)));
  expect(error).toMatchObject({
    code: 'HOOK_TIMEOUT',
    what: 'setupTestEnvironment did not finish within 20 ms.',
    fix: expect.stringContaining('hookTimeout'),
  });
});
