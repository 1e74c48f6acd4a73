import type { RecordPlace } from '../record';

/** One finding of a rule. */
export interface RuleFinding {
  readonly text: string;
  /** The record's place, if the finding is about one record. */
  readonly place?: RecordPlace | undefined;
}

/** The result of one rule. */
export interface RuleOutcome {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** The number of findings. */
  readonly count: number;
  /** The first 20 findings. */
  readonly findings: readonly RuleFinding[];
}

/** The result of all rules. */
export interface RecordsReport {
  /** Whether no rule found a problem; warnings do not count. */
  readonly passed: boolean;
  /** The number of records. */
  readonly records: number;
  readonly outcomes: readonly RuleOutcome[];
  /** The whole result in readable form, including warnings, without secrets. */
  readonly report: string;
}
