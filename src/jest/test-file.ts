import { setMaxListeners } from 'node:events';
import { performance } from 'node:perf_hooks';
import { DefinedHooks, type DefinitionEvent, type HooksAround } from './concurrency/defined-hooks';

const TEST_FILE = Symbol.for('jest-connector.test-file');

/** Jest's limit of a test or a hook. */
export interface TimeLimit {
  readonly milliseconds: number;
  /** By `performance.now()`. */
  readonly endsAt: number;
}

/** A test file while it runs, as our test runner knows it. */
export interface TestFile {
  /** Aborted when the file has ended. */
  readonly ended: AbortSignal;
  /** The limit of what runs now; of several at once, the one that ends last. */
  limit(): TimeLimit | undefined;
  /** How many concurrent tests Jest runs at the same time. */
  readonly maxConcurrency: number;
  /** The `beforeEach` and `afterEach` that Jest calls around the tests that are defined now. */
  hooksAround(): HooksAround;
}

/** What we use of an event of Jest's test runner. */
interface TestEvent extends DefinitionEvent {
  readonly test?: { readonly timeout?: number | undefined };
  readonly hook?: { readonly timeout?: number | null | undefined };
}

interface TestState {
  readonly testTimeout: number;
}

/** What we use of a test environment. */
export interface TestEnvironment {
  readonly global: object;
  handleTestEvent?(event: TestEvent, state: TestState): unknown;
}

const STARTS = /^(?:hook|test_fn)_start$/;
// The last is for a test that is not called, because a hook failed.
const ENDS = /^(?:(?:hook|test_fn)_(?:success|failure)|test_done)$/;

/** What we use of Jest's module runtime: whether code may load modules now. */
export interface TestRuntime {
  leaveTestCode?(): void;
}

/** What Jest runs a test file with. */
export interface JestFile {
  readonly environment: TestEnvironment;
  readonly maxConcurrency: number;
  readonly runtime: TestRuntime;
}

/** Lets the tests of an environment know their limits and their file's end: call what is returned when it has ended. */
export function openTestFile({ environment, maxConcurrency, runtime }: JestFile): () => void {
  const running = new Map<unknown, TimeLimit>();
  const hooks = new DefinedHooks();
  const ended = new AbortController();
  // One for each open request.
  setMaxListeners(0, ended.signal);
  const leaveIfDone = leaveWithTheLast(runtime, running);
  const theirs = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = (event, state) => {
    hooks.onEvent(event);
    // The end of a hook names its test, too.
    const what = event.hook ?? event.test;
    if (STARTS.test(event.name)) {
      const milliseconds = what?.timeout || state.testTimeout;
      running.set(what, { milliseconds, endsAt: performance.now() + milliseconds });
    } else if (ENDS.test(event.name)) {
      running.delete(what);
      leaveIfDone();
    }
    return theirs?.(event, state);
  };
  const file: TestFile = {
    ...{ ended: ended.signal, maxConcurrency },
    limit: () => last([...running.values()]),
    hooksAround: () => hooks.around(),
  };
  Object.assign(environment.global, { [TEST_FILE]: file });
  return () => ended.abort();
}

/**
 * Jest lets no code load a module between tests, and takes the end of each concurrent test for that, while others run. It
 * comes with the last one that ends.
 *
 * @returns a function to call when something has ended.
 */
function leaveWithTheLast(runtime: TestRuntime, running: ReadonlyMap<unknown, unknown>): () => void {
  const leave = runtime.leaveTestCode?.bind(runtime);
  if (leave === undefined) return () => undefined;
  let isDue = false;
  const leaveIfDone = (): void => {
    if (!isDue || running.size > 0) return;
    isDue = false;
    leave();
  };
  runtime.leaveTestCode = () => {
    isDue = true;
    leaveIfDone();
  };
  return leaveIfDone;
}

function last(limits: readonly TimeLimit[]): TimeLimit | undefined {
  return limits.reduce<TimeLimit | undefined>(
    (one, other) => (one && one.endsAt > other.endsAt ? one : other),
    undefined,
  );
}

/** The test file that runs; `undefined` outside of Jest, and under another test runner than ours. */
export function currentTestFile(): TestFile | undefined {
  return (globalThis as { [TEST_FILE]?: TestFile })[TEST_FILE];
}
