import { wrapLines } from '../../../src/report/wrap-lines';

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
  ['not a line with a path', 'no file in /home/me/app here', 'no file in /home/me/app here'],
  ['no text', '', ''],
])('breaks at spaces: %s', (_what, text, wrapped) => {
  expect(wrapLines(text, 13, '  ')).toBe(wrapped);
});
