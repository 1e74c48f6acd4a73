/** How many mutants of a class the checks noticed. */
export interface Score {
  readonly noticed: number;
  readonly total: number;
}

/** A check that a scenario lacks, as code. */
export interface ProposedCheck {
  /** `'data.status': equals('success')`, or `waitFor: 'COMPLETED'`. */
  readonly code: string;
  /** Whether it belongs into `assertThat` or beside it. */
  readonly place: 'assertThat' | 'scenario';
  /** Whether the scenario has a weaker check of the same path, which it replaces. */
  readonly replaces?: true | undefined;
}

/** A broken response that the checks of a scenario accept. */
export interface AcceptedResponse {
  /** What is broken, such as `every preflight check failed`. */
  readonly what: string;
  /** Where; the key for `accept`. */
  readonly path: string;
  /** The code of the check that would notice it; absent if none is known. */
  readonly noticedBy?: string | undefined;
}

/** A field of the response that may change without failing the scenario. */
export interface UncheckedField {
  readonly path: string;
  /** The changes that go unnoticed. */
  readonly changes: readonly string[];
}

/** What a scenario would notice; plain data. */
export interface StrengthRecord {
  /** Why the scenario wasn't judged; then the scores are 0 of 0. */
  readonly leftOut?: string | undefined;
  /** What a broken connector returns. */
  readonly broken: Score;
  /** Any field changed. */
  readonly fields: Score;
  readonly accepts: readonly AcceptedResponse[];
  /** The checks that together notice what is in `accepts`. */
  readonly proposed: readonly ProposedCheck[];
  readonly unchecked: readonly UncheckedField[];
  /** The paths of `strength.accept` that match no change of the response. */
  readonly idleAccepts: readonly string[];
}

/** The record of a scenario that wasn't judged. */
export function leftOutRecord(reason: string): StrengthRecord {
  const none = { noticed: 0, total: 0 };
  return {
    leftOut: reason,
    broken: none,
    fields: none,
    accepts: [],
    proposed: [],
    unchecked: [],
    idleAccepts: [],
  };
}
