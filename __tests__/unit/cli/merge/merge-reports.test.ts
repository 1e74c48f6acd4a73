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
import { mergeReports } from '../../../../src/cli/merge/merge-reports';
import { parseJson } from '../../../../src/json/exact-json';
import type { RunModel, RunRecord } from '../../../../src/run-report/model/run-model';
import { resultLines } from '../../../../src/run-report/results-file/result-lines';
import { recordedTerminal } from '../../../support/recorded-terminal';
import { runModel } from '../../../support/run-models';

const ENVIRONMENT = { ...process.env };
const WHOLE = runModel({ passed: 60, failed: 4, flaky: 2, skipped: 6 });
const FILES = [...new Set(WHOLE.tests.map(({ file }) => file))];

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-reports-'));
});
afterEach(() => {
  process.env = { ...ENVIRONMENT };
  rmSync(folder, { recursive: true });
});

function shard(index: number, count: number, run: Partial<RunRecord> = {}): RunModel {
  const { startedAt, durationMs } = WHOLE.run;
  return {
    run: { ...WHOLE.run, shards: [{ index, count, startedAt, durationMs }], ...run },
    tests: WHOLE.tests.filter(({ file }) => FILES.indexOf(file) % count === index - 1),
  };
}

/** Writes a report as a run does, and gives its folder. */
function written(name: string, model: RunModel): string {
  mkdirSync(at(name));
  writeFileSync(join(at(name), 'results.jsonl'), [...resultLines(model)].join(''));
  return at(name);
}

async function merge(folders: readonly string[], options: { allowMissing?: true; json?: true; out?: string } = {}) {
  const terminal = recordedTerminal();
  const exitCode = await mergeReports({ args: folders, options: { out: at('out'), ...options }, terminal });
  return { exitCode, printed: terminal.printed.join('\n'), notices: terminal.notices.join('\n') };
}

const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'REPORTS_NOT_MERGED', what: 'The reports were not merged.' });
  return (error as { why: string }).why.replaceAll(folder, '…');
};

test('shards become one report, and the exit code does not depend on their tests', async () => {
  const { exitCode, printed, notices } = await merge([written('b', shard(2, 2)), written('a', shard(1, 2))]);
  expect([exitCode, notices]).toEqual([0, '']);
  expect(printed).toMatch(/^Tests: 4 failed, 2 flaky, 6 skipped, 60 passed\n[^]*\nReport: .*out$/);
  const files = readdirSync(at('out'));
  expect(files).toEqual(expect.arrayContaining(['ctrf-report.json', 'integration-test-summary.json', 'results.jsonl']));
  const summary = parseJson(readFileSync(join(at('out'), 'integration-test-summary.json'), 'utf8'));
  expect(summary).toMatchObject({ total: 72, failed: 4 });
  const [run = '', ...tests] = readFileSync(join(at('out'), 'results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(parseJson(run).shards).toHaveLength(2);
  expect(tests).toHaveLength(72);
});

test('totals for a script are one JSON object', async () => {
  const { exitCode, printed } = await merge([written('a', shard(1, 2)), written('b', shard(2, 2))], { json: true });
  expect(exitCode).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    ...{ success: false, total: 72, passed: 60, flaky: 2, failed: 4, crashed: 0, notRun: 0, skipped: 6, todo: 0 },
    ...{ errors: 0, durationMs: WHOLE.run.durationMs, missingShards: [] },
  });
});

test('a missing shard is an error of the report, and exit code 1', async () => {
  const passed = { ...shard(1, 3, { success: true }), tests: [] };
  const { exitCode, notices } = await merge([written('a', passed), written('c', { ...shard(3, 3), tests: [] })]);
  expect(exitCode).toBe(1);
  expect(notices).toMatch(
    /^Missing: shard 2\/3\. .*\n {2}Fix: add the folders of these shards, or pass --allow-missing\.$/,
  );
  const summary = parseJson(readFileSync(join(at('out'), 'integration-test-summary.json'), 'utf8'));
  expect(summary).toMatchObject({ success: false, failed: 1 });
  expect(summary.scenarios[0].error).toBe('Shard 2/3 is missing, so its tests are not in this report.');
});

test('a missing shard can be accepted, and is mentioned', async () => {
  const passed = { ...shard(1, 3, { success: true }), tests: [] };
  const { exitCode, printed, notices } = await merge([written('a', passed)], { allowMissing: true, json: true });
  expect([exitCode, notices]).toEqual([0, 'Missing: shard 2/3, 3/3.']);
  expect(JSON.parse(printed)).toMatchObject({ success: true, errors: 0, missingShards: ['2/3', '3/3'] });
});

test('all that is wrong with the folders is reported at once, and nothing is written', async () => {
  writeFileSync(at('file'), '');
  mkdirSync(at('empty'));
  const good = written('good', shard(1, 2));
  const cut = written('cut', shard(2, 2));
  writeFileSync(join(cut, 'results.jsonl'), readFileSync(join(cut, 'results.jsonl'), 'utf8').slice(0, -20));
  const old = written('old', { ...WHOLE, run: { ...WHOLE.run, version: 99 as 1 } });
  symlinkSync(good, at('link'));
  const folders = [at('missing'), at('file'), at('empty'), good, at('link'), cut, old, written('again', shard(1, 2))];
  const why = await reasonOf(merge(folders));
  const lines = why.split('\n');
  expect(lines.slice(0, 4)).toEqual([
    '"…/missing" does not exist.',
    '"…/file" is a file, not the folder of a report.',
    '"…/empty" has no results.jsonl.',
    '"…/link" is named twice.',
  ]);
  expect(lines[4]).toMatch(/^…\/cut\/results\.jsonl is not a report that can be read\. line \d+ is cut: /);
  expect(lines[5]).toMatch(
    /^…\/old\/results\.jsonl is not .* it has version 99, and this jest-connector reads version 1\.$/,
  );
  expect(lines[6]).toBe('Shard 1/2 is in "…/good" and "…/again".');
  expect(lines[7]).toMatch(/^The same tests are in "…\/good" and "…\/again": /);
  expect(existsSync(at('out'))).toBe(false);
});

test('a report is not merged into itself', async () => {
  const good = written('good', shard(1, 1));
  symlinkSync(good, at('link'));
  expect(await reasonOf(merge([good], { out: at('link') }))).toBe(
    '"…/link" is one of the folders to merge, and would be overwritten.',
  );
});

test('files that are not ours are kept, and not replaced', async () => {
  mkdirSync(at('out'));
  writeFileSync(join(at('out'), 'notes.txt'), 'mine');
  await merge([written('a', shard(1, 1))]);
  expect(readFileSync(join(at('out'), 'notes.txt'), 'utf8')).toBe('mine');
  rmSync(join(at('out'), 'manifest.json'));
  await expect(merge([at('a')])).rejects.toMatchObject({ code: 'REPORT_NOT_WRITTEN' });
});

test('the summary is where the variable says, and a job of GitHub Actions gets a step summary', async () => {
  process.env['INTEGRATION_TEST_SUMMARY_PATH'] = at('summary.json');
  process.env['GITHUB_ACTIONS'] = 'true';
  process.env['GITHUB_STEP_SUMMARY'] = at('step.md');
  const { notices } = await merge([written('a', shard(1, 1))]);
  expect(notices).toBe('');
  expect(parseJson(readFileSync(at('summary.json'), 'utf8')).total).toBe(72);
  expect(readFileSync(at('step.md'), 'utf8')).toContain('❌ Connector tests failed');

  process.env['GITHUB_STEP_SUMMARY'] = at('missing/step.md');
  expect((await merge([at('a')])).notices).toMatch(/^jest-connector: the step summary was not written: ENOENT/);
});
