import { equals, iterableEquality } from '@jest/expect-utils';
import { deepEqual, withEqualityTesters } from '../../../src/assertions/deep-equal';

const VALUES = [
  1,
  '1',
  true,
  false,
  0,
  -0,
  NaN,
  null,
  undefined,
  '',
  'a',
  [],
  {},
  [1],
  ['1'],
  [undefined],
  { a: undefined },
  { a: 1 },
  { a: [1, { b: null }] },
  new Date(0),
  new Date(1),
  new Map([['a', 1]]),
  new Set([1]),
  new Set([2]),
  Object(1),
  Object('1'),
  Symbol.iterator,
  5n,
  /a/,
  Object.create(null),
  expect.any(Number),
  expect.anything(),
  expect.stringContaining('a'),
];

test('agrees with Jest’s toEqual on every pair of values', () => {
  for (const left of VALUES) {
    for (const right of VALUES) {
      expect([left, right, deepEqual(left, right)]).toEqual([left, right, equals(left, right, [iterableEquality])]);
    }
  }
});

test('custom testers act while they are in force, and not after', () => {
  const anyText = (a: unknown, b: unknown): boolean | undefined =>
    typeof a === 'string' && typeof b === 'string' ? true : undefined;
  expect(withEqualityTesters([anyText], () => deepEqual(['a', 1], ['b', 1]))).toBe(true);
  expect(() =>
    withEqualityTesters([anyText], () => {
      throw new Error('x');
    }),
  ).toThrow('x');
  expect(deepEqual('a', 'b')).toBe(false);
});
