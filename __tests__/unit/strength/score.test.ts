import { percentOf, reaches, scoreText, sumOfScores } from '../../../src/strength/score';

test('the scores of several scenarios are summed', () => {
  expect(sumOfScores([])).toEqual({ noticed: 0, total: 0 });
  const scores = [
    { noticed: 1, total: 2 },
    { noticed: 3, total: 3 },
  ];
  expect(sumOfScores(scores)).toEqual({ noticed: 4, total: 5 });
});

test('only a complete score is 100 %, and a score of nothing is none', () => {
  expect(percentOf({ noticed: 999, total: 1_000 })).toBe(99);
  expect(percentOf({ noticed: 3, total: 3 })).toBe(100);
  expect(percentOf({ noticed: 0, total: 0 })).toBeUndefined();
});

test('a score as text has its percentage, if anything was judged', () => {
  expect(scoreText({ noticed: 40, total: 43 })).toBe('93 % (40 of 43)');
  expect(scoreText({ noticed: 0, total: 0 })).toBe('0 of 0');
});

test.each([
  [4, 5, 80, true],
  [4, 5, 80.1, false],
  [199, 200, 99.5, true],
  [0, 5, 0, true],
  [0, 0, 0, false],
])('%d of %d reaches %d %%: %s', (noticed, total, min, is) => expect(reaches({ noticed, total }, min)).toBe(is));
