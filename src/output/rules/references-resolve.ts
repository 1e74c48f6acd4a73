import { isRecord, isText } from '../../validation/shape';
import { attributesOf, type OutputRecord, placeText, type RecordPlace, typeOf } from '../record';
import type { RecordCheck, RecordRule } from './record-rule';
import { labelOf } from './rules';

/** Options of `referencesResolve`. */
export interface ReferenceOptions {
  /** Fields that are not followed. */
  readonly ignoredFields?: readonly string[];
}

/** A record that another one refers to. */
interface Target {
  /** Unknown for a reference that is only a `…QualifiedName`. */
  readonly type: string | undefined;
  readonly qualifiedName: string;
}

interface Orphan extends Target {
  count: number;
  readonly first: string;
}

/** The parts of a record that contain references. */
const PARTS = ['attributes', 'relationshipAttributes'];

/** See the main entry's referencesResolve. */
export function referencesResolve({ ignoredFields = [] }: ReferenceOptions = {}): RecordRule {
  return {
    name: 'every record that is referred to exists',
    problem: Array.isArray(ignoredFields) ? undefined : 'referencesResolve: expected ignoredFields to be a list',
    start: () => new ReferenceCheck(ignoredFields),
  };
}

class ReferenceCheck implements RecordCheck {
  readonly #ignored: ReadonlySet<string>;
  /** For each qualified name, the types of the records that have it. */
  readonly #present = new Map<string, readonly string[]>();
  readonly #wanted = new Map<string, Orphan>();

  constructor(ignoredFields: readonly string[]) {
    this.#ignored = new Set(ignoredFields);
  }

  record(record: OutputRecord, place: RecordPlace): undefined {
    const attributes = attributesOf(record);
    const { qualifiedName, connectionQualifiedName: connection } = attributes;
    if (isText(qualifiedName)) {
      this.#present.set(qualifiedName, [...(this.#present.get(qualifiedName) ?? []), typeOf(record)]);
    }
    for (const { field, target } of this.#references(record)) {
      if (isText(connection) && !target.qualifiedName.startsWith(`${connection}/`)) continue;
      this.#want(target, () => `${labelOf(record)} (${field}) at ${placeText(place)}`);
    }
    return undefined;
  }

  end(): string | string[] {
    if (this.#wanted.size === 0) return 'there are no references, so nothing was checked';
    return [...this.#wanted.values()].filter((target) => !this.#isPresent(target)).map(orphanText);
  }

  #want(target: Target, referrer: () => string): void {
    const key = `${target.type ?? ''}\0${target.qualifiedName}`;
    const known = this.#wanted.get(key);
    if (known) known.count += 1;
    else this.#wanted.set(key, { ...target, count: 1, first: referrer() });
  }

  #isPresent({ type, qualifiedName }: Target): boolean {
    const types = this.#present.get(qualifiedName);
    return types !== undefined && (type === undefined || types.includes(type));
  }

  *#references(record: OutputRecord): Generator<{ field: string; target: Target }> {
    for (const part of PARTS) {
      const fields: unknown = record[part];
      if (!isRecord(fields)) continue;
      for (const [field, value] of Object.entries(fields)) {
        if (this.#ignored.has(field)) continue;
        for (const target of targetsOf(field, value)) yield { field, target };
      }
    }
  }
}

function targetsOf(field: string, value: unknown): Target[] {
  if (isText(value) && /.QualifiedName$/.test(field) && field !== 'connectionQualifiedName') {
    return [{ type: undefined, qualifiedName: value }];
  }
  const references = Array.isArray(value) ? (value as unknown[]) : [value];
  return references.flatMap((reference) => {
    if (!isRecord(reference) || !isText(reference['typeName'])) return [];
    const { uniqueAttributes: unique } = reference;
    const qualifiedName = isRecord(unique) ? unique['qualifiedName'] : reference['qualifiedName'];
    return isText(qualifiedName) ? [{ type: reference['typeName'], qualifiedName }] : [];
  });
}

function orphanText({ type, qualifiedName, count, first }: Orphan): string {
  const others = count === 1 ? '' : ` and ${(count - 1).toLocaleString('en-US')} more`;
  return `${[type, qualifiedName].filter(Boolean).join(' ')} does not exist; ${first}${others} refer${count === 1 ? 's' : ''} to it`;
}
