import { isRecord, isText, type Shape, shapeProblems } from '../../../src/validation/shape';

const SHAPE: Shape = {
  name: { expected: 'a text', accepts: isText, required: true, example: "'auth'" },
  timeout: { expected: 'a number', accepts: (value) => typeof value === 'number' },
};

test('what fits has no problems', () => {
  expect(shapeProblems({ name: 'a' }, SHAPE, 'here')).toEqual([]);
  expect(shapeProblems({ name: 'a', timeout: 1 }, SHAPE, 'here')).toEqual([]);
  expect(shapeProblems({ name: 'a', timeout: undefined }, SHAPE, 'here')).toEqual([]);
});

test('all problems come at once: unknown, missing and ill-typed fields', () => {
  expect(shapeProblems({ tiemout: 1, timeout: 'x' }, SHAPE, 'here')).toMatchObject([
    { field: 'tiemout', received: 'the unknown field "tiemout"', didYouMean: 'timeout' },
    { field: 'name', expected: 'a text', received: 'nothing', example: "'auth'" },
    { field: 'timeout', expected: 'a number', received: '"x"' },
  ]);
});

test('a field that is like no other is told all names', () => {
  expect(shapeProblems({ name: 'a', colour: 1 }, SHAPE, 'here')).toMatchObject([{ expected: 'one of name, timeout' }]);
});

test('a required field that is undefined is not one that was forgotten', () => {
  expect(shapeProblems({ name: undefined }, SHAPE, 'here')).toMatchObject([{ field: 'name', received: 'undefined' }]);
});

test('inherited names are no fields', () => {
  expect(shapeProblems({ name: 'a', toString: 1 }, SHAPE, 'here')).toMatchObject([{ field: 'toString' }]);
});

test.each([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [() => 1, false],
  ['', false],
])('isRecord(%j) is %s', (value, expected) => expect(isRecord(value)).toBe(expected));

test.each([
  ['a', true],
  [' ', false],
  ['', false],
  [1, false],
])('isText(%j) is %s', (value, expected) => expect(isText(value)).toBe(expected));
