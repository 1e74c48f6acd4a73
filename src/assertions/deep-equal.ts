import type { Tester } from '@jest/expect-utils';
import { sameNumber } from './number-types';

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

/** Deep equality as Jest's `toEqual` has it: `undefined` properties do not count, asymmetric matchers are asked. */
export function deepEqual(received: unknown, expected: unknown): boolean {
  const testers = isDenied ? [...activeTesters, sameNumber] : activeTesters;
  // What Jest does with two primitives; most checks need no more, and no loading.
  if (testers.length === 0 && isPrimitive(received) && isPrimitive(expected)) return Object.is(received, expected);
  const { equals, iterableEquality } = require('@jest/expect-utils') as typeof import('@jest/expect-utils');
  return equals(received, expected, [...testers, iterableEquality]);
}

function isPrimitive(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function');
}
