import { runInNewContext } from 'node:vm';
import * as p from '../../../../src/assertions';
import { checkProblem } from '../../../../src/assertions/checks/check-problem';

class Money {
  amount = 5;
}
const matched = /(x)/.exec('x');
const ring: Record<string, unknown> = {};
ring['self'] = ring;
const elsewhere = (source: string): unknown => runInNewContext(source);
const deep = Array.from({ length: 2000 }).reduce((inner) => ({ inner }), 1);

/** What no JSON response can contain, and what the message says of it. */
const IMPOSSIBLE: readonly (readonly [problem: RegExp, value: unknown])[] = [
  [/a Date is never in a response: write date\.toISOString\(\), or use isBefore\(…\) and isAfter/, new Date(0)],
  [/a Date is never/, new Date(NaN)],
  [/a Date is never/, elsewhere('new Date(0)')],
  [/NaN is never in a response: .*isType/, NaN],
  [/Infinity is never/, Infinity],
  [/-Infinity is never/, -Infinity],
  [/a Map is never in a response: write a plain object/, new Map()],
  [/a Map is never/, elsewhere('new Map([[1, 2]])')],
  [/a Set is never in a response: write an array/, new Set([1])],
  [/an instance of WeakMap is never/, new WeakMap()],
  [/an instance of WeakSet is never/, new WeakSet()],
  [/a boxed value is never/, Object(1)],
  [/a boxed value is never/, Object('x')],
  [/a boxed value is never/, Object(false)],
  [/a boxed value is never/, Object(5n)],
  [/a boxed value is never/, elsewhere('new String("x")')],
  [/a Buffer is never/, Buffer.from('x')],
  [/a typed array is never/, new Uint8Array(2)],
  [/a typed array is never/, elsewhere('new Float64Array(2)')],
  [/an ArrayBuffer is never/, new ArrayBuffer(2)],
  [/an ArrayBuffer is never/, new SharedArrayBuffer(2)],
  [/an instance of DataView is never/, new DataView(new ArrayBuffer(2))],
  [/an Error is never/, new Error('x')],
  [/an Error is never/, elsewhere('new TypeError("x")')],
  [/an instance of Money is never/, new Money()],
  [/an instance of Object is never|an instance of Money is never/, Object.create(new Money()) as unknown],
  [/a URL is never in a response: write its string/, new URL('http://x')],
  [/an instance of URLSearchParams is never/, new URLSearchParams()],
  [/an instance of Generator is never|Generator/, (function* () {})()],
  [
    /a schema is never in a response: write matchesSchema/,
    new (class {
      '~standard' = {};
    })(),
  ],
  [/a symbol is never/, Symbol('x')],
  [/a symbol key, Symbol\(x\), is never/, { a: 1, [Symbol('x')]: 1 }],
  [/an array with holes is never/, Array(2)],
  [/an array with holes is never/, Object.assign(Array(2), { 1: 1 })],
  [/an array with the key "index" is never/, matched],
  [/circular/, ring],
  [/nested deeper than 1000 levels/, deep],
  [/an instance of Arguments is never/, elsewhere('(function () { return arguments })()')],
  [/a promise is never/, elsewhere('Promise.resolve(1)')],
  [/reading it threw Error: no/, elsewhere('({ get a() { throw new Error("no") } })')],
];

describe.each(IMPOSSIBLE)('%s', (problem, value) => {
  test.each<[string, unknown]>([
    ['equals', p.equals(value)],
    ['notEquals', p.notEquals(value)],
    ['a plain value', value],
    ['oneOf', p.oneOf(['a', value])],
    ['notOneOf', p.notOneOf([value])],
    ['contains', p.contains(value)],
    ['notContains', p.notContains(value)],
    ['everyItem', p.everyItem(value as never)],
    ['someItem of equals', p.someItem(p.equals(value))],
    ['optional', p.optional(value as never)],
    ['noneOf', p.noneOf(p.equals(value) as never)],
    ['allOf of anyOf', p.allOf(p.anyOf(p.isNull(), p.notEquals(value) as never) as never)],
    ['custom', p.custom(p.notEquals(value) as never)],
    ['an object', p.notEquals({ a: [1, { b: value }] })],
    ['an object in notOneOf', p.notOneOf([{ a: value }])],
    ['a predicate in an object', p.equals({ a: p.notEquals(value) })],
    ['a schema', p.matchesSchema({ not: { const: value } })],
  ])('is refused in %s', (_name, check) => {
    expect(checkProblem(check)).toMatch(problem);
  });
});

test('all problems of an expected value are reported at once, each with its path', () => {
  expect(checkProblem({ at: new Date(0), 'a.b': [NaN, { c: undefined }] })).toBe(
    [
      'in "at": a Date is never in a response: write date.toISOString(), or use isBefore(…) and isAfter(…)',
      'in "a\\\\.b.0": NaN is never in a response: write a number, null, or a predicate such as isNumber() or isType("null")',
      'in "a\\\\.b.1.c": undefined is never in a response: remove the key, or set the value that it is read from',
    ].join('; '),
  );
  expect(checkProblem(p.notOneOf([new Map(), 1, new Set()]))).toMatch(/in "0": a Map .*; in "2": a Set /);
  const many = checkProblem(Array.from({ length: 30 }, () => NaN)) ?? '';
  expect(many.split('; ')).toHaveLength(11);
  expect(many).toMatch(/… and more$/);
});

test.each([
  ['asymmetric matchers', { a: [expect.any(Date), { b: expect.not.objectContaining({ c: NaN }) }] }],
  ['a bigint', { a: 5n }],
  ['-0', [-0]],
  ['plain objects of another realm', elsewhere('({ a: [1, { b: null }] })')],
  ['an object without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ['the same part twice', ((part) => ({ one: part, other: part }))({ a: 1 })],
  ['predicates', { id: p.isUuid(), more: [p.isBefore(new Date())] }],
])('%s may be expected', (_name, expected) => {
  expect(checkProblem(expected)).toBeUndefined();
  expect(checkProblem(p.notEquals(expected))).toBeUndefined();
  expect(checkProblem(p.notOneOf([expected]))).toBeUndefined();
});
