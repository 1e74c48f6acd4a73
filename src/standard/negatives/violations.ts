import type { JsonSchema } from '../../assertions/schema/json-schema';
import { isRecord } from '../../validation/shape';
import { alternatives, onlyAlternative, propertiesOf, requiredOf, type SchemaType } from './schema-node';
import { itemSchema, validValue, withRequired } from './valid-value';
import { type WrongValue, wrongValues } from './wrong-values';

/** One way to break a contract, in one field. */
export interface Violation {
  /** The keys of the field; `0` is the first item of an array. Empty for the arguments themselves. */
  readonly path: readonly string[];
  /** What is wrong: `missing`, `null`, `wrong_type`, … */
  readonly kind: string;
  /** Returns arguments that are valid but for this violation, made of valid ones. */
  apply(args: unknown): unknown;
}

/** Fields of fields of fields are tested, no deeper ones. */
const DEEPEST = 3;
/** The name of a field that no app has. */
const UNKNOWN = 'jest_connector_unknown';

/** A place in the arguments: how to replace what is there. */
interface Place {
  readonly path: readonly string[];
  /** Returns the arguments with what `change` makes of the value at the place. */
  readonly update: (args: unknown, change: (value: unknown) => unknown) => unknown;
}

/** Every violation of `schema`, one per field and kind. */
export function violationsOf(schema: JsonSchema): Violation[] {
  const [root = {}] = alternatives(schema, schema);
  return ofObject(root, { path: [], update: (args, change) => change(args) }, schema);
}

/** The arguments that violations are made of: `args`, with the fields that the contract requires in addition. */
export function validArgs(args: unknown, schema: JsonSchema): unknown {
  const [root = {}] = alternatives(schema, schema);
  return isRecord(args) ? withRequired(args, root, schema) : args;
}

function ofObject(node: JsonSchema, place: Place, root: JsonSchema): Violation[] {
  // A field can only be wrong in an object that is valid otherwise.
  const object: Place = {
    ...place,
    update: (args, change) =>
      place.update(args, (holder) => change(withRequired(isRecord(holder) ? holder : {}, node, root))),
  };
  const fields = Object.entries(propertiesOf(node)).flatMap(([name, schema]) => [
    ...(requiredOf(node).includes(name) ? [removal(name, object)] : []),
    ...ofValue(schema, fieldOf(object, name, schema, root), root),
  ]);
  return [...fields, ...additions(node['additionalProperties'], object, root)];
}

/** Fields that the object doesn't declare: forbidden, or of a declared kind. */
function additions(additional: unknown, place: Place, root: JsonSchema): Violation[] {
  if (additional === false) return [addition({ kind: 'unknown_field', value: UNKNOWN }, place)];
  if (!isRecord(additional)) return [];
  const wrong = wrongValues(alternatives(additional, root), root);
  return wrong.map(({ kind, value }) => addition({ kind: `value_${kind}`, value }, place));
}

function ofValue(schema: unknown, place: Place, root: JsonSchema): Violation[] {
  const schemas = alternatives(schema, root);
  // The client makes a list of an object under this name.
  const converted: readonly SchemaType[] = place.path.join('.') === 'credentials' ? ['object'] : [];
  const wrong = wrongValues(schemas, root, converted).map(({ kind, value }) => ({
    ...{ path: place.path, kind },
    apply: (args: unknown) => place.update(args, () => value),
  }));
  const only = onlyAlternative(schemas);
  return only === undefined || place.path.length >= DEEPEST ? wrong : [...wrong, ...ofParts(only, place, root)];
}

function ofParts(node: JsonSchema, place: Place, root: JsonSchema): Violation[] {
  const items = itemSchema(node);
  return items === undefined ? ofObject(node, place, root) : ofValue(items, itemOf(place, items, root), root);
}

function fieldOf(place: Place, name: string, schema: unknown, root: JsonSchema): Place {
  const path = [...place.path, name];
  const update: Place['update'] = (args, change) =>
    place.update(args, (holder) => {
      const fields = holder as Readonly<Record<string, unknown>>;
      return { ...fields, [name]: change(Object.hasOwn(fields, name) ? fields[name] : validValue(schema, root)) };
    });
  return { path, update };
}

function itemOf(place: Place, schema: unknown, root: JsonSchema): Place {
  const update: Place['update'] = (args, change) =>
    place.update(args, (holder) => {
      const [first = validValue(schema, root), ...others] = Array.isArray(holder) ? (holder as unknown[]) : [];
      return [change(first), ...others];
    });
  return { path: [...place.path, '0'], update };
}

function removal(name: string, place: Place): Violation {
  const without = (holder: unknown): unknown =>
    Object.fromEntries(Object.entries(holder as object).filter(([key]) => key !== name));
  return { path: [...place.path, name], kind: 'missing', apply: (args) => place.update(args, without) };
}

function addition({ kind, value }: WrongValue, { path, update }: Place): Violation {
  const apply: Violation['apply'] = (args) => update(args, (holder) => ({ ...(holder as object), [UNKNOWN]: value }));
  return { path, kind, apply };
}
