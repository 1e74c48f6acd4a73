import { types } from 'node:util';
import { showsNothing } from '../redaction-mark';

const ASYMMETRIC = Symbol.for('jest.asymmetricMatcher');
const SCHEMA_TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** Values that aren't secret even under a secret name: empty values, booleans, code, and descriptions of a value. */
export function shownAsIs(value: unknown): boolean {
  if (typeof value === 'function' || showsNothing(value)) return true;
  // A proxy may throw on any access.
  return (
    typeof value === 'object' && value !== null && !types.isProxy(value) && (isAsymmetric(value) || isEmpty(value))
  );
}

/** `{type: 'string'}`: a description of a value. */
export function isSchema(value: object): boolean {
  if (types.isProxy(value)) return false;
  const type: unknown = Object.getOwnPropertyDescriptor(value, 'type')?.value;
  const all: unknown[] = Array.isArray(type) ? type : [type];
  return all.every((one) => typeof one === 'string' && SCHEMA_TYPES.has(one));
}

/** Values that are more than their fields: a copy would not behave the same. */
export function isExotic(value: object): boolean {
  return EXOTIC.some((is) => is(value));
}

const EXOTIC: readonly ((value: object) => boolean)[] = [
  types.isDate,
  types.isRegExp,
  types.isPromise,
  types.isAnyArrayBuffer,
  types.isBoxedPrimitive,
  types.isWeakMap,
  types.isWeakSet,
  types.isModuleNamespaceObject,
  types.isArgumentsObject,
  types.isGeneratorObject,
  types.isMapIterator,
  types.isSetIterator,
  types.isExternal,
];

function isAsymmetric(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, '$$typeof')?.value === ASYMMETRIC;
}

function isEmpty(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain && Reflect.ownKeys(value).every((key) => key === 'length');
}
