import { wrapLines } from '../../src/wrap-lines';

test.each([
  ['a line that fits', 'one two', 'one two'],
  ['a line that ends at the limit', 'one two three', 'one two three'],
  ['a line that is too long', 'one two three four', 'one two three\n  four'],
  ['each line for itself', 'one two three four\nfive', 'one two three\n  four\n  five'],
  [
    'a word that is too long',
    'see https://example.com/a/path for more',
    'see\n  https://example.com/a/path\n  for more',
  ],
  ['not inside backticks', 'run `npx jest -u` now', 'run\n  `npx jest -u`\n  now'],
  ['not inside quotes', 'the "one two three four" here', 'the\n  "one two three four"\n  here'],
  ['a backtick without another', 'one ` two three four', 'one ` two\n  three four'],
  ['spaces inside a line that fits', 'one  two', 'one  two'],
  ['not a line with a path', 'no file in /home/me/app here', 'no file in /home/me/app here'],
  ['a line with a path, after a sentence', 'no x. See /home/me/a.b. Why?', 'no x.\n  See /home/me/a.b.\n  Why?'],
  ['a path of a server', 'started through /start', 'started\n  through\n  /start'],
  ['not before a unit', 'no response (12 ms)', 'no response\n  (12 ms)'],
  ['an item of a list', '1. one two three', '1. one two\n       three'],
  ['not an indented line', '   received: "one two three"', '   received: "one two three"'],
  ['not a line of a log', '│ one two three four', '│ one two three four'],
  ['no text', '', ''],
])('breaks at spaces: %s', (_what, text, wrapped) => {
  expect(wrapLines(text, { columns: 13, indent: '  ' })).toBe(wrapped);
});

test('colours have no width', () => {
  const coloured = '\u001b[31mone\u001b[39m two three four';
  expect(wrapLines(coloured, { columns: 13 })).toBe('\u001b[31mone\u001b[39m two three\nfour');
});

test('the first line has less room after a prefix', () => {
  expect(wrapLines('one two three four', { columns: 13, before: 5 })).toBe('one two\nthree four');
  expect(wrapLines('eleven_long two', { columns: 13, before: 5 })).toBe('eleven_long\ntwo');
});
