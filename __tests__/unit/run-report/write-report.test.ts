import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSettings } from '../../../src/run-report/report-settings';
import { REPORT_WRITERS, RESULTS_FILE } from '../../../src/run-report/report-writers';
import { readResults } from '../../../src/run-report/results-file/read-results';
import { writeReport } from '../../../src/run-report/write-report';
import { runModel } from '../../support/run-models';

const rootDir = mkdtempSync(join(tmpdir(), 'write-report-'));
afterAll(() => rmSync(rootDir, { recursive: true }));

const model = runModel({ passed: 2 });
const settings = (given: unknown) => reportSettings({ given, environment: {}, rootDir })!;

test('the results file has the model', async () => {
  await writeReport(model, settings({ folder: 'a' }));
  expect(await readResults(join(rootDir, 'a', RESULTS_FILE))).toEqual(JSON.parse(JSON.stringify(model)));
  const own = JSON.parse(readFileSync(join(rootDir, 'a/manifest.json'), 'utf8')) as { files: string[] };
  expect([...own.files, 'manifest.json'].sort()).toEqual(readdirSync(join(rootDir, 'a')).sort());
});

test('a folder that is a file is an error that says so', async () => {
  writeFileSync(join(rootDir, 'taken'), 'mine');
  for (const folder of ['taken', 'taken/deep']) {
    await expect(writeReport(model, settings({ folder, summary: false }))).rejects.toMatchObject({
      code: 'REPORT_NOT_WRITTEN',
      why: expect.stringMatching(/taken(?:\/deep)? is a file, or inside of one\.$/),
    });
  }
  expect(readFileSync(join(rootDir, 'taken'), 'utf8')).toBe('mine');
});

test('any other error names its reason, and leaves nothing behind', async () => {
  const failing = jest.spyOn(REPORT_WRITERS[0]!, 'text').mockImplementation(() => {
    throw new Error('ENOSPC: no space left on device');
  });
  await expect(writeReport(model, settings({ folder: 'full' }))).rejects.toMatchObject({
    code: 'REPORT_NOT_WRITTEN',
    why: 'ENOSPC: no space left on device',
    fix: expect.stringContaining('free some space'),
  });
  failing.mockRestore();
  expect(existsSync(join(rootDir, 'full'))).toBe(true);
  expect(readdirSync(join(rootDir, 'full'))).toEqual([]);
});
