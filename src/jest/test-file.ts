import { performance } from 'node:perf_hooks';
import { DefinedHooks, type DefinitionEvent, type HooksAround } from './concurrency/defined-hooks';
import type { JournaledState, TestJournal } from './journal/test-journal';

const TEST_FILE = Symbol.for('jest-connector.test-file');

/** Jest's time limit for a test or a hook. */
export interface TimeLimit {
  readonly milliseconds: number;
  /** As a time of `performance.now()`, in milliseconds. */
  readonly endsAt: number;
}

/** A running test file, as tracked by our test runner. */
export interface TestFile {
  /** Aborted when the file has ended. */
  readonly ended: AbortSignal;
  /** The limit of the current test or hook; with several at once, the limit that ends last. */
  limit(): TimeLimit | undefined;
  /** How many concurrent tests Jest runs at once. */
  readonly maxConcurrency: number;
  /** The `beforeEach` and `afterEach` hooks that apply to tests that are defined now. */
  hooksAround(): HooksAround;
  /** The journal of the file, if the run writes a report. */
  readonly journal?: TestJournal | undefined;
}

/** The fields that we use of an event of Jest's test runner. */
interface TestEvent extends DefinitionEvent {
  readonly test?: { readonly timeout?: number | undefined };
  readonly hook?: { readonly timeout?: number | null | undefined };
}

interface TestState extends JournaledState {
  readonly testTimeout: number;
}

/** The fields that we use of a test environment. */
export interface TestEnvironment {
  readonly global: object;
  handleTestEvent?(event: TestEvent, state: TestState): unknown;
}

const STARTS: ReadonlySet<string> = new Set(['hook_start', 'test_fn_start']);
const ENDS: ReadonlySet<string> = new Set([
  ...['hook_success', 'hook_failure', 'test_fn_success', 'test_fn_failure'],
  // For a test that isn't called because a hook failed.
  'test_done',
]);

/** The field that we use of Jest's module runtime: whether code may load modules now. */
export interface TestRuntime {
  leaveTestCode?(): void;
}

/** The objects with which Jest runs a test file. */
export interface JestFile {
  readonly environment: TestEnvironment;
  readonly maxConcurrency: number;
  readonly runtime: TestRuntime;
  readonly journal?: TestJournal | undefined;
}

/** Gives the tests of an environment access to their limits and their file's end. Call the returned function at that end. */
export function openTestFile({ environment, maxConcurrency, runtime, journal }: JestFile): () => void {
  const running = new Map<unknown, TimeLimit>();
  const hooks = new DefinedHooks();
  const ended = new AbortController();
  const leaveIfDone = leaveWithTheLast(runtime, running);
  const theirs = environment.handleTestEvent?.bind(environment);
  environment.handleTestEvent = (event, state) => {
    hooks.onEvent(event);
    journal?.onEvent(event, state);
    // The event of a hook's end also has its test.
    const what = event.hook ?? event.test;
    if (STARTS.has(event.name)) {
      const milliseconds = what?.timeout || state.testTimeout;
      running.set(what, { milliseconds, endsAt: performance.now() + milliseconds });
    } else if (ENDS.has(event.name)) {
      running.delete(what);
      leaveIfDone();
    }
    return theirs?.(event, state);
  };
  const file: TestFile = {
    ...{ ended: ended.signal, maxConcurrency, journal },
    limit: () => last([...running.values()]),
    hooksAround: () => hooks.around(),
  };
  Object.assign(environment.global, { [TEST_FILE]: file });
  return () => {
    ended.abort();
    journal?.end();
  };
}

/**
 * Jest forbids loading modules between tests, and wrongly applies this when one of several concurrent tests ends. This
 * postpones it until the last one ends.
 *
 * @returns a function to call when a test or hook has ended.
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

/** The running test file; `undefined` outside of Jest, or if the config replaces our test runner. */
export function currentTestFile(): TestFile | undefined {
  return (globalThis as { [TEST_FILE]?: TestFile })[TEST_FILE];
}
