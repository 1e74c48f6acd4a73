import { durationText, numberText, sizeText } from '../../../../src/page/data/format';

test.each([
  [0.4, '0 ms'],
  [12, '12 ms'],
  [999, '999 ms'],
  [1_340, '1.3 s'],
  [252_000, '4 min 12 s'],
])('%d ms are %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test.each([
  [512, '512 bytes'],
  [9_800, '9.8 kB'],
  [2_400_000, '2.4 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test('numbers have separators', () => {
  expect(numberText(10_000)).toBe('10,000');
});
