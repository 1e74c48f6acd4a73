import type { JsonSchema } from '../../assertions/schema/json-schema';
import { isRecord } from '../../validation/shape';
import { allowedValues, alternatives, propertiesOf, requiredOf, typesOf } from './schema-node';

const DEEPEST = 10;

/** A small value that matches `schema`, as far as possible: a pattern isn't considered. */
export function validValue(schema: unknown, root: JsonSchema, depth = 0): unknown {
  const schemas = alternatives(schema, root);
  const [first = {}] = schemas;
  if ('default' in first) return first['default'];
  const allowed = allowedValues(schemas);
  if (allowed !== undefined) return allowed[0];
  const types = typesOf([first]);
  if (types === undefined || types.has('string')) return text(first);
  if (types.has('object')) return depth > DEEPEST ? {} : withRequired({}, first, root, depth);
  if (types.has('array')) return items(first, root, depth);
  if (types.has('boolean')) return true;
  return types.has('null') ? null : number(first);
}

/** `value` with a valid value for each required field that it lacks. */
export function withRequired(
  value: Readonly<Record<string, unknown>>,
  schema: JsonSchema,
  root: JsonSchema,
  depth = 0,
): Record<string, unknown> {
  const missing = requiredOf(schema).filter((name) => !Object.hasOwn(value, name));
  const filled = missing.map((name) => [name, validValue(propertiesOf(schema)[name], root, depth + 1)] as const);
  return { ...value, ...Object.fromEntries(filled) };
}

function text({ minLength = 0, maxLength = Infinity }: JsonSchema): string {
  const long = 'jest-connector'.padEnd(Number(minLength), '-');
  return long.slice(0, Number(maxLength));
}

function items(schema: JsonSchema, root: JsonSchema, depth: number): unknown[] {
  const count = depth > DEEPEST ? 0 : Number(schema['minItems'] ?? 0);
  return Array.from({ length: count }, () => validValue(itemSchema(schema), root, depth + 1));
}

function number({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): unknown {
  if (minimum !== undefined) return minimum;
  if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + 1;
  if (typeof exclusiveMaximum === 'number') return exclusiveMaximum - 1;
  return maximum ?? 1;
}

/** The schema of an array's items. */
export function itemSchema({ items: schema }: JsonSchema): JsonSchema | undefined {
  return isRecord(schema) ? schema : undefined;
}
