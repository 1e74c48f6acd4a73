import { printValue } from './print';

/** Whether `value` is a JSON number: a `number`, or a `bigint` for an integer beyond ±(2^53 − 1). */
export function isNumeric(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Whether a `number` and a `bigint` have the same value; `undefined` for any other two values. */
export function sameNumber(one: unknown, other: unknown): boolean | undefined {
  if (typeof one === 'bigint' && typeof other === 'number') return Number.isInteger(other) && one === BigInt(other);
  return typeof one === 'number' && typeof other === 'bigint' ? sameNumber(other, one) : undefined;
}

/** Whether one is a `number` and the other a `bigint`. */
export function areNumbersOfTwoTypes(one: unknown, other: unknown): boolean {
  return isNumeric(one) && isNumeric(other) && typeof one !== typeof other;
}

/** Whether one is a `bigint` and the other the `number` that it would be rounded to. */
export function isRounded(one: unknown, other: unknown): boolean {
  return areNumbersOfTwoTypes(one, other) && Number(one) === Number(other);
}

/** Why a number and a bigint are never equal, and what to write; `undefined` for any other two values. */
export function explainNumberTypes(received: unknown, expected: unknown): string | undefined {
  if (typeof received === 'bigint' && typeof expected === 'number') {
    return `an integer beyond ±${Number.MAX_SAFE_INTEGER} is a bigint, which never equals a number: write ${printValue(received)}`;
  }
  if (typeof received !== 'number' || typeof expected !== 'bigint') return undefined;
  const isInteger = Number.isSafeInteger(received);
  const what = isInteger ? `an integer up to ±${Number.MAX_SAFE_INTEGER}` : 'a number with a fraction or an exponent';
  // Print `-0` as `0`.
  return `${what} is a number, which never equals a bigint: write ${printValue(received || 0)}`;
}
