import { defined } from '../../defined';
import { attemptCount } from '../model/attempt-count';
import type { AttemptOfTest, RunError, RunModel, RunRecord, TestRecord, TestStatus } from '../model/run-model';
import { errorsOf, totalsOf } from '../model/run-totals';
import { testPlace } from '../model/test-place';
import { isFailure } from '../model/test-status';
import { attemptSummary, failureSummary } from './failure-summary';
import { jsonWithList } from './json-with-list';

/** The version of the specification: https://ctrf.io. */
const SPEC_VERSION = '0.0.0';

type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending';

/** `ctrf-report.json`: the run in the Common Test Report Format. */
export function ctrfText(model: RunModel): Iterable<string> {
  const { run, tests } = model;
  const errors = errorsOf(model);
  const report = {
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: new Date(run.startedAt + run.durationMs).toISOString(),
    generatedBy: `jest-connector ${run.versions.package}`,
    results: {
      tool: { name: 'jest', ...defined({ version: run.versions.jest }) },
      summary: summaryOf(model, errors.length),
      environment: environmentOf(run),
    },
  };
  return jsonWithList({
    around: report,
    name: 'tests',
    first: errors.map(errorEntry),
    items: entries(tests),
    depth: 2,
  });
}

function* entries(tests: readonly TestRecord[]): Generator<object> {
  for (const test of tests) yield testEntry(test);
}

function summaryOf({ run, tests }: RunModel, errorCount: number): object {
  const { startedAt, durationMs } = run;
  const { total, passed, flaky, failed, crashed, notRun, skipped, todo } = totalsOf(tests);
  return {
    tests: total + errorCount,
    passed: passed + flaky,
    failed: failed + crashed + notRun + errorCount,
    skipped,
    pending: todo,
    other: 0,
    flaky,
    suites: new Set(tests.map((test) => JSON.stringify([test.project, suiteOf(test)]))).size,
    start: Math.round(startedAt),
    stop: Math.round(startedAt + durationMs),
    duration: Math.round(durationMs),
  };
}

function environmentOf({ appName, serverUrl, commit, ciUrl, shards, success, versions }: RunRecord): object {
  return defined({
    appName,
    commit,
    buildUrl: ciUrl,
    shardId: shards?.map(({ index, count }) => `${index}/${count}`).join(' ') || undefined,
    healthy: success,
    extra: defined({ serverUrl, node: versions.node }),
  });
}

function errorEntry({ file, message }: RunError): object {
  return { name: file ?? 'Jest', status: 'failed', duration: 0, message, ...defined({ filePath: file }) };
}

/** JSON omits what is `undefined`. */
function testEntry(test: TestRecord): object {
  const { name, status, reason, scenario, attempts } = test;
  const place = testPlace(test);
  const last = attempts.at(-1);
  const repeated = attempts.slice(0, -1).map(attemptEntry);
  return {
    name: name === '' ? '(no name)' : name,
    status: ctrfStatus(status),
    duration: Math.round(last?.durationMs ?? 0),
    ...timesOf(last),
    suite: suiteOf(test),
    message: failureSummary(test) ?? reason,
    line: place.line,
    rawStatus: status,
    tags: scenario?.tags,
    type: 'integration',
    filePath: place.file,
    retries: attemptCount(test) - 1,
    retryAttempts: repeated.length > 0 ? repeated : undefined,
    flaky: status === 'flaky',
    threadId: last && String(last.worker),
    steps: last?.result?.outcomes.map(({ path, expected, passed }) => ({
      name: `${path === '' ? 'the whole response' : path}: ${expected}`,
      status: passed ? 'passed' : 'failed',
    })),
    extra: extraOf(test, place.testFile),
  };
}

function extraOf({ scenario, project }: TestRecord, testFile: string | undefined): object | undefined {
  const extra = defined({ api: scenario?.api, description: scenario?.description, project, testFile });
  return Object.keys(extra).length > 0 ? extra : undefined;
}

function attemptEntry(attempt: AttemptOfTest, index: number): object {
  return {
    attempt: index + 1,
    status: attempt.status === 'passed' ? 'passed' : 'failed',
    duration: Math.round(attempt.durationMs),
    ...timesOf(attempt),
    message: attemptSummary(attempt),
  };
}

function timesOf(attempt: AttemptOfTest | undefined): { start?: number; stop?: number } {
  if (attempt === undefined) return {};
  return { start: Math.round(attempt.startedAt), stop: Math.round(attempt.startedAt + attempt.durationMs) };
}

function ctrfStatus(status: TestStatus): CtrfStatus {
  if (status === 'skipped') return 'skipped';
  if (status === 'todo') return 'pending';
  return isFailure(status) ? 'failed' : 'passed';
}

/** The blocks around the test; CTRF wants at least one name. */
function suiteOf({ ancestors, file }: TestRecord): readonly string[] {
  return ancestors.length > 0 ? ancestors : [file];
}
