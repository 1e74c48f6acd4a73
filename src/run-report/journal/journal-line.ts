import type { ExchangeRecord, ScenarioResult } from '../../runner/scenario-result';
import type { StrengthRecord } from '../../strength/strength-record';
import type { ScenarioRecord } from '../model/run-model';

/** Why Jest doesn't run a test: its own `skip`, an `only` elsewhere, or `-t`. */
export type SkippedBy = 'skip' | 'only' | 'name';

/** A test, as the test file defines it. */
export interface DefinedTest {
  readonly ancestors: readonly string[];
  readonly title: string;
  readonly skippedBy?: SkippedBy | undefined;
  readonly isTodo?: true | undefined;
}

/** What is known of a scenario when its block is defined. */
export interface DefinedScenario extends ScenarioRecord {
  /** The number of its test in the file, from 0, in the order in which tests are defined. */
  readonly test: number;
  readonly name: string;
  readonly skipReason?: string | undefined;
  /** Whether it has `retries`: then a second attempt means that it is flaky. */
  readonly isRetried?: true | undefined;
  /** The path is absolute. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number } | undefined;
}

/** The first line: which execution of which test file this is. Times are in milliseconds since 1970. */
export interface FileLine {
  readonly kind: 'file';
  readonly path: string;
  readonly worker: number;
  readonly at: number;
}

/** All tests of the file, before the first one runs. */
export interface TestsLine {
  readonly kind: 'tests';
  readonly tests: readonly DefinedTest[];
}

/** A block of scenarios. */
export interface BlockLine {
  readonly kind: 'block';
  readonly scenarios: readonly DefinedScenario[];
  readonly serverUrl: string;
  readonly appName?: string | undefined;
}

/** A client of tests written by hand. */
export interface ClientLine {
  readonly kind: 'client';
  readonly serverUrl: string;
}

/** Jest starts a test. */
export interface StartLine {
  readonly kind: 'start';
  readonly test: number;
  readonly at: number;
}

/** A scenario begins which may have waited for its turn. */
export interface BeginLine {
  readonly kind: 'begin';
  readonly test: number;
  readonly at: number;
}

/** A scenario has ended; `at` is when it began. */
export interface ResultLine {
  readonly kind: 'result';
  readonly test: number;
  readonly at: number;
  readonly durationMs: number;
  /** How many times its request was sent. */
  readonly attempts: number;
  /** The last field, because it is large and read later. */
  readonly result: ScenarioResult;
}

/** The checks of a scenario that has passed were judged. */
export interface StrengthLine {
  readonly kind: 'strength';
  readonly test: number;
  readonly strength: StrengthRecord;
}

/** A scenario was not run. */
export interface NotRunLine {
  readonly kind: 'notRun';
  readonly test: number;
  readonly reason: string;
}

/** A request of a test written by hand. */
export interface ExchangeLine {
  readonly kind: 'exchange';
  readonly test: number;
  readonly exchange: ExchangeRecord;
}

/** A test has ended. */
export interface EndLine {
  readonly kind: 'end';
  readonly test: number;
  readonly at: number;
  readonly failed: boolean;
}

/** The last line of a file that ended by itself. */
export interface DoneLine {
  readonly kind: 'done';
}

/** A line of a journal. */
export type JournalLine =
  | FileLine
  | TestsLine
  | BlockLine
  | ClientLine
  | StartLine
  | BeginLine
  | ResultLine
  | StrengthLine
  | NotRunLine
  | ExchangeLine
  | EndLine
  | DoneLine;
