import type { Tester } from '@jest/expect-utils';
import { sameNumber } from './number-types';
import { plainEqual } from './plain-equal';

/** A custom equality tester, as passed to `expect.addEqualityTesters`. */
export type EqualityTester = Tester;

let activeTesters: readonly EqualityTester[] = [];
let isDenied = false;

/**
 * Runs `work` with custom testers, which also apply to predicates created earlier. Only matchers have such testers.
 * `work` is synchronous, so they can't affect other checks.
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
 * Whether `test` returns false. Here a number and a bigint with the same value are equal: a check that two values differ
 * must not pass only because their types differ.
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

/** Whether values may be equal although their parts are not. */
export function hasEqualityTesters(): boolean {
  return activeTesters.length > 0;
}

/**
 * Deep equality like Jest's `toEqual`: `undefined` properties are ignored, and asymmetric matchers are called. But `0`
 * equals `-0`, because they are the same number in JSON and servers write either.
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
