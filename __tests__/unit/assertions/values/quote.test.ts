import { escapeControls, quote, wholeCharacters } from '../../../../src/assertions/values/quote';

test.each([
  ['abc', 3, '"abc"'],
  ['abcd', 3, '"abc"… (1 more character)'],
  ['abcde', 3, '"abc"… (2 more characters)'],
  ['"\n', undefined, '"\\"\\n"'],
  ['ab😀', 3, '"ab"… (2 more characters)'],
  ['a😀b', 3, '"a😀"… (1 more character)'],
])('%j is quoted up to %p characters', (text, limit, expected) => {
  expect(quote(text, limit)).toBe(expected);
});

test('a limit splits no pair', () => {
  expect([0, 1, 2, 3, 4].map((limit) => wholeCharacters('a😀b', limit))).toEqual([0, 1, 1, 3, 4]);
});

test.each([
  ['\u001b[31m', '\\u001b[31m'],
  ['a\u202eb', 'a\\u202eb'],
  ['\u{e0001}', '\\u{e0001}'],
  ['a\u00a0b c', 'a\\u00a0b c'],
  ['\0', '\\u0000'],
])('%j shows what a terminal would not', (text, expected) => {
  expect(escapeControls(text)).toBe(expected);
});
