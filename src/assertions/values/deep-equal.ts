import type { Tester } from '@jest/expect-utils';
import { sameNumber } from './number-types';
import { plainEqual } from './plain-equal';

/** Jest's equality for a kind of value of one's own, as `expect.addEqualityTesters` takes it. */
export type EqualityTester = Tester;

let activeTesters: readonly EqualityTester[] = [];
let isDenied = false;

/**
 * Runs `work` with custom testers in force, for predicates too that were made before. Only matchers have such testers;
 * everything below is synchronous, so no other check can see them.
 */
export function withEqualityTesters<Value>(testers: readonly EqualityTester[], work: () => Value): Value {
  const before = activeTesters;
  activeTesters = testers;
  try {
    return work();
  } finally {
    activeTesters = before;
  }
}

/**
 * Whether `test` says no. A number and a bigint of the same value are equal to it: they differ in type only, and no check
 * that something is different may pass for that.
 */
export function denies(test: () => boolean): boolean {
  const before = isDenied;
  isDenied = !before;
  try {
    return !test();
  } finally {
    isDenied = before;
  }
}

/** Whether values can be equal whose parts are not. */
export function hasEqualityTesters(): boolean {
  return activeTesters.length > 0;
}

/**
 * Deep equality as Jest's `toEqual` has it: `undefined` properties do not count, asymmetric matchers are asked. Except
 * that `0` equals `-0`: in JSON they are one number, and servers write either.
 */
export function deepEqual(received: unknown, expected: unknown): boolean {
  const known = hasEqualityTesters() ? undefined : plainEqual(received, expected);
  if (known !== undefined) return known;
  const { equals, iterableEquality } = require('@jest/expect-utils') as typeof import('@jest/expect-utils');
  const numbers = isDenied ? [zeroEquality, sameNumber] : [zeroEquality];
  return equals(received, expected, [...activeTesters, ...numbers, iterableEquality]);
}

function zeroEquality(received: unknown, expected: unknown): true | undefined {
  return received === 0 && expected === 0 ? true : undefined;
}
