import { resolve } from 'node:path';
import { ConnectorTestError } from '../../errors';
import { jsonText } from '../../json/exact-json';
import { BaselineIndex, type Entry, sameKey } from '../baseline/baseline-index';
import type { DataComparison } from '../baseline/comparison';
import { baselineFormat, compareSteps, type ComparisonOrder, hasBaseline, withReport } from '../baseline/expected-data';
import { identityFields, identityKey } from '../baseline/identity';
import { ignoredFieldList, ignoredPaths } from '../baseline/ignored-fields';
import { Outlines } from '../baseline/outlines';
import { PathTree } from '../baseline/path-tree';
import type { Steps } from '../chunked';
import { eachOfFile, eachRecord } from '../read/each-record';
import { type OutputRecord, placeText, type RecordPlace, typeOf } from '../record';
import { baselineRecord, mergedRecord } from './baseline-record';
import { type TypedRecord, writeBaseline } from './write-baseline';

/**
 * Writes the baseline from the output if it does not exist or differs; then compares the two.
 *
 * Masks that still match are kept. In a comparison that isn't strict, records and fields that are not in the baseline
 * are not added.
 *
 * @throws ConnectorTestError BASELINE_INVALID, OUTPUT_MISSING, OUTPUT_UNREADABLE
 */
export function* updateSteps(order: ComparisonOrder): Steps<DataComparison> {
  const { source, file, options } = order;
  const path = resolve(file);
  const format = baselineFormat(path);
  const ignored = ignoredPaths(ignoredFieldList(options.ignoredFields));
  const draft = new BaselineDraft(ignored, options.strictComparison ?? true);
  if (hasBaseline(path)) {
    yield* eachOfFile({ path, format }, 'BASELINE_INVALID', (record, place) => draft.know(record, place));
    if (draft.knowsRecords) {
      const comparison = yield* compareSteps(order);
      if (comparison.matches) return comparison;
    }
  }
  yield* eachRecord(source, (record, place) => draft.add(record, place));
  writeBaseline({ path, format, records: draft.sorted() });
  return withReport({ ...(yield* compareSteps(order)), written: true });
}

interface Drafted extends TypedRecord {
  readonly key: string;
}

/** A baseline that is being written. */
class BaselineDraft {
  readonly #index: BaselineIndex;
  readonly #ignored: PathTree;
  readonly #strictness: boolean | 'records';
  /** The records of the existing baseline, unchanged. */
  readonly #known: OutputRecord[] = [];
  readonly #drafted: Drafted[] = [];

  constructor(ignored: readonly (readonly string[])[], strictness: boolean | 'records') {
    this.#ignored = new PathTree(ignored);
    this.#strictness = strictness;
    this.#index = new BaselineIndex(new Outlines(ignored, strictness), this.#ignored);
  }

  get knowsRecords(): boolean {
    return this.#known.length > 0;
  }

  know(record: OutputRecord, place: RecordPlace): void {
    this.#known.push(structuredClone(record));
    this.#index.add(record, place);
  }

  add(record: OutputRecord, place: RecordPlace): void {
    const entry = this.#freeEntry(record);
    if (entry === undefined && this.knowsRecords && this.#strictness === false) return;
    const whole = baselineRecord(record, this.#ignored);
    const known = entry && this.#known[entry.ordinal];
    const drafted = known === undefined ? whole : mergedRecord(known, whole, this.#strictness !== true);
    const fields = identityFields(drafted, this.#ignored);
    if (fields === undefined) throw namelessError(place);
    this.#drafted.push({ type: typeOf(record), key: identityKey(drafted, fields) ?? '', record: drafted });
  }

  /** The records in an order that does not depend on the output's order. */
  sorted(): readonly TypedRecord[] {
    return this.#drafted.sort(
      (left, right) =>
        compareTexts(left.type, right.type) ||
        compareTexts(left.key, right.key) ||
        compareTexts(jsonText(left.record), jsonText(right.record)),
    );
  }

  #freeEntry(record: OutputRecord): Entry | undefined {
    const first = this.#index.find(record);
    const free = first && [...sameKey(first)].find(({ isFound }) => !isFound);
    if (free) free.isFound = true;
    return free;
  }
}

function compareTexts(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function namelessError(place: RecordPlace): ConnectorTestError {
  return new ConnectorTestError('BASELINE_INVALID', {
    what: `The baseline was not written: ${placeText(place)} has no name.`,
    why: 'a record is identified by `attributes.name` (or `qualifiedName`, or `id`), which must not contain a secret.',
    fix: "correct the workflow's output, or check such records with record rules.",
  });
}
