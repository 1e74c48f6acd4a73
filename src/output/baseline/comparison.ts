import type { Json } from '../../json/json';
import type { RecordPlace } from '../record';
import type { IgnoredField } from './ignored-fields';

/**
 * How a record differs: it is not in the output; not in the baseline; in both with other values; more often in the output
 * than in the baseline.
 */
export type DifferenceKind = 'missing' | 'extra' | 'changed' | 'duplicate';

/** One field that differs; a side on which it is not there has no value. */
export interface FieldDifference {
  /** From the record on, such as `attributes.dataType`. */
  readonly path: string;
  readonly expected?: Json;
  readonly received?: Json;
}

/** One record that differs. */
export interface RecordDifference {
  readonly kind: DifferenceKind;
  readonly type: string;
  /** Its name behind those of its parents, such as `sales/orders/id`. */
  readonly name: string;
  /** Where it stands in the output, if it does. */
  readonly place?: RecordPlace | undefined;
  /** Where it stands in the baseline, if it does. */
  readonly expectedPlace?: RecordPlace | undefined;
  /** Of a changed record: what differs, at most 20 fields. */
  readonly fields: readonly FieldDifference[];
}

/** What came of the records of one type. */
export interface TypeComparison {
  readonly type: string;
  /** How many the baseline has. */
  readonly expected: number;
  /** How many the output has. */
  readonly received: number;
  /** How many differ, by kind. */
  readonly counts: Readonly<Record<DifferenceKind, number>>;
  /** The first of each kind; all are counted above. */
  readonly differences: readonly RecordDifference[];
}

/** What came of comparing an output with a baseline. */
export interface DataComparison {
  /** Whether nothing differs. */
  readonly matches: boolean;
  /** The file of the baseline. */
  readonly expectedFile: string;
  /** Whether the baseline was written, for `update`. */
  readonly written: boolean;
  /** By type, in the order of their names. */
  readonly types: readonly TypeComparison[];
  /** What was not compared. */
  readonly ignored: readonly IgnoredField[];
  /** All of it as a text for people, without secrets. */
  readonly report: string;
}

/** How many records of each kind are kept of each type; the others are counted. */
export const KEPT_RECORDS = 20;

/** How many fields are kept of a changed record. */
export const KEPT_FIELDS = 20;
