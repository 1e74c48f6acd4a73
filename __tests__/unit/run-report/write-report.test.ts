import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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
    why: 'ENOSPC: no space left on device.',
    fix: expect.stringContaining('free some space'),
  });
  failing.mockRestore();
  expect(existsSync(join(rootDir, 'full'))).toBe(true);
  expect(readdirSync(join(rootDir, 'full'))).toEqual([]);
});

describe('the path of the summary', () => {
  const own = (path: string): string => join(rootDir, path);

  test('may be that of an earlier summary, of this kit or of the Python kit, or of an empty file', async () => {
    for (const before of ['{\n  "app_name": "x",\n', '{"app_name":"x"', '']) {
      writeFileSync(own('summary.json'), before);
      await writeReport(model, settings({ folder: 'b', summary: 'summary.json' }));
      expect(JSON.parse(readFileSync(own('summary.json'), 'utf8'))).toMatchObject({ total: 2 });
    }
    expect(readdirSync(rootDir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test.each([
    ['a file that is not a summary', 'package.json', /package\.json, is a file that isn't a summary\.$/],
    ['a folder', 'inner', /inner, is a folder\.$/],
    ['a symbolic link', 'link.json', /link\.json, is a device, a pipe or a symbolic link\.$/],
    ['a pipe', 'pipe', /pipe, is a device, a pipe or a symbolic link\.$/],
    ['another file of the report', 'c/results.jsonl', /results\.jsonl, is another file of the report\.$/],
    ['its manifest', 'c/manifest.json', /manifest\.json, is another file of the report\.$/],
  ])('may not be %s', async (_what, summary, why) => {
    writeFileSync(own('package.json'), '{"name": "mine"}');
    mkdirSync(own('inner'), { recursive: true });
    for (const made of ['link.json', 'pipe']) rmSync(own(made), { force: true });
    execFileSync('mkfifo', [own('pipe')]);
    symlinkSync('nowhere', own('link.json'));
    await expect(writeReport(model, settings({ folder: 'c', summary }))).rejects.toMatchObject({
      code: 'REPORT_NOT_WRITTEN',
      why: expect.stringMatching(why),
      fix: expect.stringContaining('INTEGRATION_TEST_SUMMARY_PATH'),
    });
    expect(readFileSync(own('package.json'), 'utf8')).toBe('{"name": "mine"}');
    expect(readdirSync(rootDir)).not.toContain('c');
  });

  test('is not written if the folder is not', async () => {
    mkdirSync(own('foreign'));
    writeFileSync(own('foreign/index.html'), 'mine');
    await expect(writeReport(model, settings({ folder: 'foreign', summary: 'new.json' }))).rejects.toThrow(
      'index.html',
    );
    expect(readdirSync(rootDir).filter((name) => name.includes('new.json'))).toEqual([]);
  });
});
