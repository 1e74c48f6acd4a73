import { lazy } from '../../../src/lazy';
import { sendableCopy } from '../../../src/json/sendable-copy';

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
  [{ make: () => 1 }, 'make', 'a function (() => 1)'],
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
    'an object without fields of its own, which JSON would write as {}',
  ],
  [
    { own: Object.create({ password: 'x' }) as object },
    'own',
    'an object without fields of its own, which JSON would write as {}',
  ],
  [{ list: Object.assign([1], { extra: 2 }) }, 'list', 'something with the key extra, which JSON would drop'],
  [{ filter: { [Symbol('hidden')]: 1 } }, 'filter', 'something with the key Symbol(hidden), which JSON would drop'],
])('%j is refused at %s', (value, path, what) => {
  expect(findUnsendable(value)).toEqual([{ path, what }]);
});

test('all of them are found', () => {
  expect(findUnsendable({ a: undefined, b: { c: undefined } })).toHaveLength(2);
});

test('a circle is found', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;

  expect(findUnsendable(circle)).toEqual([{ path: 'self', what: 'a reference to what it stands in (circular)' }]);
});

test('a lazy is no value', () => {
  expect(findUnsendable({ a: lazy(() => 1) })).toEqual([
    { path: 'a', what: 'a lazy, which only a scenario makes a value of' },
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
