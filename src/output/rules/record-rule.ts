import type { OutputRecord, RecordPlace } from '../record';

/** What a rule says: nothing, one thing, or several. */
export type RuleFindings = string | readonly string[] | undefined | void;

/** One run of a rule over records. */
export interface RecordCheck {
  /** What is wrong with one record; where it stands is added. */
  record(record: OutputRecord, place: RecordPlace): RuleFindings;
  /** What is wrong with all of them, when the last was seen. */
  end?(): RuleFindings;
}

/**
 * What must hold for the records of an output. A rule is asked for each record in turn, however many there are.
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
  /** What must hold, such as `each Table has a name`. */
  readonly name: string;
  /** A warning is shown, and fails nothing. @default 'error' */
  readonly severity?: 'error' | 'warning';
  /** What is wrong with the arguments the rule was made with; such a rule is refused. */
  readonly problem?: string | undefined;
  /** Begins a run; what is kept from record to record belongs to it. */
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
