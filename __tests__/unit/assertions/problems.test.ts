import * as p from '../../../src/assertions';
import { checkProblem } from '../../../src/assertions/checks/check-problem';
import { lazy } from '../../../src/lazy';

const wrong = (value: unknown): never => value as never;

const TABLE: readonly (readonly [problem: string | RegExp, predicate: p.Predicate<never>])[] = [
  [/^equals\(\): undefined is never in a response: use isMissing\(\)/, p.equals(undefined)],
  [
    /^equals\(\): in "a.owner": undefined is never in a response: remove the key/,
    p.equals({ a: { owner: undefined } }),
  ],
  [/^oneOf\(\): in "0.x": undefined is never/, p.oneOf([{ x: undefined }])],
  [/^contains\(\): in "1.x": undefined is never/, p.contains([1, { x: undefined }])],
  [/^equals\(\): in "0": a regular expression is never in a response: use expect.stringMatching/, p.equals([/x/])],
  [/^equals\(\): in "a": a function is never in a response: use custom/, p.equals({ a: p.exists })],
  [/^notEquals\(\): undefined/, p.notEquals(undefined)],
  [/^notEquals\(\): a promise .* await it/, p.notEquals(Promise.resolve(1))],
  [/^notEquals\(\): a function .* pass it as the check itself/, p.notEquals(() => true)],
  [/^notEquals\(\): a regular expression .* write matches\(\/x\/\)/, p.notEquals(/x/)],
  [/^equals\(\): a lazy is only allowed in args/, p.equals(lazy(() => 1))],
  [/^oneOf\(\): expected a list of values, received "ab"/, p.oneOf(wrong('ab'))],
  [/^oneOf\(\): the list of values is empty/, p.oneOf([])],
  [/^notOneOf\(\): in "1": undefined is never in a response: use isMissing/, p.notOneOf(['a', undefined])],
  [/^notContains\(\): undefined is never/, p.notContains(undefined)],
  [/^hasLength\(\): expected a whole number, 0 or greater, received -1/, p.hasLength(-1)],
  [/^hasLength\(\): .* received "3"/, p.hasLength(wrong('3'))],
  [
    /^greaterThan\(\): expected a finite number or a string to compare with, received undefined/,
    p.greaterThan(wrong(undefined)),
  ],
  [/^lessThan\(\): .* received NaN/, p.lessThan(NaN)],
  [/^between\(\): the lower bound 5 is greater than the upper bound 1/, p.between(5, 1)],
  [/^between\(\): a number and a string can't form a range/, p.between(wrong(1), 'a')],
  [/^matches\(\): "\(" isn't a valid regular expression: .*Unterminated group/, p.matches('(')],
  [/^matches\(\): expected a regular expression, received 5/, p.matches(wrong(5))],
  [/^matches\(\): every string matches this pattern/, p.matches('')],
  [/^startsWith\(\): every string contains an empty string/, p.startsWith('')],
  [/^endsWith\(\): expected a string, received undefined/, p.endsWith(wrong(undefined))],
  [
    /^isType\(\): unknown type "strng"; did you mean "string"\? The types are string, number, integer/,
    p.isType(wrong('strng')),
  ],
  [/^isType\(\): unknown type "constructor"/, p.isType(wrong('constructor'))],
  [/^isTrue\(\): the last argument must be/, p.isTrue(wrong('a description'))],
  [/^equals\(\): the last argument must be/, p.equals(1, wrong(2))],
  [/^anyOf\(\): it needs at least one predicate/, p.anyOf()],
  [/^noneOf\(\): it needs at least one predicate/, p.noneOf({ description: 'nothing' })],
  [/^anyOf\(\): argument 1: exists needs parentheses: write exists\(…\)/, p.anyOf(wrong(p.exists))],
  [
    /^allOf\(\): argument 2: "x" is neither a predicate nor a function; wrap a value in equals/,
    p.allOf(p.isString(), wrong('x')),
  ],
  [/^allOf\(\): argument 1: a list; .* \.\.\.list/, p.allOf(wrong([p.isString()]))],
  [
    /^allOf\(\): argument 1: between\(\): the lower bound .*; argument 2: oneOf\(\): the list/,
    p.allOf(wrong(p.between(5, 1)), wrong(p.oneOf([]))),
  ],
  [/^noneOf\(\): argument 1: anyOf\(\): argument 1: isType\(\)/, p.noneOf(p.anyOf(p.isType(wrong('x'))))],
  [/^everyItem\(\): undefined is never/, p.everyItem(wrong(undefined))],
  [/^someItem\(\): exists needs parentheses/, p.someItem(wrong(p.exists))],
  [/^optional\(\): hasLength\(\): expected a whole number/, p.optional(p.hasLength(-1))],
  [/^custom\(\): expected a function, received "x"/, p.custom(wrong('x'), 'x')],
  [/^custom\(\): the description must be a string/, p.custom(() => true, wrong(5))],
  [/^custom\(\): isString needs parentheses/, p.custom(wrong(p.isString), 'x')],
  [/^matchesSchema\(\): expected a schema, received "x"/, p.matchesSchema(wrong('x'))],
  [/^matchesSchema\(\): the schema is empty/, p.matchesSchema({})],
  [/^matchesSchema\(\): the schema is empty/, p.matchesSchema({ $schema: 'x', title: 'x', description: 'x' })],
  [/^matchesSchema\(\): in "not.enum.0": a Date/, p.matchesSchema({ not: { enum: [new Date()] } })],
  [/^contains\(\): every string contains an empty one/, p.contains('')],
  [/^notContains\(\): every string contains an empty one/, p.notContains('')],
  [/^hasLength\(\): expected a whole number/, p.hasLength(1.5)],
  [/^hasLength\(\): expected a whole number/, p.hasLength(Infinity)],
  [/^greaterThan\(\): expected a finite number or a string .* received Infinity/, p.greaterThan(Infinity)],
  [/^lessThan\(\): .* received Infinity/, p.lessThan(Infinity)],
  [/^lessThanOrEqual\(\): .* received a Date|received .*1970/, p.lessThanOrEqual(wrong(new Date(0)))],
  [/^between\(\): .* received -Infinity/, p.between(-Infinity, Infinity)],
  [/^between\(\): .* received NaN/, p.between(1, NaN)],
  [/^greaterThanOrEqual\(\): every other string is greater than an empty one/, p.greaterThanOrEqual('')],
  [/^notOneOf\(\): the list of values is empty/, p.notOneOf([])],
  [/^allOf\(\): it needs at least one predicate/, p.allOf()],
  [/^noneOf\(\): argument 1: Boolean is a constructor, .* isBoolean\(\)/, p.noneOf(wrong(Boolean))],
  [/^everyItem\(\): Object is a constructor, .* isDict\(\)/, p.everyItem(wrong(Object))],
  [/^custom\(\): Boolean is a constructor/, p.custom(wrong(Boolean), 'truthy')],
  [/^equals\(\): in "id": notEquals\(\): a Date/, p.equals<unknown>({ id: p.notEquals(new Date()) })],
  [/^isBefore\(\): expected a Date, .* received "soon": the date must be/, p.isBefore('soon')],
  [/^isBefore\(\): .* it has no offset/, p.isBefore('2024-01-01T00:00:00')],
  [/^isAfter\(\): .* the Date is invalid/, p.isAfter(new Date(NaN))],
  [/^isAfter\(\): .* received undefined/, p.isAfter(wrong(undefined))],
  [/^isAfter\(\): .* received 1704067200000/, p.isAfter(wrong(1704067200000))],
  [/^isAfter\(\): .* received \[Function Date\]/, p.isAfter(wrong(Date))],
  [/^isAfter\(\): expected a Date/, p.isAfter(wrong(p.isString()))],
  [/^isAfter\(\): expected a Date/, p.isAfter(wrong(p.exists))],
  [/^isAfter\(\): expected a Date/, p.isAfter(wrong(lazy(() => new Date())))],
];

/** A string that looks like a number or a time, as the limit of an order. */
const UNORDERED: readonly (readonly [limit: string, problem: RegExp])[] = [
  ['10', /"10" looks like a number, .* compare with a number/],
  [' 1.5e3 ', /looks like a number/],
  ['1,000', /looks like a number/],
  ['1,5', /looks like a number/],
  ['-10,25', /looks like a number/],
  ['2024-01-01T00:00:00Z', /looks like a date or time, .* isBefore\(…\) or isAfter\(…\)/],
  ['2024-01-01 00:00', /looks like a date or time/],
  ['2024-13-01', /looks like a date or time/],
  ['31.12.2024', /looks like a date or time/],
  ['Mon, 01 Jan 2024 00:00:00 GMT', /looks like a date or time/],
  ['Thursday 5 September 2024', /looks like a date or time/],
  ['Sept. 5, 2024', /looks like a date or time/],
  ['+002024-01-01T00:00:00Z', /looks like a date or time/],
  ['20240101 10:00', /looks like a date or time/],
];

test.each(UNORDERED)('no order by the characters of %j', (limit, problem) => {
  for (const make of [p.greaterThan, p.greaterThanOrEqual, p.lessThan, p.lessThanOrEqual]) {
    expect(checkProblem(make(limit))).toMatch(problem);
  }
  expect(checkProblem(p.between('A', limit))).toMatch(problem);
  expect(checkProblem(p.between(limit, 'z'))).toMatch(problem);
});

/** Names that begin as a month or a weekday does. */
const NAMES = ['decoder-10', 'market 1', 'marker-2', 'junction 5', 'octet-4', 'monitor 5 mar 3', 'satellite 1 may 2'];

test.each(['2024-01-01', 'abc', 'v1.2', 'item 10', 'May', 'Monday', '1.2.3', '1,2,3', ...NAMES])(
  '%j has an order',
  (limit) => {
    expect(checkProblem(p.greaterThan(limit))).toBeUndefined();
  },
);

test.each([
  /(?:)/,
  /.*/,
  /x*/,
  /^/,
  /$/,
  /^.*/,
  /.*$/,
  /|/,
  /a|/,
  /^a|/,
  /(a|)/,
  /[^]*/,
  /\s*/,
  /\$*/,
  /x{0,3}/gy,
  /[$^]?/,
])('%s is found in every string, and is refused', (pattern) => {
  expect(checkProblem(p.matches(pattern))).toMatch(/every string matches this pattern/);
  expect(checkProblem(p.matches(pattern.source))).toMatch(/every string matches this pattern/);
});

test.each([/^.*$/s, /^.*$/m, /^[^]*$/, /^[\s\S]*$/, /^(?:.|\s)*$/, /^\s*.*$/s, /^(.*)$/su, /^(?:[^a]|a)*$/, /^|$/])(
  '%s matches every string although it is anchored, and is refused',
  (pattern) => {
    expect(checkProblem(p.matches(pattern))).toMatch(/every string matches this pattern/);
  },
);

/** Anchored patterns that match nearly every string. */
const SELECTIVE = [
  ...[/^[^<]*$/, /^[^\u2603]*$/, /^[^☃]*$/, /^\P{L}*$/u, /^[^\u{1f600}]*$/u, /^[^😀]*$/u, /^.{0,1000}$/s, /^.?$/s],
  ...[/^(?:([^])\1*)?$/, /^(?:[^a]|a[^b])*a?$/, /^(\w+\s?)*$/, /^(?!.*error).*$/s, /^.*\b.*$|^$/s],
];

test.each([
  /^$/,
  /^\d*$/,
  /^.*$/,
  /\b/,
  /^(?!.*error)/,
  /(?=a)|/,
  /a+/,
  /\^/,
  /[$]/,
  /^\s*$/m,
  /(?<!a)$/,
  ...SELECTIVE,
])('%s is a pattern that says something', (pattern) => {
  expect(checkProblem(p.matches(pattern))).toBeUndefined();
});

test.each(TABLE)('%s', (problem, predicate) => {
  expect(checkProblem(predicate)).toMatch(problem);
  expect(() => predicate('x' as never)).toThrow(expect.objectContaining({ why: predicate.problem }));
});

test.each([
  ['undefined', undefined, /^undefined is never in a response/],
  ['a factory', p.exists, /^exists needs parentheses/],
  ['a promise', Promise.resolve(true), /^a promise is never in a response/],
  ['a regular expression', /x/, /write matches\(\/x\/\)/],
  ['a lazy', lazy(() => 1), /^a lazy is only allowed in args/],
])('%s is no check', (_name, check, problem) => {
  expect(checkProblem(check)).toMatch(problem);
});

test.each([[p.exists()], [() => true], [expect.any(String)], ['x'], [0], [false], [null], [{ a: [1] }], [[]]])(
  '%p is a check',
  (check) => {
    expect(checkProblem(check)).toBeUndefined();
  },
);
