import type { Json } from '../../json/json';
import type { RecordPlace } from '../record';
import type { IgnoredField } from './ignored-fields';

/**
 * How a record differs. `missing`: not in the output. `extra`: not in the baseline. `changed`: in both, with different
 * values. `duplicate`: more often in the output than in the baseline.
 */
export type DifferenceKind = 'missing' | 'extra' | 'changed' | 'duplicate';

/** One field that differs. A side without the field has no value. */
export interface FieldDifference {
  /** The path in the record, such as `attributes.dataType`. */
  readonly path: string;
  readonly expected?: Json;
  readonly received?: Json;
}

/** One record that differs. */
export interface RecordDifference {
  readonly kind: DifferenceKind;
  readonly type: string;
  /** The names of its parents and its own, such as `sales/orders/id`. */
  readonly name: string;
  /** Where it is in the output, if it is there. */
  readonly place?: RecordPlace | undefined;
  /** Where it is in the baseline, if it is there. */
  readonly expectedPlace?: RecordPlace | undefined;
  /** The fields of a changed record that differ, at most 20. */
  readonly fields: readonly FieldDifference[];
}

/** The result for the records of one type. */
export interface TypeComparison {
  readonly type: string;
  /** The number of records in the baseline. */
  readonly expected: number;
  /** The number of records in the output. */
  readonly received: number;
  /** The number of records that differ, by kind. */
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  /** The first records of each kind; `counts` has the totals. */
  readonly differences: readonly RecordDifference[];
}

/** The result of comparing an output with a baseline. */
export interface DataComparison {
  /** Whether there are no differences. */
  readonly matches: boolean;
  /** The path of the baseline file. */
  readonly expectedFile: string;
  /** Whether the baseline was written because of `update`. */
  readonly written: boolean;
  /** The results per type, sorted by name. */
  readonly types: readonly TypeComparison[];
  /** The fields that were not compared. */
  readonly ignored: readonly IgnoredField[];
  /** The whole result in readable form, without secrets. */
  readonly report: string;
}

/** How many records are kept per type and kind; the rest are only counted. */
export const KEPT_RECORDS = 20;

/** How many fields are kept per changed record. */
export const KEPT_FIELDS = 20;
