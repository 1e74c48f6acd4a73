import { cutAlike, cutText, cutValue } from '../../../../src/report/cut/cut-value';
import { addFocus, createFocus } from '../../../../src/report/cut/focus';
import { jsonLines, oneLine } from '../../../../src/report/cut/pretty-json';

const focusAt = (...paths: readonly string[]) => {
  const focus = createFocus();
  for (const path of paths) addFocus(focus, path.split('.'));
  return focus;
};
const small = { lines: 8, characters: 150 };
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test('what fits is kept as it is', () => {
  const value = { a: [1, 'x', null, true, -0.5], b: { c: {} } };
  expect(cutValue(value, small)).toEqual(value);
});

test('what is left out of lists and objects is counted, in each place', () => {
  const list = oneLine(cutValue(numbers(1000), small, focusAt('500')));
  expect(list).toBe('[0, 1, 2, … 496 more items, 499, 500, 501, … 498 more items]');
  const keys = Object.fromEntries(numbers(500).map((index) => [`k${index}`, index]));
  expect(oneLine(cutValue(keys, { ...small, lines: 9 }, focusAt('k77')))).toMatch(/"k77": 77, … 494 more keys}$/);
});

test('what was cut can be cut again: the counts and the places stay right', () => {
  const once = cutValue(numbers(100_000), { lines: 100, characters: 2_000 }, focusAt('500', '-2'));
  const twice = cutValue(once, small, focusAt('500', '-2'));
  expect(oneLine(twice)).toMatch(/, … \d+ more items, 499, 500, 501, … 99,495 more items, 99997, 99998, 99999]$/);
  const [before = 0, ...others] = [...oneLine(twice).matchAll(/… ([\d,]+) more/g)].map((m) =>
    Number(m[1]?.replace(',', '')),
  );
  const shown = (twice as unknown[]).filter((item) => typeof item === 'number');
  expect(shown.length + before + others.reduce((sum, one) => sum + one, 0)).toBe(100_000);

  const text = cutText(cutText('a'.repeat(10_000), 500), 100);
  expect(oneLine(text)).toBe(`"${'a'.repeat(100)}"… 9,900 more characters`);
  const keys = Object.fromEntries(numbers(500).map((index) => [`k${index}`, index]));
  expect(oneLine(cutValue(cutValue(keys, { lines: 60, characters: 900 }), { lines: 1, characters: 30 }))).toBe(
    '{"k0": 0, "k1": 1, … 498 more keys}',
  );
});

test('deep values keep the way to what is in focus, and two levels of it', () => {
  const deep = (level: number): unknown =>
    level === 0 ? { leaf: { of: { many: 1 } } } : { next: deep(level - 1), more: numbers(9) };
  const path = Array.from({ length: 9 }, () => 'next').join('.');
  const text = jsonLines(cutValue(deep(9), { lines: 5, characters: 60 }, focusAt(path))).join('\n');
  expect(text).toContain('{"leaf": {"of": {… 1 key}}}');
});

test('several values are cut at the same places', () => {
  const [left, right] = cutAlike([numbers(1000), [0, 1]], small);
  expect(right).toEqual([0, 1]);
  const [again] = cutAlike([numbers(1000), numbers(1000).map((one) => `${one}`.repeat(20))], small);
  expect((again as unknown[]).length).toBeLessThan((left as unknown[]).length);
});

test('halves of a character are not parted', () => {
  expect(cutText('a😀'.repeat(50), 2)).toMatch(/^a\uFDD0/);
});

test('a proxy that throws is said to', () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  expect(oneLine(cutValue({ a: hostile }, small))).toBe('[cannot be read: Error: no]');
});
