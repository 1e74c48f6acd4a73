import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedJournalFolder } from '../../../../src/env/journal-folder';
import { REPORTER } from '../../../../src/jest/preset/preset';
import { type OutputSettings, RunOutputs } from '../../../../src/jest/setup/run-outputs';
import { closeJournals } from '../../../../src/run-report/journal/journals';
import { readResults } from '../../../../src/run-report/results-file/read-results';
import { closeRunFolder } from '../../../../src/service/run/run-folder';

const rootDir = mkdtempSync(join(tmpdir(), 'run-outputs-'));
const environment = { ...process.env };
let printed = '';
beforeEach(() => {
  printed = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed += String(text))));
});
afterEach(() => {
  closeJournals();
  closeRunFolder();
  jest.restoreAllMocks();
  process.env = { ...environment };
});
afterAll(() => rmSync(rootDir, { recursive: true }));

const outputs = (report: unknown, over: Partial<OutputSettings> & { readonly ignored?: string[] } = {}): RunOutputs => {
  const { ignored = [], ...settings } = over;
  const project = { rootDir, globals: { connector: { report } }, modulePathIgnorePatterns: ignored };
  return new RunOutputs({ watch: false, watchAll: false, rootDir, reporters: [[REPORTER, {}]], ...settings }, project);
};

test('with a report, the tests write journals into a folder outside of the project', () => {
  outputs(undefined).open();
  expect(publishedJournalFolder()).toBeUndefined();
  outputs(true).open();
  const folder = publishedJournalFolder() ?? '';
  expect([existsSync(folder), folder.startsWith(rootDir), printed]).toEqual([true, false, '']);
  // Of another project.
  outputs(true).open();
  expect(publishedJournalFolder()).toBe(folder);
  closeJournals();
  expect([existsSync(folder), publishedJournalFolder()]).toEqual([false, undefined]);
});

test('the reporter’s own option and the environment win', () => {
  outputs(true, { reporters: [[REPORTER, { report: false }]] }).open();
  expect(publishedJournalFolder()).toBeUndefined();
  process.env['CONNECTOR_REPORT'] = '1';
  outputs(undefined).open();
  expect(publishedJournalFolder()).toBeDefined();
});

test('without our reporter, one line says that there is no report', () => {
  outputs(true, { reporters: ['default'] }).open();
  expect(publishedJournalFolder()).toBeUndefined();
  expect(printed).toMatch(
    /no report is written, because jest-connector\/reporter isn't among the reporters\.\s+Fix: add/,
  );
});

test.each<[string, object, boolean]>([
  ['out', { watch: true }, true],
  ['out', { watchAll: true }, true],
  ['out', {}, false],
  ['out', { watch: true, ignored: ['/out/'] }, false],
  [tmpdir(), { watch: true }, false],
])('in watch mode, a folder %s with %j may start the run again: %s', (folder, over, isReported) => {
  outputs({ folder }, over).open();
  expect(printed.includes('watch mode may run again each time that the report is written')).toBe(isReported);
});

test('a failed start is the report of the run', async () => {
  process.env['START_PASSWORD'] = 'plum-harbour-78';
  await outputs({ folder: 'failed' }).reportFailedStart(new Error('no plum-harbour-78'));
  const { run, tests } = await readResults(join(rootDir, 'failed/results.jsonl'));
  expect([run.success, run.errors, tests]).toEqual([false, [{ message: 'Error: no [redacted]' }], []]);
  await outputs(true, { reporters: ['default'] }).reportFailedStart(new Error('no'));
  expect(readdirSync(rootDir)).toEqual(['failed']);
});

test('a report of a failed start that cannot be written is one line', async () => {
  writeFileSync(join(rootDir, 'taken'), '');
  await outputs({ folder: 'taken' }).reportFailedStart(new Error('no'));
  expect(printed).toMatch(
    /^jest-connector: .*The report was not written to .*taken\.\s+.*taken is a file, or inside of one\.\s+Fix: choose a folder.*\n$/,
  );
});

test('two reporters of this package would write the same files', () => {
  outputs(true).refuseTwoReporters();
  const twice = [REPORTER, [REPORTER, { report: true }]] as const;
  expect(() => outputs(true, { reporters: ['default', ...twice] }).refuseTwoReporters()).toThrow(
    /`reporters` has jest-connector\/reporter more than once\.[^]*keep one of them/,
  );
});

test('a signal during setup is what the report of the start says, and it is written once', async () => {
  const interrupted = outputs(true);
  interrupted.interrupted('SIGTERM');
  await Promise.all([interrupted.stop(), interrupted.reportFailedStart(new Error('the app was terminated'))]);
  const { run } = await readResults(join(rootDir, 'connector-report/results.jsonl'));
  expect(run).toMatchObject({ success: false, interruptedBy: 'SIGTERM' });
  expect(run.errors).toEqual([{ message: 'Interrupted by SIGTERM before the first test.' }]);
});

test('without a signal, the end of setup writes nothing', async () => {
  rmSync(join(rootDir, 'connector-report'), { recursive: true, force: true });
  await outputs(true).stop();
  expect(existsSync(join(rootDir, 'connector-report'))).toBe(false);
});
