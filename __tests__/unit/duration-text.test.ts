import { durationText } from '../../src/duration-text';

test.each([
  [0, '0 ms'],
  [0.4, '0 ms'],
  [12, '12 ms'],
  [640.4, '640 ms'],
  [999, '999 ms'],
  [1_340, '1.3 s'],
  [2_512, '2.5 s'],
  [65_432, '1 min 5 s'],
  [252_000, '4 min 12 s'],
])('%d ms is written as %s', (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
