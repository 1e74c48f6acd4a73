import { sizeText } from '../../../../src/page/data/format';

test.each([
  [512, '512 bytes'],
  [9_800, '9.8 kB'],
  [2_400_000, '2.4 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
