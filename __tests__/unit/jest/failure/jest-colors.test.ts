import { stripVTControlCharacters } from 'node:util';
import { jestColors } from '../../../../src/jest/failure/jest-colors';

const { paint, diff } = jestColors();

test('a difference is shown as Jest shows it', () => {
  const text = stripVTControlCharacters(diff({ id: 1, name: 'a' }, { id: 2, name: 'a' }) ?? '');
  expect(text).toMatch(/^- Expected\n\+ Received\n[^]*- {3}"id": 1,\n\+ {3}"id": 2,/);
});

test('colours change no letter', () => {
  const texts = [paint.expected('yes'), paint.received('no'), paint.dim('where')];
  expect(texts.map(stripVTControlCharacters)).toEqual(['yes', 'no', 'where']);
});
