import { isIsoDate, isUuid } from '../../assertions/predicates/formats';
import { isBoolean, isNumber, isString } from '../../assertions/predicates/kinds';
import { nearestName } from '../../validation/problems';

/** What stands in a baseline for any value of a kind. */
export const MASKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  '<any>': (value) => value !== undefined,
  '<string>': isString(),
  '<number>': isNumber(),
  '<boolean>': isBoolean(),
  '<uuid>': isUuid() as (value: unknown) => boolean,
  '<iso-date>': isIsoDate() as (value: unknown) => boolean,
};

/** A place of a baseline's record at which a mask stands. */
export interface MaskedPlace {
  readonly path: readonly string[];
  readonly mask: string;
}

const ESCAPED = new RegExp(`^\\\\+(?:${Object.keys(MASKS).join('|')})$`);

/** Whether `value` is a mask. */
export function isMask(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('<') && Object.hasOwn(MASKS, value);
}

/** A text as it has to stand in a baseline to mean itself: one that reads like a mask gets a backslash before it. */
export function escapeMask(text: string): string {
  return isMask(text) || ESCAPED.test(text) ? `\\${text}` : text;
}

/** The mask that `text` was probably meant to be. */
export function nearestMask(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^<[\w -]+>$/.test(text)) return undefined;
  return nearestName(text, Object.keys(MASKS));
}

/** The masks of a record, which is `JSON.parse`d and nobody else's: what is escaped in it is made what it means. */
export function takeMasks(record: unknown): MaskedPlace[] {
  const found: MaskedPlace[] = [];
  take(record, [], found);
  return found;
}

function take(holder: unknown, path: string[], found: MaskedPlace[]): void {
  if (typeof holder !== 'object' || holder === null) return;
  const values = holder as Record<string, unknown>;
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (typeof value === 'string') {
      if (isMask(value)) found.push({ path: [...path, key], mask: value });
      else if (value.startsWith('\\') && ESCAPED.test(value)) values[key] = value.slice(1);
    } else if (typeof value === 'object') {
      path.push(key);
      take(value, path, found);
      path.pop();
    }
  }
}

/** Whether what stands at the place of each mask is what the mask stands for. */
export function masksHold(record: unknown, masks: readonly MaskedPlace[]): boolean {
  return masks.every(({ path, mask }) => MASKS[mask]?.(valueAt(record, path)));
}

/** The value at a place; `undefined` where there is none. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
