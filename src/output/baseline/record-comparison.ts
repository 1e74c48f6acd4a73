import { type OutputRecord, type RecordPlace, typeOf } from '../record';
import { type BaselineIndex, type Entry, sameKey } from './baseline-index';
import { type DifferenceKind, KEPT_RECORDS, type RecordDifference, type TypeComparison } from './comparison';
import { fingerprint } from './fingerprint';
import { keyText, recordName } from './identity';
import { masksHold, takeMasks } from './masks';
import type { PathTree } from './path-tree';
import { recordDifferences } from './record-differences';

interface Sample {
  readonly record: OutputRecord;
  readonly place: RecordPlace;
}

/** A changed record that is still to be compared with its baseline record in detail. */
interface Changed extends Sample {
  readonly entry: Entry;
}

interface Tally {
  expected: number;
  received: number;
  readonly counts: Record<DifferenceKind, number>;
  readonly differences: RecordDifference[];
  /** How many possibly changed records are kept. */
  samples: number;
}

interface Settings {
  readonly index: BaselineIndex;
  readonly ignored: PathTree;
  /** Whether records that are not in the baseline are differences. */
  readonly refusesExtra: boolean;
  readonly expectedFile: string;
}

/** Compares records with a baseline one by one; keeps only counts and the first differences. */
export class RecordComparison {
  readonly #settings: Settings;
  readonly #tallies = new Map<string, Tally>();
  readonly #samples = new Map<Entry, Sample[]>();
  /** Keyed by the ordinals of their entries. */
  readonly #changed = new Map<number, Changed>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Compares one record of the output with the baseline. */
  receive(record: OutputRecord, place: RecordPlace): void {
    const tally = this.#tally(typeOf(record));
    tally.received += 1;
    const first = this.#settings.index.find(record);
    if (first === undefined) {
      if (this.#settings.refusesExtra) this.#extra(record, place);
      return;
    }
    const equal = equalEntry(first, record);
    if (equal) {
      equal.isFound = true;
      return;
    }
    first.unlike += 1;
    if (tally.samples >= KEPT_RECORDS) return;
    tally.samples += 1;
    const samples = this.#samples.get(first) ?? [];
    samples.push({ record, place });
    this.#samples.set(first, samples);
  }

  /**
   * Call this when all records were received: counts missing, changed and duplicate records. Returns whether there are
   * changed records to `explain`.
   */
  settle(): boolean {
    for (const first of this.#settings.index.firsts()) this.#settle(first);
    this.#samples.clear();
    return this.#changed.size > 0;
  }

  /** Finds the changed fields of a baseline record, which is read a second time for this. */
  explain(expected: OutputRecord, ordinal: number): void {
    const changed = this.#changed.get(ordinal);
    if (changed === undefined) return;
    const { entry, record, place } = changed;
    takeMasks(expected);
    const fields = recordDifferences(expected, record, entry.outline);
    this.#keep({ ...ofEntry(entry, 'changed'), place, expectedPlace: this.#placeOf(entry), fields });
  }

  /** The results per type, sorted by name. */
  types(): TypeComparison[] {
    return [...this.#tallies]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([type, { expected, received, counts, differences }]) => ({
        ...{ type, expected, received, counts: { ...counts } },
        differences: [...differences],
      }));
  }

  #settle(first: Entry): void {
    const entries = [...sameKey(first)];
    const tally = this.#tally(first.type);
    tally.expected += entries.length;
    const open = entries.filter(({ isFound }) => !isFound);
    const samples = this.#samples.get(first) ?? [];
    const changed = Math.min(open.length, first.unlike);
    tally.counts.changed += changed;
    tally.counts.missing += open.length - changed;
    tally.counts.duplicate += first.unlike - changed;
    open.forEach((entry, index) => {
      const sample = samples[index];
      if (index >= changed) this.#keep({ ...ofEntry(entry, 'missing'), expectedPlace: this.#placeOf(entry) });
      else if (sample) this.#changed.set(entry.ordinal, { entry, ...sample });
    });
    for (const { place } of samples.slice(open.length)) {
      this.#keep({ ...ofEntry(first, 'duplicate'), place, expectedPlace: this.#placeOf(first) });
    }
  }

  #extra(record: OutputRecord, place: RecordPlace): void {
    const type = typeOf(record);
    const { counts } = this.#tally(type);
    counts.extra += 1;
    if (counts.extra > KEPT_RECORDS) return;
    this.#keep({ kind: 'extra', type, name: recordName(record, this.#settings.ignored), place, fields: [] });
  }

  #keep(difference: RecordDifference): void {
    const { differences } = this.#tally(difference.type);
    const kept = differences.filter(({ kind }) => kind === difference.kind).length;
    if (kept < KEPT_RECORDS) differences.push(difference);
  }

  #placeOf({ line }: Entry): RecordPlace {
    return { file: this.#settings.expectedFile, line };
  }

  #tally(type: string): Tally {
    const known = this.#tallies.get(type);
    if (known) return known;
    const counts = { missing: 0, extra: 0, changed: 0, duplicate: 0 };
    const tally: Tally = { expected: 0, received: 0, counts, differences: [], samples: 0 };
    this.#tallies.set(type, tally);
    return tally;
  }
}

/** The entry with the key of `first` that equals `record` and has not been found yet. */
function equalEntry(first: Entry, record: OutputRecord): Entry | undefined {
  for (let entry: Entry | undefined = first; entry !== undefined; entry = entry.next) {
    if (!entry.isFound && isEqual(entry, record)) return entry;
  }
  return undefined;
}

function isEqual(entry: Entry, record: OutputRecord): boolean {
  const { one, other } = fingerprint(record, entry.outline);
  return one === entry.one && other === entry.other && masksHold(record, entry.outline.masks);
}

function ofEntry({ type, key }: Entry, kind: DifferenceKind): RecordDifference {
  return { kind, type, name: keyText(key), fields: [] };
}
