import type { JsonSchema } from '../../assertions/schema/json-schema';
import { allowedValues, onlyAlternative, type SchemaType, typeOfValue, typesOf } from './schema-node';
import { itemSchema, validValue } from './valid-value';

/** A value that a schema forbids, and how the scenario with it is called. */
export interface WrongValue {
  readonly kind: string;
  readonly value: unknown;
}

const OTHER = 'jest-connector';
/** In this order: most servers convert numbers to strings, and none converts these. */
const OF_OTHER_TYPE: readonly unknown[] = [OTHER, { [OTHER]: OTHER }, [OTHER], true];
/** A longer value would test something else. */
const LONGEST = 1_000_000;
const MOST_ITEMS = 1_000;

/** One wrong value per kind. @param avoided Types that the client converts, so that they would not arrive. */
export function wrongValues(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  avoided: readonly SchemaType[] = [],
): WrongValue[] {
  const types = typesOf(schemas);
  if (types === undefined) return [];
  const only = onlyAlternative(schemas);
  const other = OF_OTHER_TYPE.find((value) => !types.has(typeOfValue(value)) && !avoided.includes(typeOfValue(value)));
  return [
    ...(types.has('null') ? [] : [{ kind: 'null', value: null }]),
    ...(other === undefined ? [] : [{ kind: 'wrong_type', value: other }]),
    ...unknownValue(schemas, types),
    ...(only === undefined ? [] : [...outOfRange(only), ...wrongLength(only), ...wrongCount(only, root)]),
  ];
}

/** A value of the right type that isn't in the list. */
function unknownValue(schemas: readonly JsonSchema[], types: ReadonlySet<SchemaType>): WrongValue[] {
  const allowed = allowedValues(schemas);
  if (allowed === undefined) return [];
  const value = types.has('string') ? `${OTHER}-unknown` : 987_654;
  return types.has('string') || types.has('integer') ? [{ kind: 'unknown_value', value }] : [];
}

function outOfRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): WrongValue[] {
  const below = isNumber(exclusiveMinimum) ? exclusiveMinimum : isNumber(minimum) ? moved(minimum, -1) : undefined;
  const above = isNumber(exclusiveMaximum) ? exclusiveMaximum : isNumber(maximum) ? moved(maximum, 1) : undefined;
  return [
    ...(below === undefined ? [] : [{ kind: 'below_minimum', value: below }]),
    ...(above === undefined ? [] : [{ kind: 'above_maximum', value: above }]),
  ];
}

/** Far enough for a number of any size, and whole for a whole number. */
function moved(limit: number | bigint, direction: 1 | -1): number | bigint {
  if (typeof limit === 'bigint') return limit + BigInt(direction);
  return limit + direction * Math.max(1, Math.ceil(Math.abs(limit) / 1_000));
}

function wrongLength({ minLength, maxLength, pattern }: JsonSchema): WrongValue[] {
  const other =
    typeof pattern === 'string'
      ? textAgainst(pattern, Number(minLength ?? 0), Number(maxLength ?? LONGEST))
      : undefined;
  return [
    ...(isNumber(minLength) && minLength > 0 ? [{ kind: 'too_short', value: '-'.repeat(Number(minLength) - 1) }] : []),
    ...(isNumber(maxLength) && maxLength < LONGEST
      ? [{ kind: 'too_long', value: '-'.repeat(Number(maxLength) + 1) }]
      : []),
    ...(other === undefined ? [] : [{ kind: 'wrong_pattern', value: other }]),
  ];
}

/** A string of an allowed length that doesn't match; `undefined` if none of a few is one. */
function textAgainst(pattern: string, shortest: number, longest: number): string | undefined {
  const expression = expressionOf(pattern);
  const texts = ['!', ' ', 'a', '0', '/'].map((letter) => letter.repeat(Math.max(1, Math.min(shortest, LONGEST))));
  return expression && texts.find((text) => text.length <= longest && !expression.test(text));
}

function expressionOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    // A pattern of another language, which can't be checked here.
    return undefined;
  }
}

function wrongCount(schema: JsonSchema, root: JsonSchema): WrongValue[] {
  const { minItems, maxItems } = schema;
  const item = (): unknown => validValue(itemSchema(schema), root);
  const isBounded = isNumber(maxItems) && maxItems < MOST_ITEMS;
  return [
    ...(isNumber(minItems) && minItems > 0
      ? [{ kind: 'too_few_items', value: Array.from({ length: Number(minItems) - 1 }, item) }]
      : []),
    ...(isBounded ? [{ kind: 'too_many_items', value: Array.from({ length: Number(maxItems) + 1 }, item) }] : []),
  ];
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
