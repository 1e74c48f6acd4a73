import { ConnectorTestError } from '../../errors';
import { jsonText, parseJson } from '../../json/exact-json';
import { describeGiven } from '../../validation/problems';
import { isRecord } from '../../validation/shape';
import type { OutputRecord } from '../record';

/**
 * Converts a given record as JSON would: dates become strings, and `undefined` is left out.
 *
 * @throws ConnectorTestError OUTPUT_UNREADABLE if it isn't an object, or contains a value that JSON does not support.
 */
export function plainRecord(value: unknown, number: number): OutputRecord {
  if (!isRecord(value)) throw notPlain(number, `expected an object, received ${describeGiven(value)}.`);
  let plain: unknown;
  try {
    plain = parseJson(jsonText(value, { replace: plainValue }));
  } catch (error) {
    throw notPlain(number, (error as Error).message);
  }
  return plain as OutputRecord;
}

/** Throws for values that JSON would change: it would leave out a function, and write `{}` for a Map. */
function plainValue(this: unknown, key: string, value: unknown): unknown {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const isForeign = ['Function', 'Symbol', 'Map', 'Set', 'RegExp', 'Promise'].includes(kind);
  if (isForeign || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new TypeError(`JSON does not support ${describeGiven(value)} at ${JSON.stringify(key)}.`);
  }
  return value;
}

function notPlain(number: number, why: string): ConnectorTestError {
  return new ConnectorTestError('OUTPUT_UNREADABLE', {
    what: `Invalid record ${number} in the list.`,
    why,
    fix: 'pass plain objects, such as lines of the output that JSON.parse has read.',
  });
}
