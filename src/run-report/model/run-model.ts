import type { ExchangeRecord, ScenarioResult } from '../../runner/scenario-result';
import type { StrengthRecord } from '../../strength/strength-record';

/** The version of {@link RunModel} and of `results.jsonl`. Models of other versions are not read. */
export const MODEL_VERSION = 1;

/** How a test ended. */
export const TEST_STATUSES = ['passed', 'flaky', 'failed', 'crashed', 'notRun', 'skipped', 'todo'] as const;

/**
 * - `flaky`: it passed, but only when it was repeated (`jest.retryTimes` or `retries`).
 * - `crashed`: it was running when its worker or Jest ended.
 * - `notRun`: it didn't start, because the set-up failed or the run was interrupted.
 */
export type TestStatus = (typeof TEST_STATUSES)[number];

/** A whole run, or several merged shards: plain data without secrets. Every report is made from it. */
export interface RunModel {
  readonly run: RunRecord;
  /** Sorted by project and file, then in the order of the file. */
  readonly tests: readonly TestRecord[];
}

/** What is known about the run as a whole. */
export interface RunRecord {
  readonly version: typeof MODEL_VERSION;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Whether Jest's run passed, as far as the reporter knows. */
  readonly success: boolean;
  /** The option `applicationName`, if set. */
  readonly appName?: string | undefined;
  /** The URL of the app server, if all tests used the same one. */
  readonly serverUrl?: string | undefined;
  /** The signal that ended the run. */
  readonly interruptedBy?: string | undefined;
  /** The errors outside of tests: a failed global setup, or a test file that failed to load. */
  readonly errors?: readonly RunError[] | undefined;
  /** The shards that this run consists of: one for `jest --shard=1/4`, several after a merge, none without shards. */
  readonly shards?: readonly ShardRecord[] | undefined;
  readonly versions: { readonly package: string; readonly jest?: string | undefined; readonly node: string };
  /** The commit that was tested, if the environment of a CI system has it. */
  readonly commit?: string | undefined;
  /** The page of the CI job, likewise. */
  readonly ciUrl?: string | undefined;
}

/** An error that belongs to no test. */
export interface RunError {
  /** Relative to `rootDir`, if it belongs to a test file. */
  readonly file?: string | undefined;
  readonly message: string;
}

/** A shard of a run. */
export interface ShardRecord {
  readonly index: number;
  readonly count: number;
  readonly startedAt: number;
  readonly durationMs: number;
}

/** What identifies a test: two runs of the same suite have the same keys. */
export interface TestKey {
  /** The project's `displayName`, if it has one. */
  readonly project?: string | undefined;
  /** Relative to `rootDir`, with `/`. */
  readonly file: string;
  readonly fullName: string;
  /** Its position among the tests of the file with the same full name, from 0. */
  readonly ordinal: number;
}

/** A test of a run, and how it ended. */
export interface TestRecord extends TestKey {
  /** The titles of the surrounding `describe` blocks. */
  readonly ancestors: readonly string[];
  /** The scenario's name, or the title of a test written by hand. */
  readonly name: string;
  readonly status: TestStatus;
  /** Why it was skipped or not run, or what crashed. */
  readonly reason?: string | undefined;
  /** Absent for tests written by hand. */
  readonly scenario?: ScenarioRecord | undefined;
  /** Where it is defined: `line` and `column` from 1. */
  readonly location?: LocationRecord | undefined;
  /** In the order of Jest's attempts; empty if it didn't start. */
  readonly attempts: readonly AttemptOfTest[];
}

/** A place in a source file of the user. */
export interface LocationRecord {
  /** Relative to `rootDir`, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is known of a scenario before it runs. */
export interface ScenarioRecord {
  /** Absent for a `todo` without one. */
  readonly api?: string | undefined;
  readonly description?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly needs?: readonly string[] | undefined;
  /** The baseline that its output is compared with, and whether all differences count. */
  readonly expectedData?: string | undefined;
  readonly strictComparison?: boolean | 'records' | undefined;
}

/** One time that Jest ran a test; several with `jest.retryTimes`. */
export interface AttemptOfTest {
  readonly status: 'passed' | 'failed' | 'crashed';
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  /** The true duration, without waiting for a turn. */
  readonly durationMs: number;
  /** The number of Jest's worker, from 1. */
  readonly worker: number;
  /** Which of the scenarios that ran at the same time in its worker, from 0. */
  readonly slot: number;
  /** Of a scenario: what it sent, received and checked; redacted and cut. */
  readonly result?: ScenarioResult | undefined;
  /** Of a scenario that has passed: which broken responses it would accept, in a run that judges it. */
  readonly strength?: StrengthRecord | undefined;
  /** Of a test written by hand: the requests of our clients; redacted and cut. */
  readonly exchanges?: readonly ExchangeRecord[] | undefined;
  /** Why it failed, as Jest printed it, without colours. */
  readonly failures?: readonly FailureRecord[] | undefined;
}

/** One error of a failed test. */
export interface FailureRecord {
  readonly message: string;
  /** The user's own line. */
  readonly location?: LocationRecord | undefined;
}
