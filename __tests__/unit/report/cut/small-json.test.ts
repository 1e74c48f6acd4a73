import { cutValue } from '../../../../src/report/cut/cut-value';
import { isSmallJson } from '../../../../src/report/cut/small-json';
import { randomFrom } from '../../../support/run-models';

const BUDGETS = [
  { lines: 300, characters: 20_000 },
  { lines: 20, characters: 600 },
];

function randomJson(random: () => number, depth = 0): unknown {
  const kind = Math.floor(random() * (depth > 4 ? 4 : 6));
  const count = Math.floor(random() * 6);
  if (kind === 0) return 'x'.repeat(Math.floor(random() * 330));
  if (kind === 1) return random() * 1e6;
  if (kind === 2) return null;
  if (kind === 3) return random() < 0.5;
  const items = Array.from({ length: count }, () => randomJson(random, depth + 1));
  return kind === 4 ? items : Object.fromEntries(items.map((item, index) => [`${'k'.repeat(count)}${index}`, item]));
}

test.each(BUDGETS)('what is small is never cut by the budget %j', (budget) => {
  const random = randomFrom(7);
  const next = (): number => random(1_000) / 1_000;
  const values = Array.from({ length: 3_000 }, () => randomJson(next));
  const small = values.filter((value) => isSmallJson(value, budget));
  expect(small.length).toBeGreaterThan(300);
  expect(small.filter((value) => JSON.stringify(cutValue(value, budget)) !== JSON.stringify(value))).toEqual([]);
});

class WithGetter {
  get a(): string {
    throw new Error('no');
  }
}
const deep = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`) as unknown;

test.each<[string, unknown]>([
  ['a long string', 'x'.repeat(301)],
  ['a long name', { ['x'.repeat(81)]: 1 }],
  ['many values', Array.from({ length: 200 }, () => 1)],
  ['many characters', Array.from({ length: 40 }, () => 'x'.repeat(200))],
  ['deep nesting', deep],
  ['a bigint', 1n],
  ['undefined', { a: undefined }],
  ['NaN', NaN],
  ['a class', new WithGetter()],
  ['a date', new Date(0)],
  ['a toJSON', { toJSON: () => 'x'.repeat(1_000_000) }],
  ['no prototype', Object.create(null)],
])('%s needs a closer look', (_what, value) => {
  expect(isSmallJson(value, BUDGETS[0]!)).toBe(false);
  expect(isSmallJson({ a: [value] }, BUDGETS[0]!)).toBe(false);
});
