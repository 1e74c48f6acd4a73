import { ConnectorTestError } from '../../errors';
import { type OutputRecord, placeText, type RecordPlace, typeOf } from '../record';
import { type Fingerprint, fingerprint } from './fingerprint';
import { type IdentityFields, identityFields, identityKey } from './identity';
import { takeMasks } from './masks';
import type { Outline, Outlines } from './outlines';
import type { PathTree } from './path-tree';

interface Contents {
  readonly type: string;
  readonly key: string;
  readonly outline: Outline;
  readonly print: Fingerprint;
}

/** What is kept of a record of the baseline: little, for there may be very many. */
export class Entry {
  readonly type: string;
  /** What it is known by, among those of its type. */
  readonly key: string;
  readonly outline: Outline;
  readonly one: number;
  readonly other: number;
  readonly line: number;
  /** Its place among all records of the baseline. */
  readonly ordinal: number;
  /** Whether the output has one that is equal. */
  isFound = false;
  /** Of the first with its key: how many of the output have the key, and are equal to none. */
  unlike = 0;
  /** Another record with the same key. */
  next: Entry | undefined = undefined;

  constructor({ type, key, outline, print }: Contents, line: number, ordinal: number) {
    this.type = type;
    this.key = key;
    this.outline = outline;
    this.one = print.one;
    this.other = print.other;
    this.line = line;
    this.ordinal = ordinal;
  }
}

interface Group {
  readonly fields: IdentityFields;
  readonly entries: Map<string, Entry>;
}

/** The records of a baseline by what they are known by. */
export class BaselineIndex {
  /** By type; of each those with most fields first. */
  readonly #groups = new Map<string, Group[]>();
  readonly #outlines: Outlines;
  readonly #ignored: PathTree;
  #size = 0;

  constructor(outlines: Outlines, ignored: PathTree) {
    this.#outlines = outlines;
    this.#ignored = ignored;
  }

  get size(): number {
    return this.#size;
  }

  /** @throws ConnectorTestError BASELINE_INVALID for a record that has no name. */
  add(record: OutputRecord, place: RecordPlace): void {
    const fields = identityFields(record, this.#ignored);
    const key = fields && identityKey(record, fields);
    if (fields === undefined || key === undefined) throw namelessError(place);
    const type = typeOf(record);
    const outline = this.#outlines.of(record, takeMasks(record));
    const entry = new Entry({ type, key, outline, print: fingerprint(record, outline) }, place.line, this.#size);
    this.#size += 1;
    const { entries } = this.#group(type, fields);
    const first = entries.get(key);
    if (first === undefined) entries.set(key, entry);
    else {
      entry.next = first.next;
      first.next = entry;
    }
  }

  /** The first record with the same key, if there is one. */
  find(record: OutputRecord): Entry | undefined {
    for (const { fields, entries } of this.#groups.get(typeOf(record)) ?? []) {
      const key = identityKey(record, fields);
      const found = key === undefined ? undefined : entries.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The first of each key. */
  *firsts(): Generator<Entry> {
    for (const groups of this.#groups.values()) {
      for (const { entries } of groups) yield* entries.values();
    }
  }

  #group(type: string, fields: IdentityFields): Group {
    const groups = this.#groups.get(type) ?? [];
    const known = groups.find((group) => group.fields === fields);
    if (known) return known;
    const group = { fields, entries: new Map<string, Entry>() };
    groups.push(group);
    groups.sort((left, right) => right.fields.length - left.fields.length);
    this.#groups.set(type, groups);
    return group;
  }
}

/** An entry and those with the same key. */
export function* sameKey(first: Entry): Generator<Entry> {
  for (let entry: Entry | undefined = first; entry !== undefined; entry = entry.next) yield entry;
}

function namelessError(place: RecordPlace): ConnectorTestError {
  return new ConnectorTestError('BASELINE_INVALID', {
    what: `${placeText(place)} has no name, so no record of the output can be told to be it.`,
    why: 'a record is known by its `attributes.name` (or `qualifiedName`, or `id`), which may be no mask.',
    fix: 'give it a name, or take it out of the baseline.',
  });
}
