import { equals } from '../../../../src/assertions';
import { evaluateCheck } from '../../../../src/assertions/evaluate';
import { explainDifference } from '../../../../src/assertions/values/difference';

test.each<[unknown, unknown, string | undefined]>([
  [1, 2, undefined],
  ['1', 1, 'a string, where a number was expected'],
  [null, {}, 'null, where an object was expected'],
  [[], {}, 'an array, where an object was expected'],
  [5, expect.any(String), undefined],
  ['a ', 'a', 'they only differ in leading or trailing white space'],
  ['A', 'a', 'they only differ in upper and lower case'],
  ['\u00e9', 'e\u0301', 'they look alike, but consist of different Unicode characters'],
  ['a', 'b', undefined],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, 'at "a.0.b": expected 2, received 1'],
  [{ a: 1 }, { b: 1 }, 'at "b": expected 1, received nothing\nat "a": not expected, received 1'],
  [[1, 2], [1], 'at "1": not expected, received 2'],
  [[1], [1, 2], 'at "1": expected 2, received nothing'],
  [{ 'a.b': 1 }, { 'a.b': 2 }, 'at "a\\\\.b": expected 2, received 1'],
  [{ a: 1, b: undefined }, { a: 1 }, undefined],
  [{ a: -0, b: 1 }, { a: 0, b: 2 }, 'at "b": expected 2, received 1'],
  [{ a: 'x' }, { a: expect.any(Number) }, 'at "a": expected Any<Number>, received "x"'],
  [
    [1, 2, 3, 4, 5, 6, 7],
    [0, 0, 0, 0, 0, 0, 0],
    [0, 1, 2, 3, 4].map((at) => `at "${at}": expected 0, received ${at + 1}`).join('\n') + '\n… and more',
  ],
])('%j is not %j', (received, expected, text) => {
  expect(explainDifference(received, expected)).toBe(text);
});

test('each part is looked at once, however deep it is, and long lists of keys are made once', () => {
  let reads = 0;
  let lists = 0;
  const counted = new Proxy(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, index])), {
    ownKeys: (target) => {
      lists += 1;
      return Reflect.ownKeys(target);
    },
    get: (target, key) => {
      reads += key === 'key19999' ? 1 : 0;
      return Reflect.get(target, key) as unknown;
    },
  });
  const nest = (value: unknown): unknown => Array.from({ length: 30 }).reduce((inner) => ({ inner }), value);
  const expected = nest({ ...counted, key19999: 'other' });
  [reads, lists] = [0, 0];
  const { passed, reason } = evaluateCheck({ body: nest(counted), roots: {} }, '', equals(expected));
  expect([passed, reason]).toEqual([false, expect.stringContaining('key19999": expected "other", received 19999')]);
  expect(reads).toBeLessThan(4);
  // Once for equality's own look at symbols.
  expect(lists).toBeLessThan(4);
});

test('what refers to itself is gone through once', () => {
  const ring = (last: number): object => {
    const value: Record<string, unknown> = {};
    return Object.assign(value, { one: value, other: value, last });
  };
  expect(explainDifference(ring(1), ring(2))).toContain('at "last": expected 2, received 1');
});

test('a long text is shown where it differs', () => {
  const text = 'x'.repeat(500);
  expect(explainDifference(`${text}a`, `${text}b`)).toBe(
    `they first differ at character 501: expected "${'x'.repeat(20)}b", received "${'x'.repeat(20)}a"`,
  );
});
