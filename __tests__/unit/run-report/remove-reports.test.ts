import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK } from '../../../src/run-report/folder/folder-lock';
import { removeReports } from '../../../src/run-report/remove-reports';
import { reportSettings } from '../../../src/run-report/report-settings';
import { writeReport } from '../../../src/run-report/write-report';
import { runModel } from '../../support/run-models';

let rootDir: string;
beforeEach(() => {
  rootDir = mkdtempSync(join(tmpdir(), 'remove-reports-'));
});
afterEach(() => rmSync(rootDir, { recursive: true }));

const settings = (given: unknown = true) => reportSettings({ given, environment: {}, rootDir })!;

test('the report of an earlier run goes, and what is not ours stays', async () => {
  const own = settings({ summary: 'summary.json' });
  await writeReport(runModel({ passed: 1 }), own);
  writeFileSync(join(own.folder, 'notes.txt'), 'mine');
  expect(removeReports([own])).toEqual([]);
  expect(readdirSync(own.folder)).toEqual(['notes.txt']);
  expect(existsSync(join(rootDir, 'summary.json'))).toBe(false);
});

test('without a report, nothing goes, and no folder is made', () => {
  expect(removeReports([settings()])).toEqual([]);
  expect(readdirSync(rootDir)).toEqual([]);
});

test('a file at the path of the summary that is none stays', () => {
  writeFileSync(join(rootDir, 'package.json'), '{"name": "mine"}');
  expect(removeReports([settings({ summary: 'package.json' })])).toEqual([]);
  expect(readFileSync(join(rootDir, 'package.json'), 'utf8')).toBe('{"name": "mine"}');
});

test('what another run is writing stays', async () => {
  const own = settings();
  await writeReport(runModel({ passed: 1 }), own);
  writeFileSync(join(own.folder, LOCK), String(process.ppid));
  expect(removeReports([own])).toEqual([]);
  expect(existsSync(join(own.folder, 'index.html'))).toBe(true);
});

test('one that cannot be removed is a line', async () => {
  const own = settings();
  await writeReport(runModel({ passed: 1 }), own);
  mkdirSync(join(own.folder, LOCK));
  expect(removeReports([own])).toEqual([
    expect.stringContaining(`in ${own.folder} could not be removed: ${join(own.folder, LOCK)} is not a file`),
  ]);
});
