import { countOf } from '../../count-of';
import { nearestName } from '../../validation/problems';
import type { Subject } from '../subject';
import { printValue, typePhrase } from '../values/print';
import { quote } from '../values/quote';
import { joinPath } from './path-text';
import type { Place } from './place';

const KEYS_SHOWN = 12;
const KEY_LENGTH = 60;
/** Further names are not compared: finding the nearest of many takes too long. */
export const KEYS_COMPARED = 1000;

/** Where a path stopped that doesn't exist. */
export interface MissingDetails {
  /** The longest prefix of the path that exists; `''` means the whole response. */
  readonly stoppedAt: string;
  /** Describes the value there: `an object with the keys "status", "message"`, `an empty array`, `null`. */
  readonly stoppedAtKind: string;
  /** The path with its wrong key replaced by the one that was probably meant. */
  readonly nearestPath: string | undefined;
}

/** Describes where `place`, which was not found, stopped. */
export function missingDetails(subject: Subject, { segments, reached, holder }: Place): MissingDetails {
  const known = segments.slice(0, reached);
  const nearest = nearestRest(subject, { holder, rest: segments.slice(reached), isFirst: reached === 0 });
  return {
    stoppedAt: joinPath(known),
    stoppedAtKind: kindOf(holder),
    nearestPath: nearest && joinPath([...known, ...nearest]),
  };
}

/** Describes a value and its contents. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty array' : `an array of ${countOf(value.length, 'item')}`;
  if (value === undefined || value === null) return typePhrase(value);
  if (typeof value !== 'object') return `the ${typeof value} ${printValue(value, { maxLength: 100 })}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const shown = keys.slice(0, KEYS_SHOWN).map((key) => quote(key, KEY_LENGTH));
  if (keys.length > KEYS_SHOWN) shown.push(`… ${(keys.length - KEYS_SHOWN).toLocaleString('en-US')} more`);
  return `an object with the ${keys.length === 1 ? 'key' : 'keys'} ${shown.join(', ')}`;
}

interface WrongRest {
  readonly holder: unknown;
  /** The remaining keys of the path; the first doesn't exist. */
  readonly rest: readonly string[];
  readonly isFirst: boolean;
}

/**
 * The keys that were probably meant: a key with dots in its name, a similar key, the same key one level down (`status` for
 * `data.status`), or another key under which the path continues (`data.checks` for `preflight.checks`).
 */
function nearestRest({ roots }: Subject, { holder, rest, isFirst }: WrongRest): readonly string[] | undefined {
  const [wrong = '', ...after] = rest;
  if (/^(?:-?\d+|\*|)$/.test(wrong)) return undefined;
  const names = ownKeys(holder).slice(0, KEYS_COMPARED);
  const dotted = rest.findIndex((_key, index) => index > 0 && names.includes(rest.slice(0, index + 1).join('.')));
  if (dotted > 0) return [rest.slice(0, dotted + 1).join('.'), ...rest.slice(dotted + 1)];
  const near = nearestName(wrong, isFirst ? [...names, ...Object.keys(roots)] : names);
  if (near !== undefined) return [near, ...after];
  const below = childWith(holder, wrong);
  if (below !== undefined) return [below, ...rest];
  const beside = after[0] === undefined || wrong.startsWith('$') ? undefined : childWith(holder, after[0]);
  return beside === undefined ? undefined : [beside, ...after];
}

/** The key of `holder` whose value has `key`; only the first item of an array is checked. */
function childWith(holder: unknown, key: string): string | undefined {
  return childKeys(holder).find((child) => ownKeys((holder as Record<string, unknown>)[child]).includes(key));
}

/** The candidate names in `value`; an array's indexes are not names. */
export function ownKeys(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

/** The places to search one level down: any value of an object, or the first item of an array. */
function childKeys(value: unknown): readonly string[] {
  return Array.isArray(value) ? ['0'] : ownKeys(value).slice(0, KEYS_COMPARED);
}
