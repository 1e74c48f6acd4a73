import { rowsOf } from '../../../../src/page/data/row';
import { blockStrengths } from '../../../../src/page/overview/block-strengths';
import type { PageRow } from '../../../../src/run-report/page/page-data';

const GROUPS = [
  { file: 'a.test.ts', ancestors: ['weak'] },
  { file: 'a.test.ts', ancestors: ['strong'] },
  { file: 'b.test.ts', ancestors: ['by hand'] },
];
const row = (name: string, group: number, strength?: PageRow['strength']): PageRow => ({
  ...{ id: name, name, group, strength, status: 'passed', spans: [], chunk: 0 },
});
const of = (...rows: readonly PageRow[]) =>
  blockStrengths(rowsOf(rows, GROUPS)).map(({ place, score, weakest }) => [
    place.ancestors[0],
    `${score.noticed} of ${score.total}`,
    weakest?.name,
  ]);

test('a block has the sum of its scenarios, and names the weakest; the weakest block is first', () => {
  expect(
    of(
      row('all', 1, { noticed: 9, total: 9 }),
      row('most', 0, { noticed: 199, total: 200 }),
      row('none', 0, { noticed: 0, total: 3 }),
      row('half', 0, { noticed: 5, total: 10 }),
      row('not judged', 1),
      row('by hand', 2),
    ),
  ).toEqual([
    ['weak', '204 of 213', 'none'],
    ['strong', '9 of 9', undefined],
  ]);
});

test('a run that judged nothing has no blocks', () => {
  expect(of(row('a', 0), row('b', 2))).toEqual([]);
});
