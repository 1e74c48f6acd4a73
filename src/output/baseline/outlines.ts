import { isRecord } from '../../validation/shape';
import type { OutputRecord } from '../record';
import type { OnlyKeys, Scope } from './fingerprint';
import type { MaskedPlace } from './masks';
import { PathTree } from './path-tree';

/** Whether records and fields that are not in the baseline are differences; see `strictComparison`. */
export type Strictness = boolean | 'records';

/** The parts of a baseline record that are compared by value, and those compared by mask. */
export interface Outline extends Scope {
  readonly masks: readonly MaskedPlace[];
}

/** The parts of a record that may contain additional fields. */
export const OPEN_PARTS: readonly string[] = ['attributes', 'customAttributes'];

/** Creates outlines; records of one kind share one. */
export class Outlines {
  readonly #known = new Map<string, Outline>();
  readonly #ignored: readonly (readonly string[])[];
  readonly #strictness: Strictness;
  readonly #plain: Outline;

  constructor(ignored: readonly (readonly string[])[], strictness: Strictness) {
    // The type is already compared when a record is looked up.
    this.#ignored = [['typeName'], ...ignored];
    this.#strictness = strictness;
    this.#plain = { skipped: new PathTree(this.#ignored), masks: [] };
  }

  /** The outline of `record`, given its masks. */
  of(record: OutputRecord, found: readonly MaskedPlace[]): Outline {
    const masks = found.filter(({ path }) => !this.#plain.skipped.covers(path));
    const allKeysCount = this.#strictness === true;
    if (allKeysCount && masks.length === 0) return this.#plain;
    const maskKey = masks.length === 0 ? '' : JSON.stringify(masks);
    const key = allKeysCount ? maskKey : `${maskKey}\0${keysOf(record)}`;
    const known = this.#known.get(key) ?? this.#make(record, masks);
    this.#known.set(key, known);
    return known;
  }

  #make(record: OutputRecord, masks: readonly MaskedPlace[]): Outline {
    const skipped = new PathTree([...this.#ignored, ...masks.map(({ path }) => path)]);
    return { skipped, masks, ...(this.#strictness === true ? {} : { only: onlyKeys(record) }) };
  }
}

/** The names of all fields that are compared, including those of the open parts; runs for each baseline record. */
function keysOf(record: OutputRecord): string {
  let keys = Object.keys(record).join('\0');
  for (const part of OPEN_PARTS) {
    if (isOpenPart(record, part)) keys += `\0\0${part}\0${Object.keys(record[part] as object).join('\0')}`;
  }
  return keys;
}

function onlyKeys(record: OutputRecord): OnlyKeys {
  return new Map(
    Object.keys(record).map((key) => {
      if (!isOpenPart(record, key)) return [key, undefined];
      return [key, new Map(Object.keys(record[key] as object).map((name) => [name, undefined]))];
    }),
  );
}

function isOpenPart(record: OutputRecord, key: string): boolean {
  return OPEN_PARTS.includes(key) && isRecord(record[key]);
}
