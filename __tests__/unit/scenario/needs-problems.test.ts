import { needsProblems } from '../../../src/scenario/needs-problems';
import { formatProblems } from '../../../src/validation/problems';

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

test('each problem says what is needed instead', () => {
  const scenarios = [{ name: 'a', needs: ['a'] }, { name: 'b', needs: ['nothing', 'c'] }, { name: 5 }, { name: 'c' }];
  expect(formatProblems(needsProblems(scenarios))).toMatchInlineSnapshot(`
   "1. scenario "a", needs: expected the name of another scenario
      received: "a", the scenario's own name
   2. scenario "b", needs: expected the name of a scenario in this block
      received: "nothing"
   3. scenario "b", needs: expected a scenario listed before this one, because scenarios run in the order in which they are listed
      received: "c", which is listed later"
  `);
});
