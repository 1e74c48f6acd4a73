import { Buffer } from 'node:buffer';
import { types } from 'node:util';
import { isPlain } from '../values/print';

type Kind = readonly [is: (value: object) => boolean, what: string, instead: string];

/** Objects that are easily mistaken for JSON values, and what to write instead. Works for values of any realm. */
const KINDS: readonly Kind[] = [
  [types.isDate, 'a Date', 'write date.toISOString(), or use isBefore(…) and isAfter(…)'],
  [types.isMap, 'a Map', 'write a plain object, such as Object.fromEntries(map)'],
  [types.isSet, 'a Set', 'write an array: [...set]'],
  [types.isBoxedPrimitive, 'a boxed value', 'write the string, number or boolean itself, without "new" or Object(…)'],
  [Buffer.isBuffer, 'a Buffer', 'write its string form, such as buffer.toString("base64")'],
  [types.isTypedArray, 'a typed array', 'write an array of numbers: [...bytes]'],
  [types.isAnyArrayBuffer, 'an ArrayBuffer', 'write an array of numbers: [...new Uint8Array(buffer)]'],
  [types.isNativeError, 'an Error', 'write its string form, such as error.message'],
  [types.isModuleNamespaceObject, 'a module', 'write one of its exports, such as its default'],
  [(value) => '~standard' in value, 'a schema', 'write matchesSchema(schema)'],
  [(value) => tagOf(value) === 'URL', 'a URL', 'write its string: url.href'],
];

/** Why no JSON response can contain `value`, as a sentence. Nested values and functions are not checked. */
export function neverInResponse(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : `${value} is never in a response: ${FOR_NUMBERS}`;
    case 'symbol':
      return 'a symbol is never in a response: write a string';
    case 'object':
      return value === null ? undefined : neverObject(value);
    default:
      return undefined;
  }
}

const FOR_NUMBERS = 'write a number, null, or a predicate such as isNumber() or isType("null")';

function neverObject(value: object): string | undefined {
  if (isPlain(value) && ['Object', 'Array'].includes(tagOf(value))) return strangeKey(value);
  const [, what, instead] = KINDS.find(([is]) => is(value)) ?? [undefined, ...otherKind(value)];
  return `${what} is never in a response: ${instead}`;
}

/** Keys that equality compares but JSON doesn't support. */
function strangeKey(value: object): string | undefined {
  const symbol = Object.getOwnPropertySymbols(value).find((key) =>
    Object.prototype.propertyIsEnumerable.call(value, key),
  );
  if (symbol !== undefined) return `a symbol key, ${String(symbol)}, is never in a response: write a string`;
  if (!Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  const name = keys.find((key, index) => key !== String(index) && !/^\d+$/.test(key));
  if (name !== undefined)
    return `an array with the key ${JSON.stringify(name)} is never in a response: write [...array]`;
  return keys.length < value.length
    ? 'an array with holes is never in a response: fill each with null or a value'
    : undefined;
}

function otherKind(value: object): readonly [what: string, instead: string] {
  const { name } = ((value as { constructor?: unknown }).constructor ?? {}) as { name?: unknown };
  const what = typeof name === 'string' && /^\w+$/.test(name) && name !== 'Object' ? name : tagOf(value);
  return [`an instance of ${what}`, 'write the plain JSON value instead'];
}

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
