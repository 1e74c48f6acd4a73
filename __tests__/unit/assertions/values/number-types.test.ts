import '../../../../matchers/jest-ambient';

import * as matchers from '../../../../matchers';
import * as p from '../../../../src/assertions';
import { evaluateCheck } from '../../../../src/assertions/evaluate';
import { parseJson } from '../../../../src/json/exact-json';
import { failureOf } from '../../../support/matcher-failure';

expect.extend(matchers);

const BIG = 9007199254740993n;
const BELOW = 9007199254740992;
const NOTE = 'is a bigint, which never equals a number: write 9007199254740993n';

/** Of the response `9007199254740993`, and of such that have it inside. */
const TABLE: readonly (readonly [name: string, json: string, check: unknown, passes: boolean])[] = [
  ['equals the bigint', '9007199254740993', p.equals(BIG), true],
  ['equals its neighbour', '9007199254740993', p.equals(9007199254740992n), false],
  ['equals a number', '9007199254740993', p.equals(BELOW), false],
  ['equals, same value', '9007199254740992', p.equals(BELOW), false],
  ['equals a string', '9007199254740993', p.equals('9007199254740993'), false],
  ['equals, nested', '{"a":[{"id":9007199254740993}]}', p.equals({ a: [{ id: BIG }] }), true],
  ['equals, nested, neighbour', '{"a":[{"id":9007199254740993}]}', p.equals({ a: [{ id: BIG - 1n }] }), false],
  ['equals, nested, number', '{"a":[{"id":9007199254740993}]}', p.equals({ a: [{ id: BELOW }] }), false],
  ['a bigint for a number', '5', p.equals(5n), false],
  ['a plain value', '9007199254740993', BIG, true],
  ['a plain value, other', '9007199254740993', BIG + 1n, false],
  ['an asymmetric matcher', '{"id":9007199254740993}', expect.objectContaining({ id: BIG }), true],
  ['a function', '9007199254740993', (value: unknown) => value === BIG, true],
  ['notEquals the bigint', '9007199254740993', p.notEquals(BIG), false],
  ['notEquals its neighbour', '9007199254740993', p.notEquals(9007199254740992n), true],
  ['notEquals another number', '9007199254740993', p.notEquals(BELOW), true],
  ['notEquals the same number', '9007199254740992', p.notEquals(BELOW), false],
  ['notEquals the same number, nested', '{"id":[9007199254740992]}', p.notEquals({ id: [BELOW] }), false],
  ['notEquals a bigint for a number', '5', p.notEquals(5n), false],
  ['notEquals a bigint for another number', '5', p.notEquals(6n), true],
  ['oneOf', '9007199254740993', p.oneOf([1n, BIG]), true],
  ['oneOf, numbers', '9007199254740993', p.oneOf([1, BELOW]), false],
  ['notOneOf', '9007199254740993', p.notOneOf([BIG]), false],
  ['notOneOf, the same number', '9007199254740992', p.notOneOf([1, BELOW]), false],
  ['notOneOf, others', '9007199254740993', p.notOneOf([1, BELOW, 9007199254740992n]), true],
  ['contains', '[1,9007199254740993]', p.contains(BIG), true],
  ['contains, number', '[1,9007199254740993]', p.contains(BELOW), false],
  ['contains a key', '{"9007199254740993":1}', p.contains(BIG), true],
  ['notContains', '[1,9007199254740993]', p.notContains(BIG), false],
  ['notContains, the same number', '[9007199254740992]', p.notContains(BELOW), false],
  ['notContains, another', '[9007199254740993]', p.notContains(BELOW), true],
  ['everyItem', '[9007199254740993,9007199254740993]', p.everyItem(p.equals(BIG)), true],
  ['everyItem, one other', '[9007199254740993,9007199254740992]', p.everyItem(p.equals(BIG)), false],
  ['someItem', '[1,9007199254740993]', p.someItem(BIG), true],
  ['allOf', '9007199254740993', p.allOf(p.isInteger(), p.equals(BIG)), true],
  ['anyOf', '9007199254740993', p.anyOf(p.equals(BELOW), p.equals(1)), false],
  ['noneOf', '9007199254740993', p.noneOf(p.equals(BIG)), false],
  ['noneOf, the same number', '9007199254740992', p.noneOf(p.equals(BELOW)), false],
  ['noneOf, another', '9007199254740993', p.noneOf(p.equals(BELOW)), true],
  ['noneOf of a denial', '9007199254740992', p.noneOf(p.notEquals(BELOW)), false],
  ['optional', '9007199254740993', p.optional(p.equals(BIG)), true],
  ['greaterThan', '9007199254740993', p.greaterThan(BELOW), true],
  ['greaterThan, bigint', '9007199254740993', p.greaterThan(9007199254740992n), true],
  ['greaterThan itself', '9007199254740993', p.greaterThan(BIG), false],
  ['greaterThan, a number and a bigint', '5', p.greaterThan(4n), true],
  ['greaterThan, a fraction and a bigint', '5.5', p.greaterThan(5n), true],
  ['greaterThanOrEqual', '9007199254740993', p.greaterThanOrEqual(BIG), true],
  ['greaterThanOrEqual, above', '9007199254740993', p.greaterThanOrEqual(BIG + 1n), false],
  ['lessThan', '-9007199254740993', p.lessThan(-BELOW), true],
  ['lessThan, border', '9007199254740993', p.lessThan(9007199254740994), true],
  ['lessThan, below', '9007199254740993', p.lessThan(BELOW), false],
  ['lessThanOrEqual', '9007199254740993', p.lessThanOrEqual(BELOW), false],
  ['lessThan a large double', '9007199254740993', p.lessThan(1e300), true],
  ['between', '9007199254740993', p.between(0, 9007199254740993n), true],
  ['between, below', '9007199254740993', p.between(0n, BELOW), false],
  ['greaterThan a string', '9007199254740993', p.greaterThan('a'), false],
  ['isNumber', '9007199254740993', p.isNumber(), true],
  ['isInteger', '9007199254740993', p.isInteger(), true],
  ['isType number', '9007199254740993', p.isType('number'), true],
  ['isType integer', '-9007199254740993', p.isType('integer'), true],
  ['isString', '9007199254740993', p.isString(), false],
  ['isBoolean', '9007199254740993', p.isBoolean(), false],
  ['isDict', '9007199254740993', p.isDict(), false],
  ['exists', '9007199254740993', p.exists(), true],
  ['isTruthy', '9007199254740993', p.isTruthy(), true],
  ['isNone', '9007199254740993', p.isNone(), false],
];

test.each(TABLE)('%s on %s', (_name, json, check, passes) => {
  expect(evaluateCheck({ body: parseJson(json), roots: {} }, '', check)).toMatchObject({ passed: passes });
});

/** What differs in type only fails in both voices. */
test.each(TABLE.filter(([name]) => !/same (number|value)|bigint for a number|denial/.test(name)))(
  '%s on %s, by the matchers',
  (_name, json, check, passes) => {
    const expectation = expect({ value: parseJson(json) });
    if (passes) expectation.toSatisfyPath('value', check as never);
    else expectation.not.toSatisfyPaths({ value: check as never });
  },
);

test('.not passes for no difference of types', () => {
  expect(() => expect(parseJson('9007199254740992')).not.toSatisfy(p.equals(BELOW))).toThrow('not equal to');
  expect(() => expect({ id: 5 }).not.toSatisfyPath('id', 5n)).toThrow('not equal to 5n');
  expect(() => expect({ id: parseJson('9007199254740992') as unknown }).not.toSatisfyPath('', { id: BELOW })).toThrow();
});

test.each([
  ['9007199254740993', p.equals(BELOW), NOTE],
  ['9007199254740993', BELOW, NOTE],
  ['{"id":9007199254740993}', p.equals({ id: BELOW }), NOTE],
  ['[9007199254740993]', p.contains(BELOW), NOTE],
  ['9007199254740993', p.oneOf([1, BELOW]), NOTE],
  ['[9007199254740993]', p.everyItem(p.equals(BELOW)), NOTE],
  ['9007199254740993', p.anyOf(p.equals(BELOW)), NOTE],
  ['5', p.equals(5n), 'an integer up to ±9007199254740991 is a number, which never equals a bigint: write 5'],
  ['-0', p.equals(0n), 'is a number, which never equals a bigint: write 0'],
  ['1e20', p.equals(10n ** 20n), 'a number with a fraction or an exponent is a number, which never equals a bigint'],
  ['"x"', p.greaterThan(BIG), 'a string cannot be compared with a number'],
])('%s says why', (json, check, why) => {
  const { reason, passed } = evaluateCheck({ body: parseJson(json), roots: {} }, '', check);
  expect(passed).toBe(false);
  expect(reason).toContain(why);
});

test('what is printed has all digits', () => {
  const text = failureOf(() => expect({ a: { id: BIG } }).toSatisfyPaths({ 'a.id': p.equals(BIG + 1n) }));
  expect(text).toContain('equal to 9007199254740994n');
  expect(text).toContain('9007199254740993n');
  expect(p.greaterThan(BIG).description).toBe('a number greater than 9007199254740993n');
});

test('limits of two types make a range, if the lower is below', () => {
  expect(p.between(BELOW, 9007199254740993n).problem).toBeUndefined();
  expect(p.between(9007199254740993n, BELOW).problem).toContain('is greater than the upper bound');
  expect(p.between(1n as never, 'x').problem).toContain("can't form a range");
});
