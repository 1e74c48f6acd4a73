import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flushJournals, JournalFile, journalFolderName } from '../../../../src/run-report/journal/journal-file';

const folder = mkdtempSync(join(tmpdir(), 'journal-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

function contentOf(path: string): string {
  const own = join(folder, journalFolderName(path, '1'));
  const [name = 'none'] = readdirSync(own);
  return readFileSync(join(own, name), 'utf8');
}

test('in a worker, each line is there at once', () => {
  const file = new JournalFile({ folder, path: '/app/a.test.js', mark: '1' }, false);
  const content = (): string => contentOf('/app/a.test.js');
  file.append('{"a": "é"}');
  expect(content()).toBe('{"a": "é"}\n');
  file.append('x'.repeat(5 << 20));
  file.close();
  file.append('after its end');
  expect(content()).toHaveLength('{"a": "é"}\n'.length + (5 << 20) + 1);
});

test('in band, lines are there when they are read, when there are many, and at the end', () => {
  const file = new JournalFile({ folder, path: '/app/b.test.js', mark: '1' }, true);
  const content = (): string => contentOf('/app/b.test.js');
  file.append('"first"');
  expect(content()).toBe('');
  flushJournals();
  expect(content()).toBe('"first"\n');
  file.append('x'.repeat(100_000));
  expect(content()).toHaveLength('"first"\n'.length + 100_001);
  file.append('"last"');
  file.close();
  expect(content()).toMatch(/x\n"last"\n$/);
});

test('projects and files have their own journals', () => {
  const prefixes = [['/a'], ['/b'], ['/a', '1'], ['/a', '2']].map(([path = '', mark]) => journalFolderName(path, mark));
  expect(new Set(prefixes).size).toBe(4);
});

test('a journal that cannot be written is a warning, and fails nothing', () => {
  const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  writeFileSync(join(folder, 'a-file'), '');
  const file = new JournalFile({ folder: join(folder, 'a-file'), path: '/app/a.test.js' });
  file.append('a');
  file.append('b');
  file.close();
  expect(warned.mock.calls.map(String)).toEqual([
    expect.stringMatching(/the report lacks requests, because a journal can't be written: Error: ENOTDIR/),
  ]);
});
