import type { RecordPlace } from '../record';

/** One thing that a rule found. */
export interface RuleFinding {
  readonly text: string;
  /** The record, where it is about one. */
  readonly place?: RecordPlace | undefined;
}

/** What came of one rule. */
export interface RuleOutcome {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** How many things it found. */
  readonly count: number;
  /** The first 20 of them. */
  readonly findings: readonly RuleFinding[];
}

/** What came of all rules. */
export interface RecordsReport {
  /** Whether no rule found anything; warnings do not count. */
  readonly passed: boolean;
  /** How many records there were. */
  readonly records: number;
  readonly outcomes: readonly RuleOutcome[];
  /** All of it as a text for people, without secrets; warnings too. */
  readonly report: string;
}
