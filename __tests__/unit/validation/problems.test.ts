import { describeGiven, formatProblems, nearestName } from '../../../src/validation/problems';

test.each([
  ['exsits', ['exists', 'equals'], 'exists'],
  ['server_host', ['serverHost', 'timeout'], 'serverHost'],
  ['ServerHost', ['serverHost'], 'serverHost'],
  ['asertThat', ['assertThat', 'args'], 'assertThat'],
  ['banana', ['assertThat', 'args'], undefined],
  ['x', [], undefined],
])('the nearest name to %j among %j is %j', (name, known, expected) => {
  expect(nearestName(name, known)).toBe(expected);
});

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  ['', '""'],
  ['a'.repeat(80), `"${'a'.repeat(60)}…"`],
  [[], 'an empty array'],
  [[1], 'an array'],
  [{}, 'an empty object'],
  [{ password: 'hunter2' }, 'an object'],
  [/x/, 'a RegExp'],
  [new Map(), 'a Map'],
  [function exists() {}, 'the function exists'],
  [5n, '5'],
])('%j is described as %s', (value, expected) => {
  expect(describeGiven(value)).toBe(expected);
});

test('a single problem is not numbered, several are', () => {
  const problem = {
    where: 'scenario "a"',
    field: 'api',
    expected: 'one of auth',
    received: '"aut"',
    didYouMean: 'auth',
  };

  expect(formatProblems([problem])).toBe(
    'scenario "a", api: expected one of auth\n   received: "aut"\n   did you mean: auth',
  );
  expect(formatProblems([problem, { where: 'x', expected: 'y', example: 'z' }])).toMatch(
    /^1\. scenario[^]*\n2\. x: expected y\n {3}example: z$/,
  );
});
