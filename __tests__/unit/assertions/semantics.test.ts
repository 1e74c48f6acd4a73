import { runInNewContext } from 'node:vm';
import * as p from '../../../src/assertions';

type Any = p.Predicate<never>;
type Row = readonly [name: string, predicate: Any, passing: readonly unknown[], failing: readonly unknown[]];

const nested = { a: [1, { b: null }] };
const UUID = '123e4567-e89b-42d3-a456-426614174000';

/** Strings that cannot be ordered by their characters. */
const NUMBERS_AND_TIMES = [
  ...['9', '-5', '1e3', '1.5', ' 10 ', '1,000', '1_000', '0x1f', '.5'],
  ...['2024-01-01T00:30:00+02:00', '2024-01-01 00:30:00', '2024-01-01', '2024-1-5', '20240101T00', '31.01.2024'],
  ...['1/31/2024', 'Mon, 01 Jan 2024 00:00:00 GMT', 'Jan 1, 2024', '1 January 2024', '2024-13-45'],
];
const NO_DAYS = ['n/a', '', '~', '9', '2024-06-01T00:00:00Z', '2024-06-1', 5, null];
const NO_INSTANTS = [
  ...['2024-06-01T00:00:00', '1999-06-01T10:00', 'yesterday', '', '2024-02-30', '1704067200', '2024-01-01 00:00:00Z'],
  ...[1704067200, null, true, [], {}, new Date(0), new Date(2e12)],
];

/** What passes and what fails; the values a predicate was not made for are among the failing. */
const TABLE: readonly Row[] = [
  ['equals 1', p.equals(1), [1], ['1', true, 1.5, null, [1], { 0: 1 }, NaN]],
  ['equals 0', p.equals(0), [0, -0], [null, '0', false]],
  ['equals -0 inside', p.equals({ a: [-0] }), [{ a: [0] }, { a: [-0] }], [{ a: [1] }]],
  ['notEquals 0', p.notEquals(0), [1, null], [0, -0]],
  ['oneOf 0', p.oneOf([0]), [-0], ['-0']],
  ['contains 0', p.contains(0), [[-0]], [[1]]],
  ['equals true', p.equals(true), [true], [1, 'true', false, null]],
  ['equals null', p.equals(null), [null], [0, '', false, {}, []]],
  [
    'equals an object',
    p.equals(nested),
    [{ a: [1, { b: null }] }],
    [{ a: [1, { b: 0 }] }, { ...nested, c: 1 }, {}, null, 'x'],
  ],
  [
    'equals with a predicate inside',
    p.equals({ id: p.isUuid() }),
    [{ id: UUID }],
    [{ id: 'x' }, {}, { id: UUID, more: 1 }],
  ],
  ['notEquals 1', p.notEquals(1), ['1', true, null, [1], {}], [1]],
  ['notEquals with a predicate inside', p.notEquals({ id: p.isString() }), [{ id: 1 }, {}], [{ id: 'x' }]],
  ['exists', p.exists(), [0, '', false, [], {}], [null]],
  ['isNone', p.isNone(), [null], [0, '', false, [], {}]],
  ['isNull', p.isNull(), [null], [0, '', 'null', [], {}]],
  ['isMissing', p.isMissing(), [], [null, 0, '', false, []]],
  ['isTrue', p.isTrue(), [true], [1, 'true', false, {}, null]],
  ['isFalse', p.isFalse(), [false], [0, '', null, true, 'false']],
  ['isTruthy', p.isTruthy(), [true, 1, 'x', [], {}], [false, 0, '', null, NaN]],
  ['isFalsy', p.isFalsy(), [false, 0, '', null, NaN], [true, 1, 'x', [], {}]],
  ['oneOf', p.oneOf(['a', 1, nested]), ['a', 1, { a: [1, { b: null }] }], ['1', 'A', true, null, {}]],
  ['notOneOf', p.notOneOf(['a', 1]), ['b', '1', true, null, {}], ['a', 1]],
  [
    'contains a string',
    p.contains('a'),
    ['cat', ['b', 'a'], { a: null }],
    ['dog', ['A', ['a']], { b: 'a' }, null, 5, true],
  ],
  [
    'contains an object',
    p.contains({ id: 1 }),
    [[{ id: 1 }]],
    [[{ id: 1, more: 2 }], { id: 1 }, '[object Object]', null],
  ],
  ['contains a number', p.contains(1), [[1], { 1: 'x' }], ['1', [true, '1'], 1, null]],
  ['contains no inherited key', p.contains('constructor'), [], [{}, [], 'x']],
  ['notContains', p.notContains('a'), ['dog', [], {}, [['a']]], ['cat', ['a'], { a: 1 }, null, 5, true]],
  ['notContains of what cannot be asked', p.notContains({ id: 1 }), [[{ id: 2 }]], ['x', { id: 1 }, null]],
  [
    'hasLength',
    p.hasLength(2),
    ['ab', '😀😀', 'e\u0301', '\ud83d\ud83d', [1, 2], { a: 1, b: 2 }],
    ['a', [1], {}, { length: 2 }, 2, null],
  ],
  ['isEmpty', p.isEmpty(), ['', [], {}], [' ', [null], { a: null }, null, 0, false]],
  ['isNotEmpty', p.isNotEmpty(), [' ', [null], { a: null }], ['', [], {}, null, 1, true]],
  ['greaterThan a number', p.greaterThan(5), [5.1, 1e300], [5, Infinity, 4, '6', null, true, [6], NaN]],
  ['greaterThan a string', p.greaterThan('b'), ['c', 'ba'], ['b', 'a', 9, null]],
  ['greaterThanOrEqual', p.greaterThanOrEqual(5), [5, 6], [Infinity, 4.9, '5', null]],
  ['lessThan', p.lessThan(5), [4, -1], [-Infinity, 5, 6, '4', null, false, []]],
  ['lessThanOrEqual', p.lessThanOrEqual(5), [5, 0], [-Infinity, 5.1, '5', null]],
  ['between', p.between(1, 3), [1, 2.5, 3], [Infinity, 0.9, 3.1, '2', null, NaN]],
  ['between strings', p.between('b', 'd'), ['b', 'c', 'd'], ['a', 'e', 2, null]],
  ['greaterThan a day', p.greaterThan('2024-01-01'), ['2024-01-02'], ['2024-01-01', ...NO_DAYS]],
  ['lessThanOrEqual a day', p.lessThanOrEqual('2024-06-30'), ['2024-06-30', '2024-01-02'], ['2024-07-01', ...NO_DAYS]],
  ['between days', p.between('2024-01-01', '2024-02-01'), ['2024-02-01'], ['2024-02-02', ...NO_DAYS]],
  ['greaterThan a word', p.greaterThan('A'), ['B', 'v1.2', 'item 10'], NUMBERS_AND_TIMES],
  ['lessThan a word', p.lessThan('zzz'), ['B', ''], NUMBERS_AND_TIMES],
  ['between words', p.between('A', 'zzz'), ['B'], NUMBERS_AND_TIMES],
  [
    'isBefore a timestamp',
    p.isBefore('2024-01-01T00:00:00Z'),
    [
      '2023-12-31T23:59:59Z',
      '2023-12-31T23:59:59.999999Z',
      '2024-01-01T00:30:00+02:00',
      '2024-01-01T00:30+02',
      '2024-01-01T00:30:00,5+0200',
      '2023-12-31',
      '0001-01-01T00:00:00Z',
    ],
    ['2024-01-01T00:00:00Z', '2024-01-01T02:00:00+02:00', '2023-12-31T23:30:00-02:00', '2024-01-01', ...NO_INSTANTS],
  ],
  [
    'isAfter a timestamp',
    p.isAfter('2024-01-01T00:00:00.000001+00:00'),
    ['2024-01-01T00:00:00.0000011Z', '2023-12-31T23:30:00-02:00', '2024-01-02', '9999-12-31T23:59:59Z'],
    ['2024-01-01T00:00:00.000001Z', '2024-01-01T00:00:00.000000999Z', '2024-01-01T00:30:00+02:00', ...NO_INSTANTS],
  ],
  ['isBefore a Date', p.isBefore(new Date(0)), ['1969-12-31T23:59:59.999Z'], ['1970-01-01T00:00:00Z', ...NO_INSTANTS]],
  ['isAfter a Date before 1970', p.isAfter(new Date(-1)), ['1970-01-01'], ['1969-12-31T23:59:59.999Z']],
  [
    'isAfter a Date of another realm',
    p.isAfter(runInNewContext('new Date(0)')),
    ['1970-01-01T00:00:01Z'],
    ['1970-01-01'],
  ],
  ['isBefore a function', p.isBefore(() => new Date()), ['2024-01-01T00:00:00Z'], ['9999-01-01T00:00:00Z']],
  ['isAfter a day', p.isAfter('2024-01-01'), ['2024-01-01T00:00:01Z', '2024-01-02'], ['2024-01-01T00:30:00+02:00']],
  ['matches', p.matches(/b+/), ['abc', 'b'], ['ac', 5, null, ['b']]],
  ['matches text', p.matches('^b$'), ['b'], ['ab', null]],
  ['startsWith', p.startsWith('ab'), ['ab', 'abc'], ['Ab', 'cab', ['ab'], 5, null]],
  ['endsWith', p.endsWith('bc'), ['bc', 'abc'], ['bcd', ['bc'], 5, null]],
  ['isDict', p.isDict(), [{}, Object.create(null)], [[], null, 'x', 1]],
  ['isList', p.isList(), [[], [1]], [{ length: 0 }, null, 'x']],
  ['isString', p.isString(), ['', 'x'], [1, null, ['x']]],
  ['isNumber', p.isNumber(), [0, 1.5], [Infinity, -Infinity, JSON.parse('1e400'), '1', null, NaN, true]],
  ['isInteger', p.isInteger(), [0, -3, 5.0], [1.5, '1', null, Infinity, NaN]],
  ['isBoolean', p.isBoolean(), [true, false], [0, 'true', null]],
  ['isType string', p.isType('string'), ['x'], [1, null]],
  ['isType number', p.isType('number'), [1.5], [Infinity, '1', null]],
  ['isType integer', p.isType('integer'), [1], [1.5, '1', null]],
  ['isType boolean', p.isType('boolean'), [false], [0, null]],
  ['isType array', p.isType('array'), [[]], [{}, null]],
  ['isType object', p.isType('object'), [{}], [[], null, 'x']],
  ['isType null', p.isType('null'), [null], [0, {}, 'null']],
  [
    'isUuid',
    p.isUuid(),
    [UUID, UUID.toUpperCase(), '00000000-0000-0000-0000-000000000000'],
    [`${UUID}0`, ` ${UUID}`, UUID.replace(/-/g, ''), UUID.replace('42d3', '02d3'), 5, null],
  ],
  [
    'isIsoDate',
    p.isIsoDate(),
    [
      '2024-02-29',
      '2025-01-31T23:59:59Z',
      '2025-01-31T00:00:00.123456+05:30',
      '2025-01-31T10:00',
      '2025-01-31T10:00:00-0800',
      '2025-01-31T10:00:00+00',
      '2000-02-29',
    ],
    [
      '2023-02-29',
      '1900-02-29',
      '2025-04-31',
      '2025-13-01',
      '2025-00-10',
      '2025-01-00',
      '2025-01-31T24:00:00Z',
      '2025-01-31T10:60:00Z',
      '2025-01-31 10:00:00',
      '2025-1-1',
      '20250131',
      '2025-01-31T',
      '31.01.2025',
      'x2025-01-31',
      '2025-01-31\n',
      1735689600,
      null,
    ],
  ],
  ['everyItem', p.everyItem(p.greaterThan(1)), [[2, 3]], [[2, 1], [], ['2'], {}, 'x', null]],
  ['everyItem of a plain value', p.everyItem({ a: 1 }), [[{ a: 1 }]], [[{ a: 1 }, {}], []]],
  ['someItem', p.someItem((item: number) => item > 1), [[0, 2]], [[0, 1], [], { a: 2 }, null]],
  ['allOf', p.allOf(p.isString(), p.hasLength(2)), ['ab'], ['a', [1, 2], null]],
  ['anyOf', p.anyOf(p.isMissing(), p.equals(0), (value: unknown) => value === 'x'), [0, 'x'], [1, null, '']],
  ['noneOf', p.noneOf(p.isString(), p.isNull()), [1, [], {}], ['x', null]],
  ['optional', p.optional(p.isString()), ['x'], [null, 1]],
  ['optional of a plain value', p.optional('x'), ['x'], ['y', null]],
  ['custom', p.custom((value: unknown) => value === 'x', 'an x'), ['x'], ['y', null]],
  ['custom around a predicate', p.custom(p.isString(), 'text'), ['x'], [1]],
];

describe.each(TABLE)('%s', (_name, predicate, passing, failing) => {
  test('passes for what it should', () => {
    expect(passing.filter((value) => !predicate(value as never))).toEqual([]);
  });
  test('fails for everything else, and can explain it without throwing', () => {
    expect(failing.filter((value) => predicate(value as never))).toEqual([]);
    for (const value of failing) expect(['string', 'undefined']).toContain(typeof predicate.explain(value));
  });
});

test.each<[p.Predicate<never>, unknown, RegExp]>([
  [p.isNumber(), JSON.parse('1e400'), /^it is Infinity, not a finite number$/],
  [p.isInteger(), Infinity, /^it is Infinity, not a finite number$/],
  [p.greaterThan(5), Infinity, /^Infinity is not a finite number$/],
  [p.greaterThan('b'), '9', /^"9" looks like a number, .* compare with a number/],
  [
    p.lessThan('b'),
    '2024-01-01T00:30:00+02:00',
    /^"2024-01-01T00:30:00\+02:00" looks like a date or time, .* isBefore/,
  ],
  [p.greaterThan('2024-01-01'), '2024-01-01T10:00:00Z', /looks like a date or time, .* isAfter/],
  [p.greaterThan('2024-01-01'), 'n/a', /^"2024-01-01" looks like a date or time/],
  [p.isBefore('2024-01-01T00:00:00Z'), '2024-01-01T00:00:00', /no offset, .* must end with "Z" or an offset/],
  [p.isBefore('2024-01-01T00:00:00Z'), '2024-01-01T02:00:00+02:00', /^it is the same instant$/],
  [
    p.isAfter('2024-01-01T00:00:00Z'),
    '2024-01-01T00:30:00.25+02:00',
    /^in UTC, it is 2023-12-31T22:30:00\.25Z, and the limit is 2024-01-01T00:00:00Z$/,
  ],
  [p.isBefore(new Date(0)), 5, /^a number, where a timestamp was expected$/],
  [p.isBefore(new Date(0)), '2024-02-30', /^the date 2024-02-30 does not exist$/],
  [p.hasLength(3), '😀😀', /^it has 2 characters$/],
])('%s says why', (predicate, value, reason) => {
  expect(predicate(value as never)).toBe(false);
  expect(predicate.explain(value)).toMatch(reason);
});

test('the function of isBefore is called for each check, and what it returns is checked', () => {
  let limit: unknown = '2024-01-01T00:00:00Z';
  const predicate = p.isBefore(() => limit as string);
  expect(predicate('2024-01-01T00:00:00Z')).toBe(false);
  limit = new Date('2025-01-01T00:00:00Z');
  expect(predicate('2024-01-01T00:00:00Z')).toBe(true);
  for (const wrong of [undefined, 5, 'soon', new Date(NaN), '2024-01-01T00:00:00', Promise.resolve(new Date())]) {
    limit = wrong;
    expect(() => predicate('2024-01-01T00:00:00Z')).toThrow(/did not return a timestamp/);
  }
  const epoch = (): Date => new Date(0);
  expect(p.isAfter(epoch).description).toBe(`a timestamp after the result of ${String(epoch)}`);
  expect(p.isAfter(new Date(0)).description).toBe('a timestamp after 1970-01-01T00:00:00.000Z');
});

test('a predicate serves as the callback of an array', () => {
  expect([1, 2, 3].every(p.greaterThan(0))).toBe(true);
  expect([1, 2, 3].filter(p.greaterThan(1))).toEqual([2, 3]);
});

test('the state of a global or sticky pattern plays no part', () => {
  const pattern = /a/gy;
  const predicate = p.matches(pattern);
  pattern.lastIndex = 5;
  expect(['xa', 'xa', 'a'].map((text) => predicate(text))).toEqual([true, true, true]);
});

test('a predicate works inside Jest’s own matchers', () => {
  expect({ id: UUID, age: 5 }).toEqual({ id: p.isUuid(), age: p.greaterThan(4) });
  expect(() => expect({ id: 'x' }).toEqual({ id: p.isUuid() })).toThrow(/a UUID/);
});
