import { deepEqual } from '../../../../src/assertions/values/deep-equal';
import { fingerprint } from '../../../../src/output/baseline/fingerprint';
import { PathTree } from '../../../../src/output/baseline/path-tree';
import { IN_MATRIX } from '../../../support/in-matrix';

const printOf = (value: unknown, paths: readonly string[] = [], only?: readonly string[]): string => {
  const skipped = new PathTree(paths.map((path) => path.split('.')));
  return JSON.stringify(fingerprint(value, { skipped, only: only && new Map(only.map((key) => [key, undefined])) }));
};

const VALUES: readonly unknown[] = [
  ...[null, true, false, 0, -0, 1, -1, 1.5, 1e21, '', '0', '1', 'null', 'true', 'a', 'b', 'ab', 'ba', 'ü', '😀'],
  ...[[], [[]], [null], [1, 2], [2, 1], [1, [2]], [[1], 2], ['1', '2'], ['12'], [0], ['0']],
  ...[{}, { a: 1 }, { b: 1 }, { a: '1' }, { a: null }, { a: {} }, { a: [] }, { a: { b: 1 } }, { a: 1, b: 1 }],
  ...[
    { a: 1, b: 2 },
    { a: 2, b: 1 },
    { a: 'b', b: 'a' },
    { a: { x: 1 }, b: { y: 1 } },
    { a: { y: 1 }, b: { x: 1 } },
  ],
  ...[{ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 2 }, { b: 1 }] }, { ab: 'c' }, { a: 'bc' }, { 'a.b': 1 }],
];

test('it is the same for what is equal as Jest has it, and for nothing else', () => {
  for (const one of VALUES) {
    for (const other of VALUES)
      expect([one, other, printOf(one) === printOf(other)]).toEqual([one, other, deepEqual(one, other)]);
  }
  expect(printOf({ a: 1, b: { c: 2, d: [3] } })).toBe(printOf({ b: { d: [3], c: 2 }, a: 1 }));
});

const COUNT = IN_MATRIX ? 100_000 : 25_000;

test('of many values that are alike no two have the same, by either half', () => {
  const prints = Array.from({ length: COUNT }, (_, index) =>
    fingerprint({ n: `x${index}`, i: index % 7 }, { skipped: new PathTree() }),
  );
  expect(new Set(prints.map(({ one, other }) => `${one} ${other}`)).size).toBe(COUNT);
  // Of 100,000 numbers of 32 bits chance lets one or two pairs meet.
  expect(new Set(prints.map(({ one }) => one)).size).toBeGreaterThan(COUNT - 20);
  expect(new Set(prints.map(({ other }) => other)).size).toBeGreaterThan(COUNT - 20);
});

test.each([
  [['a'], { a: 1, b: 2 }, { a: 3, b: 2 }, true],
  [['a'], { a: 1, b: 2 }, { b: 2 }, true],
  [['a'], { a: 1, b: 2 }, { a: 1, b: 3 }, false],
  [['a.b'], { a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, true],
  [['a.b'], { a: { b: 1, c: 1 } }, { a: { b: 2, c: 2 } }, false],
  [['a.b'], { a: 1 }, { a: 2 }, false],
  [['a.*.b'], { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 3 }, {}] }, true],
  [['a.*.b'], { a: [{ b: 1 }] }, { a: [{ b: 1 }, { b: 1 }] }, false],
  [['a.0'], { a: [1, 2] }, { a: [3, 2] }, true],
  [['a.0'], { a: [1, 2] }, { a: [1, 3] }, false],
])('without %j: %j and %j: %s', (paths, one, other, same) => {
  expect(printOf(one, paths) === printOf(other, paths)).toBe(same);
});

test('only the keys that count count', () => {
  expect(printOf({ a: 1, b: 2 }, [], ['a'])).toBe(printOf({ a: 1, c: { d: 1 } }, [], ['a']));
  expect(printOf({ a: 1 }, [], ['a'])).not.toBe(printOf({ b: 1 }, [], ['a']));
});
