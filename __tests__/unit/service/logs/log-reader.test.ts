import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogReader } from '../../../../src/service/logs/log-reader';

const folder = mkdtempSync(join(tmpdir(), 'log-reader-'));
const path = join(folder, 'app.log');
beforeEach(() => writeFileSync(path, 'before\n'));
afterAll(() => rmSync(folder, { recursive: true }));

test('reads whole lines as they come, from the start or from the end', () => {
  const [all, later] = [new LogReader(path, 'start'), new LogReader(path, 'end')];
  appendFileSync(path, 'one\ntwo');
  expect([all.lines(), later.lines()]).toEqual([['before', 'one'], ['one']]);
  appendFileSync(path, ' and more\n');
  expect([all.lines(), later.lines(), later.lines()]).toEqual([['two and more'], ['two and more'], []]);
  for (const reader of [all, later]) reader.close();
});

test('the lines from a place on are read as often as they are asked for', () => {
  const reader = new LogReader(path, 'start');
  const place = reader.end();
  appendFileSync(path, 'one\ntwo');
  expect([reader.linesFrom(place), reader.linesFrom(place)]).toEqual([['one'], ['one']]);
  expect(reader.lines()).toEqual(['before', 'one']);
  writeFileSync(path, 'new\n');
  expect(reader.linesFrom(place)).toEqual(['new']);
  reader.close();
});

test('a letter in two pieces is whole', () => {
  const reader = new LogReader(path, 'end');
  const bytes = Buffer.from('é\n');
  appendFileSync(path, bytes.subarray(0, 1));
  expect(reader.lines()).toEqual([]);
  appendFileSync(path, bytes.subarray(1));
  expect(reader.lines()).toEqual(['é']);
  reader.close();
});

test('of megabytes the newest is read', () => {
  const reader = new LogReader(path, 'end');
  appendFileSync(path, `${'x'.repeat(2_000_000)}\nlast\n`);
  const lines = reader.lines();
  expect([lines.length, lines.at(-1)]).toEqual([2, 'last']);
  reader.close();
});

test('a log that was begun anew is read from its start', () => {
  const reader = new LogReader(path, 'end');
  writeFileSync(path, 'new\n');
  expect(reader.lines()).toEqual(['new']);
  reader.close();
});

test('a log that is not there is an error', () => {
  expect(() => new LogReader(join(folder, 'none.log'), 'end')).toThrow('ENOENT');
});
