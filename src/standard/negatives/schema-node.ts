import { keyOfPointer } from '../../assertions/schema/json-pointer';
import type { JsonSchema } from '../../assertions/schema/json-schema';
import { isRecord } from '../../validation/shape';

/** The JSON types of schemas. An integer is also a number. */
export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';

/** Schemas may refer to themselves. */
const MOST_REFERENCES = 20;

/** `schema` without its references and `allOf`: what they say is merged into it. */
export function resolved(schema: unknown, root: JsonSchema, references = 0): JsonSchema {
  if (!isRecord(schema) || references > MOST_REFERENCES) return {};
  const { $ref, allOf, ...own } = schema;
  const others = [
    ...(typeof $ref === 'string' ? [referenced($ref, root)] : []),
    ...(Array.isArray(allOf) ? (allOf as unknown[]) : []),
  ].map((other) => resolved(other, root, references + 1));
  return others.length === 0 ? own : [...others, own].reduce(merged);
}

/** The schemas of which a value must match one: those of a union, or the schema itself. */
export function alternatives(schema: unknown, root: JsonSchema): readonly JsonSchema[] {
  const node = resolved(schema, root);
  const union: unknown = node['anyOf'] ?? node['oneOf'];
  if (!Array.isArray(union)) return [node];
  const { anyOf: _any, oneOf: _one, ...own } = node;
  return union.flatMap((each) => alternatives(each, root)).map((each) => merged(own, each));
}

/** The types that a value may have; `undefined` if any. */
export function typesOf(schemas: readonly JsonSchema[]): ReadonlySet<SchemaType> | undefined {
  const types = schemas.map(ownTypes);
  return types.some((each) => each === undefined) ? undefined : new Set(types.flatMap((each) => each ?? []));
}

/** The only schema that isn't `null`'s; `undefined` if there are several. */
export function onlyAlternative(schemas: readonly JsonSchema[]): JsonSchema | undefined {
  const others = schemas.filter((schema) => String(ownTypes(schema)) !== 'null');
  return others.length === 1 ? others[0] : undefined;
}

/** The values that `enum` and `const` allow; `undefined` if others are allowed too. */
export function allowedValues(schemas: readonly JsonSchema[]): readonly unknown[] | undefined {
  const lists = schemas.map((schema) => {
    if ('const' in schema) return [schema['const']];
    return Array.isArray(schema['enum']) ? (schema['enum'] as unknown[]) : ownTypes(schema)?.includes('null') && [null];
  });
  const isClosed = lists.every(Array.isArray) && schemas.some((schema) => 'const' in schema || 'enum' in schema);
  return isClosed ? lists.flat() : undefined;
}

/** The fields of an object's schema. */
export function propertiesOf(schema: JsonSchema): Readonly<Record<string, unknown>> {
  return isRecord(schema['properties']) ? schema['properties'] : {};
}

/** The names of the fields that an object must have. */
export function requiredOf(schema: JsonSchema): readonly string[] {
  return Array.isArray(schema['required']) ? (schema['required'] as string[]) : [];
}

/** The type of a JSON value, as schemas name it. */
export function typeOfValue(value: unknown): SchemaType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'integer';
  return typeof value as SchemaType;
}

function ownTypes(schema: JsonSchema): readonly SchemaType[] | undefined {
  const { type } = schema;
  if (typeof type === 'string') return [type as SchemaType];
  if (Array.isArray(type)) return type as SchemaType[];
  if ('const' in schema) return [typeOfValue(schema['const'])];
  return Array.isArray(schema['enum']) ? schema['enum'].map(typeOfValue) : undefined;
}

function referenced(pointer: string, root: JsonSchema): unknown {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => keyOfPointer(decodeURIComponent(key)));
  return keys.reduce<unknown>((holder, key) => (isRecord(holder) ? holder[key] : undefined), root);
}

function merged(one: JsonSchema, other: JsonSchema): JsonSchema {
  const properties = { ...propertiesOf(one), ...propertiesOf(other) };
  const required = [...requiredOf(one), ...requiredOf(other)];
  return {
    ...one,
    ...other,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  };
}
