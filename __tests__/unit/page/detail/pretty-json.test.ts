import { prettyJson } from '../../../../src/page/detail/pretty-json';

test('is JSON with all digits, or the string itself', () => {
  expect(prettyJson({ id: 12345678901234567890n })).toBe('{\n  "id": 12345678901234567890\n}');
  expect(prettyJson('<html>')).toBe('<html>');
});

test('says what a report cut out', () => {
  expect(prettyJson([1, '\uFDD07 item'])).toContain('… 7 more items');
});
