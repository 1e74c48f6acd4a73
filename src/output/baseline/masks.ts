import { isIsoDate, isUuid } from '../../assertions/predicates/formats';
import { isBoolean, isNumber, isString } from '../../assertions/predicates/kinds';
import { nearestName } from '../../validation/problems';

/** Placeholders in a baseline that match any value of a kind. */
export const MASKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  '<any>': (value) => value !== undefined,
  '<string>': isString(),
  '<number>': isNumber(),
  '<boolean>': isBoolean(),
  '<uuid>': isUuid() as (value: unknown) => boolean,
  '<iso-date>': isIsoDate() as (value: unknown) => boolean,
};

/** The place of a mask in a baseline record. */
export interface MaskedPlace {
  readonly path: readonly string[];
  readonly mask: string;
}

const ESCAPED = new RegExp(`^\\\\+(?:${Object.keys(MASKS).join('|')})$`);

/** Whether `value` is a mask. */
export function isMask(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('<') && Object.hasOwn(MASKS, value);
}

/** Escapes a string for a baseline: one that looks like a mask gets a leading backslash. */
export function escapeMask(text: string): string {
  return isMask(text) || ESCAPED.test(text) ? `\\${text}` : text;
}

/** The mask that `text` is probably a typo of. */
export function nearestMask(text: unknown): string | undefined {
  if (typeof text !== 'string' || !/^<[\w -]+>$/.test(text)) return undefined;
  return nearestName(text, Object.keys(MASKS));
}

/** Returns the masks of a record and unescapes its strings in place, so the record must not be shared. */
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

/** Whether the value at the place of each mask matches the mask. */
export function masksHold(record: unknown, masks: readonly MaskedPlace[]): boolean {
  return masks.every(({ path, mask }) => MASKS[mask]?.(valueAt(record, path)));
}

/** The value at a path; `undefined` if there is none. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
