import { runInNewContext } from 'node:vm';
import { unsendableError } from '../../../src/json/find-unsendable';
import { sendableCopy } from '../../../src/json/sendable-copy';
import { lazy } from '../../../src/lazy';

const findUnsendable = (value: unknown) => sendableCopy(value).unsendable;

test('JSON values, dates and shared references can be sent', () => {
  const shared = { a: 1 };
  expect(findUnsendable({ a: [null, true, 'x', 1.5], date: new Date(0), one: shared, two: shared })).toEqual([]);
});

test.each([
  [{ credentials: { password: undefined } }, 'credentials.password', 'undefined'],
  [[undefined], '0', 'undefined'],
  [{ list: [{ a: undefined }] }, 'list.0.a', 'undefined'],
  [{ limit: NaN }, 'limit', 'NaN, which JSON would write as null'],
  [{ pattern: /x/ }, 'pattern', 'a RegExp, which JSON would write as {}'],
  [{ map: new Map([[1, 2]]) }, 'map', 'a Map, which JSON would write as {}'],
  [{ make: () => 1 }, 'make', `a function (${String(() => 1)})`],
  [{ since: new Date(NaN) }, 'since', 'a Date, which JSON would write as null'],
  [{ filter: { toJSON: () => ({ a: undefined }) } }, 'filter.a', 'undefined'],
  [{ filter: { toJSON: () => undefined } }, 'filter', 'undefined'],
  [
    {
      own: new (class Own {
        get a() {
          return 1;
        }
      })(),
    },
    'own',
    'an object without own fields, which JSON would write as {}',
  ],
  [
    { own: Object.create({ password: 'x' }) as object },
    'own',
    'an object without own fields, which JSON would write as {}',
  ],
  [{ list: Object.assign([1], { extra: 2 }) }, 'list', 'a value with the key extra, which JSON would drop'],
  [{ filter: { [Symbol('hidden')]: 1 } }, 'filter', 'a value with the key Symbol(hidden), which JSON would drop'],
])('%j is refused at %s', (value, path, what) => {
  const isUndefined = what === 'undefined' ? true : undefined;
  expect(findUnsendable(value)).toEqual([{ path, what, isUndefined }]);
});

test('all of them are found', () => {
  expect(findUnsendable({ a: undefined, b: { c: undefined } })).toHaveLength(2);
});

test('a circle is found', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;

  expect(findUnsendable(circle)).toEqual([{ path: 'self', what: 'a circular reference' }]);
});

test('a lazy is no value', () => {
  expect(findUnsendable({ a: lazy(() => 1) })).toEqual([
    { path: 'a', what: 'a lazy, which is resolved only in scenarios' },
  ]);
});

test('a toJSON that throws is found', () => {
  const refusing = {
    toJSON() {
      throw new Error('not now');
    },
  };
  expect(findUnsendable({ filter: refusing })).toEqual([
    { path: 'filter', what: expect.stringContaining('whose toJSON() threw Error: not now') },
  ]);
});

test('a bigint is a number', () => {
  expect(findUnsendable({ id: 9007199254740993n, list: [5n], deep: { id: -1n } })).toEqual([]);
});

/** What is not an object literal or a whole array takes the long way, and comes to what it always did. */
describe('whatever an object is made like', () => {
  const other = (code: string) => runInNewContext(code) as unknown;
  const without = (list: number[], index: number) => {
    // eslint-disable-next-line @typescript-eslint/no-array-delete -- This makes a hole.
    delete list[index];
    return list;
  };
  const args = (function (..._given: readonly number[]) {
    // eslint-disable-next-line prefer-rest-params
    return arguments;
  })(1, 2);

  test.each<readonly [string, unknown, unknown]>([
    ['a literal', { a: 1, b: { c: [true, null, 'x'] } }, { a: 1, b: { c: [true, null, 'x'] } }],
    ['a literal of another realm', other('({ a: [1, { b: 2 }] })'), { a: [1, { b: 2 }] }],
    ['no prototype', Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
    ['a frozen literal', Object.freeze({ a: Object.freeze([1]) }), { a: [1] }],
    [
      'methods in the prototype',
      Object.assign(
        new (class {
          go() {}
        })(),
        { a: 1 },
      ),
      { a: 1 },
    ],
    [
      'a getter of its own',
      {
        get a() {
          return 1;
        },
      },
      { a: 1 },
    ],
    ['what is not enumerable', Object.defineProperty({ a: 1 }, 'b', { value: 2 }), { a: 1 }],
    ['a list of lists', [[], [[1]]], [[], [[1]]]],
    ['a subclass of Array', new (class extends Array<number> {})(1, 2, 3), [1, 2, 3]],
    ['a proxy of a list', new Proxy([1, 2], {}), [1, 2]],
    ['a date', { at: new Date(0) }, { at: '1970-01-01T00:00:00.000Z' }],
    ['an empty object', {}, {}],
    ['an empty list', [], []],
  ])('%s is copied', (_name, value, json) => {
    expect(sendableCopy(value)).toEqual({ json, unsendable: [] });
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    [
      'inherited data',
      Object.assign(Object.create({ b: 2 }) as object, { a: 1 }),
      ['an object with the inherited field b, which JSON would drop'],
    ],
    [
      'an inherited getter',
      Object.assign(
        new (class {
          get b() {
            return 2;
          }
        })(),
        { a: 1 },
      ),
      ['an object with the inherited field b, which JSON would drop'],
    ],
    ['a symbol', { a: 1, [Symbol('s')]: 2 }, ['a value with the key Symbol(s), which JSON would drop']],
    [
      'a symbol of a list',
      Object.assign([1], { [Symbol('s')]: 2 }),
      ['a value with the key Symbol(s), which JSON would drop'],
    ],
    ['a key of a list', Object.assign([1], { a: 2 }), ['a value with the key a, which JSON would drop']],
    ['a hole', without([1, 2, 3], 1), ['a hole in a sparse array, which JSON would write as null']],
    [
      'a hole at the end',
      Object.assign([1], { length: 2 }),
      ['a hole in a sparse array, which JSON would write as null'],
    ],
    [
      'a hole and a key',
      Object.assign(without([1, 2], 0), { a: 2 }),
      ['a value with the key a, which JSON would drop', 'a hole in a sparse array, which JSON would write as null'],
    ],
    ['arguments', args, ['an Arguments, which JSON would write as an object with other fields']],
    ['a map of another realm', other('new Map()'), ['a Map, which JSON would write as {}']],
    ['a boxed text', Object('x'), ['a String object instead of a plain value']],
  ])('%s is refused', (_name, value, whats) => {
    expect(findUnsendable({ it: value }).map(({ what }) => what)).toEqual(whats);
  });

  test('a field called __proto__ stays a field', () => {
    const { json } = sendableCopy(JSON.parse('{ "a": { "__proto__": { "b": 1 } } }'));
    expect(JSON.stringify(json)).toBe('{"a":{"__proto__":{"b":1}}}');
  });
});

/** What the error for these arguments says. */
const textOf = (value: unknown) => {
  const { what, why } = unsendableError(findUnsendable(value));
  return [what, why];
};

test.each([
  [
    { credentials: { password: undefined } },
    'credentials.password is undefined; nothing was sent.',
    'JSON would drop it, so the request would arrive without it.',
  ],
  [{ a: undefined, b: undefined }, '2 values are undefined; nothing was sent.', 'a is undefined\nb is undefined'],
  [{ limit: NaN }, 'Invalid `limit`; nothing was sent.', 'it is NaN, which JSON would write as null.'],
  [
    { limit: NaN, a: undefined },
    '2 invalid values; nothing was sent.',
    'limit is NaN, which JSON would write as null\na is undefined',
  ],
])('the message for %j names each path', (value, what, why) => {
  expect(textOf(value)).toEqual([what, why]);
});

test('of very many values, the first are listed', () => {
  const [what, why] = textOf(Array.from({ length: 60 }, () => undefined));
  expect(what).toBe('60 values are undefined; nothing was sent.');
  expect(why?.split('\n').slice(-2)).toEqual(['49 is undefined', '… and 10 more']);
});
