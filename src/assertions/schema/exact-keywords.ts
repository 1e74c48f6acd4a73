import type { default as Ajv } from 'ajv';
import type { DataValidateFunction, DataValidationCxt } from 'ajv/dist/types';
import { isNumeric } from '../values/number-types';
import { originalOf, type Stand } from './stand-in';

/** Validates a value against the value of a keyword; returns the problem, or `undefined`. */
type Test = (value: unknown, limit: never) => { readonly message: string; readonly params: object } | undefined;

interface Keyword {
  readonly type?: 'number' | 'array';
  readonly test: Test;
}

type Numeric = number | bigint;

/** The keywords for numbers, exact for bigints too; their messages are those of ajv. */
const KEYWORDS: Readonly<Record<string, Keyword>> = {
  minimum: limit('>=', (value, least) => value >= least),
  maximum: limit('<=', (value, most) => value <= most),
  exclusiveMinimum: limit('>', (value, least) => value > least),
  exclusiveMaximum: limit('<', (value, most) => value < most),
  multipleOf: {
    type: 'number',
    test: (value, multipleOf: Numeric) =>
      isMultiple(value as Numeric, multipleOf)
        ? undefined
        : { message: `must be multiple of ${multipleOf}`, params: { multipleOf } },
  },
  const: {
    test: (value, allowedValue: unknown) =>
      plainText(value) === plainText(allowedValue)
        ? undefined
        : { message: 'must be equal to constant', params: { allowedValue } },
  },
  enum: {
    test: (value, allowedValues: readonly unknown[]) =>
      allowedValues.some((allowed) => plainText(value) === plainText(allowed))
        ? undefined
        : { message: 'must be equal to one of the allowed values', params: { allowedValues } },
  },
  uniqueItems: {
    type: 'array',
    test: (value, isAsked: boolean) => (isAsked ? duplicate(value as unknown[]) : undefined),
  },
};

/** Maps copies to their originals while a value is validated. */
export interface Validated {
  readonly schema: Stand;
  data: Stand;
}

/** Makes `ajv` validate the originals of the values that it receives. */
export function addExactKeywords(ajv: Ajv, validated: Validated): void {
  for (const [keyword, { type, test }] of Object.entries(KEYWORDS)) {
    ajv.removeKeyword(keyword);
    const compile = (limitGiven: unknown, schema: object): DataValidateFunction => {
      const limit = originalOf(validated.schema, limitGiven, { holder: schema, key: keyword });
      const validate: DataValidateFunction = (data: unknown, place?: DataValidationCxt) => {
        const at = { holder: place?.parentData as object, key: place?.parentDataProperty ?? '' };
        const problem = test(originalOf(validated.data, data, at), limit as never);
        if (problem !== undefined) validate.errors = [{ keyword, ...problem }];
        return problem === undefined;
      };
      return validate;
    };
    ajv.addKeyword({ keyword, compile, ...(type === undefined ? {} : { type }) });
  }
}

function limit(comparison: string, holds: (value: Numeric, limit: Numeric) => boolean): Keyword {
  const test = (value: unknown, bound: Numeric) =>
    holds(value as Numeric, bound)
      ? undefined
      : { message: `must be ${comparison} ${bound}`, params: { comparison, limit: bound } };
  return { type: 'number', test };
}

/** Compares two numbers like ajv; if one is a bigint, both are scaled to whole numbers by a power of ten. */
function isMultiple(value: Numeric, of: Numeric): boolean {
  if (typeof value === 'number' && typeof of === 'number') return Number.isInteger(value / of);
  const [scaled, divisor] = [decimal(value), decimal(of)];
  const digits = Math.max(scaled.digits, divisor.digits);
  return (
    (scaled.whole * 10n ** BigInt(digits - scaled.digits)) %
      (divisor.whole * 10n ** BigInt(digits - divisor.digits)) ===
    0n
  );
}

/** `1.25` as `125` with two decimal places. */
function decimal(value: Numeric): { readonly whole: bigint; readonly digits: number } {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = fraction.length - Number(exponent);
  return digits >= 0
    ? { whole: BigInt(whole + fraction), digits }
    : { whole: BigInt(whole + fraction) * 10n ** BigInt(-digits), digits: 0 };
}

function duplicate(items: readonly unknown[]): ReturnType<Test> {
  const seen = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const text = plainText(item);
    const j = seen.get(text);
    if (j !== undefined)
      return { message: `must NOT have duplicate items (items ## ${j} and ${i} are identical)`, params: { i, j } };
    seen.set(text, i);
  }
  return undefined;
}

/** The same string for values that are equal in JSON Schema: numbers by value, objects regardless of key order. */
function plainText(value: unknown): string {
  if (isNumeric(value)) return Number.isInteger(value) ? String(BigInt(value)) : String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainText).join()}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${plainText((value as Record<string, unknown>)[key])}`).join()}}`;
}
