import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendStepSummary } from '../../../../src/run-report/github/append-step-summary';
import { SMALL_RUN } from '../../../support/small-run-model';

const LIMIT = 1024 * 1024;
const JOB = { workspace: '/checkout', sourceUrl: 'https://github.com/owner/name/blob/0123abc' };

let folder: string;
let summaryFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'step-summary-'));
  summaryFile = join(folder, 'step.md');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the summary follows what the step has written', () => {
  writeFileSync(summaryFile, 'Of another program.\n\n');
  expect(appendStepSummary(SMALL_RUN, { ...JOB, summaryFile }, '/checkout/app')).toBeUndefined();
  const text = readFileSync(summaryFile, 'utf8');
  expect(text).toMatch(/^Of another program\.\n\n## ❌ Connector tests failed/);
  expect(text).toContain(`](<${JOB.sourceUrl}/app/tests/connector.test.ts#L20>)`);
});

test('without a checkout, paths are relative to rootDir', () => {
  appendStepSummary(SMALL_RUN, { summaryFile, workspace: undefined, sourceUrl: 'https://a' }, '/somewhere');
  expect(readFileSync(summaryFile, 'utf8')).toContain('](<https://a/tests/connector.test.ts#L20>)');
});

test('both together stay below what GitHub accepts', () => {
  writeFileSync(summaryFile, 'x'.repeat(LIMIT - 1_500));
  expect(appendStepSummary(SMALL_RUN, { ...JOB, summaryFile }, '/checkout')).toBeUndefined();
  const { size } = statSync(summaryFile);
  expect(size).toBeGreaterThan(LIMIT - 1_500);
  expect(size).toBeLessThanOrEqual(LIMIT);
  expect(readFileSync(summaryFile, 'utf8')).toContain('Left out because GitHub limits a summary to 1 MiB');
});

test('a summary that is full is left as it is', () => {
  writeFileSync(summaryFile, 'x'.repeat(LIMIT - 10));
  expect(appendStepSummary(SMALL_RUN, { ...JOB, summaryFile }, '/checkout')).toBe(
    'the step summary was not written: the step has already written 1 MiB, which is all that GitHub accepts.',
  );
  expect(statSync(summaryFile).size).toBe(LIMIT - 10);
});

test('a file that cannot be written is a reason', () => {
  const problem = appendStepSummary(SMALL_RUN, { ...JOB, summaryFile: join(folder, 'missing/step.md') }, '/checkout');
  expect(problem).toMatch(/^the step summary was not written: ENOENT: /);
});

test('a step without a summary gets none', () => {
  expect(appendStepSummary(SMALL_RUN, { ...JOB, summaryFile: undefined }, '/checkout')).toBeUndefined();
});
