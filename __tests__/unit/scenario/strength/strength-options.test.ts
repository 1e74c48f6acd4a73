import { strength, strengthProblems } from '../../../../src/scenario/strength/strength-options';

test('each path has a reason', () => {
  const accept = { 'data.message': 'is translated', 'data[0]': 'x', 'data.id': ' ', 'data.at': 5 };
  const problems = strengthProblems({ accept }, 'scenario "a"');
  expect(problems.map(({ where, field, expected }) => [where, field, expected])).toEqual([
    ['scenario "a"', 'strength.accept["data[0]"]', 'a path'],
    ['scenario "a"', 'strength.accept["data.id"]', 'the reason, a non-empty string'],
    ['scenario "a"', 'strength.accept["data.at"]', 'the reason, a non-empty string'],
  ]);
  expect(problems[0]?.received).toContain('did you mean "data.0"?');
});

test('accept is an object, and optional', () => {
  expect(strengthProblems({ accept: ['data.message'] }, 'x')).toEqual([
    { where: 'x', field: 'strength.accept', expected: 'an object of paths and reasons', received: 'an array' },
  ]);
  expect([undefined, {}, 5].map((given) => strengthProblems(given, 'x'))).toEqual([[], [], []]);
});

test('strength has no other fields', () => {
  expect([{}, { accept: {} }, { acept: {} }, 'all'].map(strength.accepts)).toEqual([true, true, false, false]);
});
