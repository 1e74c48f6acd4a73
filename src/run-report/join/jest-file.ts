import type { FailureRecord, LocationRecord } from '../model/run-model';

/** A test in Jest's results. */
export interface JestTest {
  readonly ancestors: readonly string[];
  readonly title: string;
  readonly fullName: string;
  /** Jest's own: `passed`, `failed`, `pending`, `todo`, … */
  readonly status: string;
  readonly startedAt?: number | undefined;
  readonly durationMs: number;
  /** How many times Jest ran it. */
  readonly invocations: number;
  /** Why it failed: one list per attempt that failed, without those whose reasons Jest doesn't pass on. */
  readonly failures: readonly (readonly FailureRecord[])[];
  readonly location?: Omit<LocationRecord, 'file'> | undefined;
}

/** A test file in Jest's results. */
export interface JestFile {
  /** Absolute. */
  readonly path: string;
  /** The project's `displayName`. */
  readonly project?: string | undefined;
  readonly tests: readonly JestTest[];
  /** The error outside of its tests, as Jest printed it. */
  readonly error?: string | undefined;
}
