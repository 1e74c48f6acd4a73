import type { OutputRecord, RecordPlace } from '../record';

/** The findings of a rule: none, one or several. */
export type RuleFindings = string | readonly string[] | undefined | void;

/** One run of a rule over records. */
export interface RecordCheck {
  /** Returns the problems of one record; its place is added to them. */
  record(record: OutputRecord, place: RecordPlace): RuleFindings;
  /** Called after the last record; returns the problems of all records together. */
  end?(): RuleFindings;
}

/**
 * A rule for the records of an output. It is called with each record in turn, however many there are.
 *
 * @example
 * const noTestTables: RecordRule = {
 *   name: 'no test tables',
 *   start: () => ({
 *     record: ({ attributes }) => (attributes.name.startsWith('test_') ? `${attributes.name} is a test table` : undefined),
 *   }),
 * };
 */
export interface RecordRule {
  /** What the rule requires, such as `each Table has a name`. */
  readonly name: string;
  /** A warning is shown but fails nothing. @default 'error' */
  readonly severity?: 'error' | 'warning';
  /** A problem in the rule's arguments; a rule with one is rejected. */
  readonly problem?: string | undefined;
  /** Starts a run. Keep state between records here. */
  readonly start: () => RecordCheck;
}

/**
 * Turns a rule into a warning. Its findings are shown, and never fail the test.
 *
 * @example
 * warn(countBetween('Table', 10, 20))
 */
export function warn(rule: RecordRule): RecordRule {
  return { ...rule, severity: 'warning' };
}
