import { countOf, numberText } from '../../src/count-of';

test.each([0, 1, 12, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890])('%d has commas', (count) => {
  expect(numberText(count)).toBe(count.toLocaleString('en-US'));
});

test('numbers have separators', () => {
  expect(numberText(10_000)).toBe('10,000');
});

test('a count has its word, in the plural if it is not one', () => {
  expect([0, 1, 2_000].map((count) => countOf(count, 'key'))).toEqual(['0 keys', '1 key', '2,000 keys']);
});
