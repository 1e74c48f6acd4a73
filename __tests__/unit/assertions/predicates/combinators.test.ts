import {
  allOf,
  anyOf,
  equals,
  everyItem,
  exists,
  greaterThan,
  hasLength,
  isMissing,
  isNone,
  isNull,
  isString,
  noneOf,
  optional,
  someItem,
} from '../../../../src/assertions';

const throws = (): boolean => {
  throw new Error('broken check');
};

test('what is missing is asked of the children', () => {
  expect(anyOf(isMissing(), equals(0)).acceptsMissing).toBe(true);
  expect(anyOf(equals(0), exists()).acceptsMissing).toBe(false);
  expect(allOf(isMissing(), isNone()).acceptsMissing).toBe(true);
  expect(allOf(isNone(), exists()).acceptsMissing).toBe(false);
  expect(noneOf(exists()).acceptsMissing).toBe(false);
  expect(anyOf(allOf(optional(isString())), isNull()).acceptsMissing).toBe(true);
});

test('allOf names each child that failed, with its own message', () => {
  const predicate = allOf(isString(), greaterThan('m', { description: 'behind m' }), hasLength(2), isString());
  expect(predicate.description).toBe(
    'a string and a string greater than "m" (behind m) and something of length 2 and a string',
  );
  expect(predicate.explain('abc')).toBe(
    'not a string greater than "m" (behind m)\n' + 'not something of length 2: it has 3 characters',
  );
});

test('anyOf says of every child why it failed', () => {
  expect(anyOf(equals(1), isNull()).explain('1')).toBe(
    'not equal to 1: a string, where a number was expected\nnot null',
  );
});

test('noneOf names the child that passed', () => {
  expect(noneOf(isNull(), isString({ description: 'text' })).explain('x')).toBe('it is a string (text)');
});

test('a child that throws decides nothing: another may decide, otherwise the combination throws', () => {
  expect(anyOf(throws, isString())('x')).toBe(true);
  expect(allOf(throws, isNull())('x')).toBe(false);
  expect(noneOf(throws, isString())('x')).toBe(false);
  expect(() => anyOf(throws, isNull())('x')).toThrow('broken check');
  expect(() => allOf(isString(), throws)('x')).toThrow('broken check');
  expect(() => noneOf(throws, isNull())('x')).toThrow('broken check');
  expect(() => everyItem(throws)([1])).toThrow('broken check');
  expect(() => someItem(throws)([1])).toThrow('broken check');
  expect(allOf(isString(), throws).explain('x')).toMatch(/the check threw Error: broken check/);
});

test('a child that returns a promise or a number never makes its combinator pass', () => {
  const asynchronous = (async () => Promise.reject(new Error('late'))) as unknown as () => boolean;
  const truthy = (() => 1) as unknown as () => boolean;
  expect(() => allOf(asynchronous)('x')).toThrow('returned a promise');
  expect(() => anyOf(truthy)('x')).toThrow('returned a number, 1');
  expect(() => noneOf((() => 0) as unknown as () => boolean)('x')).toThrow('returned a number, 0');
  expect(() => everyItem(asynchronous)([1])).toThrow('returned a promise');
  expect(() => someItem(truthy)([1])).toThrow('returned a number, 1');
  expect(() => optional(truthy)(1)).toThrow('returned a number, 1');
});

test('nested combinators indent what their children say', () => {
  expect(allOf(anyOf(equals(1), isNull())).explain('x')).toBe(
    'not equal to 1 or null: not equal to 1: a string, where a number was expected\n  not null',
  );
});

test('everyItem names the first item that fails, someItem the first of all', () => {
  expect(everyItem(greaterThan(1)).explain([2, 'x', 0])).toBe(
    'item 1 is "x": a string cannot be compared with a number',
  );
  expect(everyItem(greaterThan(1)).explain([])).toBe('the array is empty');
  expect(everyItem(greaterThan(1)).explain({ a: 1 })).toBe('an object, where an array was expected');
  expect(someItem(greaterThan(5)).explain([2, 3])).toBe('none of 2 items passes; the first: item 0 is 2');
});

test('an undefined item counts as missing', () => {
  expect(everyItem(() => true)([1, undefined])).toBe(false);
  expect(everyItem(optional(equals(1)))([1, undefined as never])).toBe(true);
});
