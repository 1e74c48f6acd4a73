import { runInNewContext } from 'node:vm';
import { equals, iterableEquality } from '@jest/expect-utils';
import { deepEqual, withEqualityTesters } from '../../../../src/assertions/values/deep-equal';

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
  Object.assign(Array(2), { 1: 1 }),
  [1, undefined],
  [1, null],
  { a: 1, b: undefined },
  { b: undefined, a: 1 },
  { a: 1, b: null },
  { a: expect.any(Number) },
  { a: expect.anything(), b: 1 },
  { a: { b: [1, { c: 'x' }] } },
  { a: { b: [1, { c: 'y' }] } },
  { asymmetricMatch: () => true },
  { asymmetricMatch: true },
  { [Symbol.for('x')]: 1 },
  { a: 1, [Symbol.for('x')]: 1 },
  Object.assign([1], { index: 0 }),
  { 0: 1 },
  JSON.parse('{"__proto__":1}'),
  new (class {
    a = 1;
  })(),
  runInNewContext('({ a: 1 })'),
  runInNewContext('[1]'),
  circular(),
  circular(),
  runInNewContext('(function () { return arguments; })(1)'),
  () => 1,
  new Error('a'),
];

/** Refers to itself twice: who follows each reference never ends. */
function circular(): object {
  const value: Record<string, unknown> = { a: 1 };
  return Object.assign(value, { one: value, other: value });
}

const isZero = (value: unknown): boolean => value === 0;

test('agrees with Jest’s toEqual on every pair of values, but for the two zeros', () => {
  for (const [index, left] of VALUES.entries()) {
    for (const [other, right] of VALUES.entries()) {
      const expected = (isZero(left) && isZero(right)) || equals(left, right, [iterableEquality]);
      expect([index, other, deepEqual(left, right)]).toEqual([index, other, expected]);
    }
  }
});

test.each([
  [0, -0],
  [[0], [-0]],
  [{ a: { b: [1, -0] } }, { a: { b: [1, 0] } }],
  [
    { a: -0, b: 'x' },
    { a: 0, b: expect.any(String) },
  ],
])('%j and %j are equal, with custom testers too', (left, right) => {
  expect([deepEqual(left, right), deepEqual(right, left)]).toEqual([true, true]);
  expect(withEqualityTesters([() => undefined], () => deepEqual(left, right))).toBe(true);
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
