import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStoredLines, StoredLines } from '../../../src/run-report/stored-lines';

const folder = mkdtempSync(join(tmpdir(), 'stored-lines-'));
afterAll(() => {
  closeStoredLines();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): StoredLines {
  writeFileSync(join(folder, name), content);
  return new StoredLines(join(folder, name));
}

/** All lines; the bytes of each are only valid until the next one is taken. */
function linesOf(lines: StoredLines) {
  const all = [];
  for (const { bytes, ...rest } of lines.all()) all.push({ text: bytes.toString(), ...rest });
  return all;
}

test('lines are read where they are, also those that are longer than a piece', () => {
  const values = ['é', 'x'.repeat(3 << 20), '', 9007199254740993n, { a: '\u2028' }];
  const texts = values.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value)));
  const lines = file('a', texts.map((text) => `${text}\n`).join(''));
  const all = linesOf(lines);
  expect(all.map(({ text, isWhole }) => [text.length, isWhole])).toEqual(texts.map(({ length }) => [length, true]));
  expect(all.toReversed().map(({ place }) => lines.read(place) as unknown)).toEqual(values.toReversed());
});

test('the last line of a cut file is not whole', () => {
  const cut = linesOf(file('b', '1\n22'));
  expect(cut.map(({ text, isWhole, place }) => [text, isWhole, place])).toEqual([
    ['1', true, { start: 0, length: 1 }],
    ['22', false, { start: 2, length: 2 }],
  ]);
  expect(linesOf(file('c', ''))).toEqual([]);
});

test('lines of any length around the size of a piece are whole', () => {
  const sizes = [1, 262_142, 262_143, 262_144, 262_145, 10, 600_000, 262_144, 3];
  const texts = sizes.map((size, index) => String(index).repeat(size));
  const lines = linesOf(file('h', `${texts.join('\n')}\n`));
  expect(lines.map(({ text }) => text === texts.shift())).toEqual(sizes.map(() => true));
});

test('files are read in turns, and the values of the open one that were read last are kept', () => {
  const [one, two] = [file('d', '[1]\n[2]\n'), file('e', '[3]\n')];
  expect(one.read({ start: 0, length: 3 })).toEqual([1]);
  expect(two.read({ start: 0, length: 3 })).toEqual([3]);
  const second = one.read({ start: 4, length: 3 }) as unknown;
  expect(one.read({ start: 0, length: 3 })).toEqual([1]);
  expect(one.read({ start: 4, length: 3 })).toBe(second);
  const many = file('f', '');
  for (let index = 0; index < 40; index += 1) appendFileSync(join(folder, 'f'), `[${10 + index}]\n`);
  const places = [...many.all()].map(({ place }) => place);
  expect(places.map((place) => many.read(place) as unknown)).toEqual(places.map((_, index) => [10 + index]));
});

test('a line that is no JSON, and a missing file, are errors', () => {
  expect(() => file('g', 'x\n').read({ start: 0, length: 1 })).toThrow(SyntaxError);
  expect(() => [...new StoredLines(join(folder, 'missing')).all()]).toThrow('ENOENT');
});
