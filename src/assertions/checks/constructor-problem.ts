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

/** Why `check` says nothing: a constructor makes a value of whatever it is given. `undefined` if it is none. */
export function constructorProblem(check: object): string | undefined {
  if (!isConstructor(check)) return undefined;
  const name = (check as { readonly name?: unknown }).name || 'the class';
  const instead = INSTEAD[String(name)] ?? 'a predicate such as isDict(), or a function value => boolean';
  return `${String(name)} is a constructor, which checks nothing: use ${instead}`;
}

/** An ordinary function can be called with `new` too; it has neither a class's source nor methods. */
function isConstructor(check: object): boolean {
  const prototype: unknown = Object.getOwnPropertyDescriptor(check, 'prototype')?.value;
  if (typeof prototype !== 'object' || prototype === null) return false;
  const source = Function.prototype.toString.call(check);
  const isClass = /^class\b/.test(source) || /\{\s*\[native code\]\s*\}$/.test(source);
  return isClass || Object.getOwnPropertyNames(prototype).some((name) => name !== 'constructor');
}
