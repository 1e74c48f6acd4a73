import { needsProblems } from '../../../src/scenario/needs-problems';

const receivedOf = (scenarios: readonly unknown[]) =>
  needsProblems(scenarios).map(({ field, received, didYouMean }) => [field, received, didYouMean]);

test('what is listed before may be needed', () => {
  expect(needsProblems([{ name: 'a' }, { name: 'b', needs: ['a'] }])).toEqual([]);
});

test('a misspelled name is a problem, and never means the scenario itself', () => {
  expect(receivedOf([{ name: 'sign in' }, { name: 'sign out', needs: ['sign ou'] }])).toEqual([
    ['needs', '"sign ou"', 'sign in'],
  ]);
});

test('a scenario cannot need itself, one that comes later, or one that needs it', () => {
  expect(receivedOf([{ name: 'a', needs: ['a'] }])).toEqual([['needs', expect.stringMatching(/^"a", /), undefined]]);
  expect(receivedOf([{ name: 'a', needs: ['b'] }, { name: 'b' }])).toEqual([
    ['needs', expect.stringMatching(/^"b", /), undefined],
  ]);
  const circle = [
    { name: 'a', needs: ['b'] },
    { name: 'b', needs: ['a'] },
  ];
  expect(receivedOf(circle)[0]?.[1]).toBe('a needs b needs a');
});

test('what is no scenario, or no name, is left to the other checks', () => {
  expect(needsProblems([null, 'text', { name: 5, needs: [7] }, { name: 'a', needs: 'b' }])).toEqual([]);
});
