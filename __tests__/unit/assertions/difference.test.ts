import { explainDifference } from '../../../src/assertions/difference';

test.each<[unknown, unknown, string | undefined]>([
  [1, 2, undefined],
  ['1', 1, 'a string, where a number was expected'],
  [null, {}, 'null, where an object was expected'],
  [[], {}, 'an array, where an object was expected'],
  [5, expect.any(String), undefined],
  ['a ', 'a', 'they differ only in the white space around them'],
  ['A', 'a', 'they differ only in upper and lower case'],
  ['\u00e9', 'e\u0301', 'they look alike, but are written with other Unicode characters'],
  ['a', 'b', undefined],
  [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, 'at "a.0.b": expected 2, received 1'],
  [{ a: 1 }, { b: 1 }, 'at "b": expected 1, received nothing\nat "a": not expected, received 1'],
  [[1, 2], [1], 'at "1": not expected, received 2'],
  [[1], [1, 2], 'at "1": expected 2, received nothing'],
  [{ 'a.b': 1 }, { 'a.b': 2 }, 'at "a\\\\.b": expected 2, received 1'],
  [{ a: 1, b: undefined }, { a: 1 }, undefined],
  [{ a: 'x' }, { a: expect.any(Number) }, 'at "a": expected Any<Number>, received "x"'],
  [
    [1, 2, 3, 4, 5, 6, 7],
    [0, 0, 0, 0, 0, 0, 0],
    [0, 1, 2, 3, 4].map((at) => `at "${at}": expected 0, received ${at + 1}`).join('\n') + '\n… and more',
  ],
])('%j is not %j', (received, expected, text) => {
  expect(explainDifference(received, expected)).toBe(text);
});

test('a long text is shown where it differs', () => {
  const text = 'x'.repeat(500);
  expect(explainDifference(`${text}a`, `${text}b`)).toBe(
    `they differ from character 501 on: expected "${'x'.repeat(20)}b", received "${'x'.repeat(20)}a"`,
  );
});
