/** What to write in place of a constructor. */
const INSTEAD: Readonly<Record<string, string>> = {
  Array: 'isList()',
  BigInt: 'isInteger()',
  Boolean: 'isBoolean(), isTrue() or isTruthy()',
  Date: 'isIsoDate()',
  Number: 'isNumber()',
  Object: 'isDict()',
  RegExp: 'matches(/…/)',
  String: 'isString()',
};

/** Why a constructor is not a check: it returns an object for any argument. `undefined` for anything else. */
export function constructorProblem(check: object): string | undefined {
  if (!isConstructor(check)) return undefined;
  const name = (check as { readonly name?: unknown }).name || 'the class';
  const instead = INSTEAD[String(name)] ?? 'a predicate such as isDict(), or a function value => boolean';
  return `${String(name)} is a constructor, which can't check anything: use ${instead}`;
}

/** An ordinary function can be called with `new` too, but it doesn't have a class's source or methods. */
function isConstructor(check: object): boolean {
  const prototype: unknown = Object.getOwnPropertyDescriptor(check, 'prototype')?.value;
  if (typeof prototype !== 'object' || prototype === null) return false;
  const source = Function.prototype.toString.call(check);
  const isClass = /^class\b/.test(source) || /\{\s*\[native code\]\s*\}$/.test(source);
  return isClass || Object.getOwnPropertyNames(prototype).some((name) => name !== 'constructor');
}
