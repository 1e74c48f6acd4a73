import { ConnectorTestError } from '../../errors';
import { jsonText, parseJson } from '../../json/exact-json';
import { describeGiven } from '../../validation/problems';
import { isRecord } from '../../validation/shape';
import type { OutputRecord } from '../record';

/**
 * A record that was handed over, as JSON would have it: dates as texts, without what is `undefined`.
 *
 * @throws ConnectorTestError OUTPUT_UNREADABLE for what is no object, and what JSON cannot carry.
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

/** JSON would leave out a function, and write `{}` for a Map. */
function plainValue(this: unknown, key: string, value: unknown): unknown {
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  const isForeign = ['Function', 'Symbol', 'Map', 'Set', 'RegExp', 'Promise'].includes(kind);
  if (isForeign || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new TypeError(`JSON cannot carry ${describeGiven(value)}, at ${JSON.stringify(key)}.`);
  }
  return value;
}

function notPlain(number: number, why: string): ConnectorTestError {
  return new ConnectorTestError('OUTPUT_UNREADABLE', {
    what: `Record ${number} of the list is no record.`,
    why,
    fix: 'a record is a plain object, such as a line of the output that JSON.parse has read.',
  });
}
