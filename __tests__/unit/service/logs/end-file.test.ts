import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetEnd, noteEnd, readEnd } from '../../../../src/service/logs/end-file';

const folder = mkdtempSync(join(tmpdir(), 'end-file-'));
const log = join(folder, 'app.log');
afterAll(() => rmSync(folder, { recursive: true }));

test('how a process ended is read where it was noted, until another one begins', () => {
  const noted = { end: { kind: 'exited', code: 3, signal: null }, at: 17 } as const;
  expect(readEnd(log)).toBeUndefined();
  noteEnd(log, noted);
  expect(readEnd(log)).toEqual(noted);
  forgetEnd(log);
  expect([readEnd(log), readdirSync(folder)]).toEqual([undefined, []]);
});
