import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishJournalFolder } from '../../../../src/env/journal-folder';
import type { FileResult } from '../../../../src/jest/reporter/jest-results';
import { RunReport } from '../../../../src/jest/reporter/run-report';
import { JournalFile, journalFolderName } from '../../../../src/run-report/journal/journal-file';
import { unwrapped } from '../../../support/unwrapped';

const folder = mkdtempSync(join(tmpdir(), 'run-report-'));
const environment = { ...process.env };
beforeAll(() => publishJournalFolder(folder));
afterAll(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

const resultOf = (name: string): FileResult => ({
  testFilePath: `/app/${name}.test.js`,
  testResults: [
    { ancestorTitles: [], title: name, fullName: name, status: 'passed', duration: 3, failureMessages: [] },
  ],
});

/** The journal of a file that sent to a server. */
function writeJournal(name: string, serverUrl: string): void {
  const file = new JournalFile({ folder, path: `/app/${name}.test.js` });
  const lines = [
    { kind: 'file', path: `/app/${name}.test.js`, worker: 2, at: 1 },
    { kind: 'client', serverUrl },
    { kind: 'tests', tests: [] },
    { kind: 'done' },
  ];
  for (const line of lines) file.append(JSON.stringify(line));
  file.close();
}

test('files are joined as they end, and listed in the order of their paths', () => {
  const report = new RunReport({ rootDir: '/app' });
  for (const name of ['b', 'a']) {
    writeJournal(name, 'http://app.test');
    report.fileStarted(`/app/${name}.test.js`, {});
    report.fileEnded({}, resultOf(name));
  }
  const { run, tests } = report.model({ success: true });

  expect(tests.map(({ file, name, status }) => [file, name, status])).toEqual([
    ['a.test.js', 'a', 'passed'],
    ['b.test.js', 'b', 'passed'],
  ]);
  expect(run.serverUrl).toBe('http://app.test');
});

test('the latest journal of a file counts', () => {
  writeJournal('again', 'http://first.test');
  writeJournal('again', 'http://second.test');
  const report = new RunReport({ rootDir: '/app' });
  report.fileEnded({}, resultOf('again'));

  expect(report.model({ success: true }).run.serverUrl).toBe('http://second.test');
});

test('a journal that cannot be read is a line, and its tests are in the report', () => {
  writeFileSync(join(folder, journalFolderName('/app/c.test.js')), '');
  const report = new RunReport({ rootDir: '/app' });
  const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  report.fileEnded({}, resultOf('c'));
  const text = printed.mock.calls.map(String).join('');
  printed.mockRestore();

  expect(unwrapped(text)).toContain(
    "the report lacks requests, because the journal of /app/c.test.js can't be read: Error: ENOTDIR",
  );
  expect(report.model({ success: true }).tests.map(({ name, status }) => [name, status])).toEqual([['c', 'passed']]);
});
