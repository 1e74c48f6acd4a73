import type { PathTree } from './path-tree';

/** The keys that count, each with the keys that count below it; `undefined` means all. */
export type OnlyKeys = ReadonlyMap<string, OnlyKeys | undefined>;

/** The parts of a record that count. */
export interface Scope {
  readonly skipped: PathTree;
  readonly only?: OnlyKeys | undefined;
}

/**
 * Two 32-bit numbers that are the same for equal values; they are kept instead of the record. The order of keys does not
 * matter, as in Jest's `toEqual`. Different values have the same fingerprint by chance once in 2^64 changed records.
 */
export interface Fingerprint {
  readonly one: number;
  readonly other: number;
}

/** The fingerprint of the parts of a JSON value that count. */
export function fingerprint(value: unknown, { skipped, only }: Scope): Fingerprint {
  add(value, skipped, only);
  return { one, other };
}

// The result of the last step. Allocating an object for each of a record's values would take most of the time.
let one = 0;
let other = 0;

/** Above the 16 bits of a character, so that no character can turn one seed into another. */
const SEEDS = {
  text: 1 << 16,
  number: 2 << 16,
  bigint: 9 << 16,
  object: 3 << 16,
  array: 4 << 16,
  null: 5 << 16,
  true: 6 << 16,
  false: 7 << 16,
  undefined: 8 << 16,
};

function add(value: unknown, skipped: PathTree | undefined, only: OnlyKeys | undefined): void {
  if (typeof value === 'string') addText(value, SEEDS.text);
  else if (typeof value === 'number') addText(String(value), SEEDS.number);
  else if (typeof value === 'bigint') addText(String(value), SEEDS.bigint);
  else if (typeof value !== 'object' || value === null) {
    addText('', SEEDS[String(value) as 'null' | 'true' | 'false' | 'undefined']);
  } else if (Array.isArray(value)) addItems(value, skipped);
  else addFields(value as Readonly<Record<string, unknown>>, skipped, only);
}

function addFields(
  fields: Readonly<Record<string, unknown>>,
  skipped: PathTree | undefined,
  only: OnlyKeys | undefined,
): void {
  let sumOne = SEEDS.object;
  let sumOther = ~SEEDS.object;
  for (const key of Object.keys(fields)) {
    const below = skipped?.at(key);
    if (below === true || (only !== undefined && !only.has(key))) continue;
    add(fields[key], below, only?.get(key));
    addText(key, one, other);
    // A sum, so that the order doesn't matter; each part is mixed first.
    sumOne = (sumOne + one) | 0;
    sumOther = (sumOther + other) | 0;
  }
  mix(sumOne, sumOther);
}

function addItems(items: readonly unknown[], skipped: PathTree | undefined): void {
  let sumOne = SEEDS.array;
  let sumOther = items.length;
  items.forEach((item, index) => {
    const below = skipped?.at(String(index));
    if (below === true) return;
    add(item, below, undefined);
    mix(Math.imul(sumOne, 31) ^ one, Math.imul(sumOther, 37) ^ other);
    sumOne = one;
    sumOther = other;
  });
  mix(sumOne, sumOther);
}

/** The hash function cyrb53 with all its bits: two multiplicative hashes that are mixed with each other at the end. */
function addText(text: string, seedOne: number, seedOther = seedOne): void {
  let first = 0xdeadbeef ^ seedOne;
  let second = 0x41c6ce57 ^ seedOther;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  mix(first, second);
}

function mix(first: number, second: number): void {
  const a = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  const b = Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  one = a | 0;
  other = b | 0;
}
