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

/** The part of a baseline record that is kept in memory: little, because there may be very many. */
export class Entry {
  readonly type: string;
  /** Its key, unique among records of its type unless there are duplicates. */
  readonly key: string;
  readonly outline: Outline;
  readonly one: number;
  readonly other: number;
  readonly line: number;
  /** Its index among all records of the baseline. */
  readonly ordinal: number;
  /** Whether the output contains an equal record. */
  isFound = false;
  /** For the first entry with its key: how many output records have the key but equal none of its entries. */
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

/** The records of a baseline by key. */
export class BaselineIndex {
  /** By type; groups with the most fields first. */
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

  /** @throws ConnectorTestError BASELINE_INVALID if the record has no name. */
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

  /** Finds the first record with the same key. */
  find(record: OutputRecord): Entry | undefined {
    for (const { fields, entries } of this.#groups.get(typeOf(record)) ?? []) {
      const key = identityKey(record, fields);
      const found = key === undefined ? undefined : entries.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The first entry of each key. */
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

/** An entry, and the others with the same key. */
export function* sameKey(first: Entry): Generator<Entry> {
  for (let entry: Entry | undefined = first; entry !== undefined; entry = entry.next) yield entry;
}

function namelessError(place: RecordPlace): ConnectorTestError {
  return new ConnectorTestError('BASELINE_INVALID', {
    what: `${placeText(place)} has no name, so it can't be matched to a record in the output.`,
    why: 'a record is identified by `attributes.name` (or `qualifiedName`, or `id`), and a mask is not allowed there.',
    fix: 'add a name to the record, or remove the record from the baseline.',
  });
}
