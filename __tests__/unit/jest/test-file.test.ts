import { currentTestFile, openTestFile, type TestEnvironment, type TestRuntime } from '../../../src/jest/test-file';

/** What Jest would tell the environment of a file. */
function opened(theirs?: NonNullable<TestEnvironment['handleTestEvent']>, runtime: TestRuntime = {}) {
  const environment: TestEnvironment = { global: globalThis, ...(theirs && { handleTestEvent: theirs }) };
  const end = openTestFile({ environment, maxConcurrency: 7, runtime });
  const report = (name: string, what: object = {}): unknown =>
    environment.handleTestEvent?.({ name, ...what }, { testTimeout: 5_000 });
  return { end, report, limit: () => currentTestFile()?.limit()?.milliseconds };
}

const test1 = {};
const test2 = { timeout: 900 };
const hook = { timeout: 70 };
const plainHook = {};

test('the limit is that of the test or hook that runs', () => {
  const { report, limit } = opened();
  expect(limit()).toBeUndefined();
  report('hook_start', { hook });
  expect(limit()).toBe(70);
  report('hook_success', { hook, test: test1 });
  expect(limit()).toBeUndefined();
  report('hook_start', { hook: plainHook });
  report('hook_failure', { hook: plainHook, test: test2 });
  report('test_fn_start', { test: test2 });
  expect(limit()).toBe(900);
  report('test_fn_failure', { test: test2 });
  report('test_fn_start', { test: test1 });
  expect(limit()).toBe(5_000);
  report('test_fn_success', { test: test1 });
  expect(limit()).toBeUndefined();
});

test('of several at once it is the one that ends last', () => {
  const { report, limit } = opened();
  report('test_fn_start', { test: test1 });
  report('test_fn_start', { test: test2 });
  expect(limit()).toBe(5_000);
});

test('a test that is not called, because a hook failed, leaves nothing behind', () => {
  const { report, limit } = opened();
  report('test_fn_start', { test: test1 });
  report('test_done', { test: test1 });
  expect(limit()).toBeUndefined();
});

test('a handler of the environment’s own is called, and what it returns is waited for', () => {
  const seen: string[] = [];
  const { report } = opened(({ name }) => seen.push(name));
  expect(report('run_start')).toBe(1);
  expect(seen).toEqual(['run_start']);
});

test('its end aborts what is open', () => {
  const { end } = opened();
  const ended = currentTestFile()?.ended;
  expect(ended?.aborted).toBe(false);
  end();
  expect(ended?.aborted).toBe(true);
});

test('it knows Jest’s limit of concurrent tests, and the hooks around what is defined', () => {
  const { report } = opened();
  report('add_hook', { hookType: 'afterEach' });
  expect(currentTestFile()?.maxConcurrency).toBe(7);
  expect(currentTestFile()?.hooksAround()()).toEqual(['afterEach']);
});

test('while a concurrent test runs, the end of another one does not keep it from loading modules', () => {
  const left = jest.fn();
  const runtime: TestRuntime = { leaveTestCode: left };
  const { report } = opened(undefined, runtime);
  for (const test of [test1, test2]) report('test_fn_start', { test });
  // Jest says so before its handlers of events are called, or after.
  runtime.leaveTestCode?.();
  report('test_fn_success', { test: test1 });
  expect(left).not.toHaveBeenCalled();
  report('test_fn_success', { test: test2 });
  runtime.leaveTestCode?.();
  expect(left).toHaveBeenCalledTimes(2);
  report('test_fn_start', { test: test1 });
  report('test_fn_success', { test: test1 });
  expect(left).toHaveBeenCalledTimes(2);
});
