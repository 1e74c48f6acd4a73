import { jsonText } from '../../json/exact-json';
import { harmless } from '../../report/plain-text';

// A merged journal may be of another origin: the type of a field says what it should be.

const LONGEST = 1_000;

/** A short string, whatever the value is. */
export function shortText(value: unknown): string {
  return harmless(anyText(value).slice(0, LONGEST));
}

/** A string, whatever the value is: `String` throws for an object whose `toString` isn't a function. */
export function anyText(value: unknown): string {
  return typeof value === 'object' && value !== null ? jsonText(value) : String(value);
}

/** The same as {@link shortText}, for a field that may be absent. */
export function optionalText(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : shortText(value);
}

/** The number, or 0 for anything else. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** The list, or an empty one for anything else. */
export function listOf<Item>(value: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(value) ? value : [];
}
