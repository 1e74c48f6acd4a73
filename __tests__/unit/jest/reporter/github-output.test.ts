import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGitHubOutput } from '../../../../src/jest/reporter/github-output';
import { SMALL_RUN } from '../../../support/small-run-model';

const VARIABLES = ['GITHUB_ACTIONS', 'GITHUB_STEP_SUMMARY', 'GITHUB_WORKSPACE'];
const before = VARIABLES.map((name) => [name, process.env[name]] as const);

let folder: string;
let written: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'github-output-'));
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  process.env['GITHUB_ACTIONS'] = 'true';
  process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'step.md');
  process.env['GITHUB_WORKSPACE'] = '/checkout';
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true });
});

test('a job of GitHub Actions gets a summary, and annotations that are still commands', () => {
  writeGitHubOutput(SMALL_RUN, '/checkout/app');
  expect(readFileSync(join(folder, 'step.md'), 'utf8')).toContain('## ❌ Connector tests failed');
  const [before, ...lines] = written.split('\n');
  expect(before).toBe('');
  expect(lines[0]).toBe(
    "::error file=app/tests/broken.test.ts,title=tests/broken.test.ts::Cannot find module './scenarios'",
  );
  expect(lines).toHaveLength(8);
});

test('a summary that cannot be written is reported, and the annotations are written all the same', () => {
  process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'missing/step.md');
  writeGitHubOutput(SMALL_RUN, '/checkout/app');
  expect(written).toMatch(/^jest-connector: the step summary was not written: ENOENT.*\n\n::error /);
});

test('elsewhere nothing is written', () => {
  process.env['GITHUB_ACTIONS'] = 'false';
  writeGitHubOutput(SMALL_RUN, '/checkout/app');
  expect(written).toBe('');
});

test('a run without failures has no annotations', () => {
  writeGitHubOutput({ run: { ...SMALL_RUN.run, success: true, errors: [] }, tests: [] }, '/checkout/app');
  expect(written).toBe('');
});
