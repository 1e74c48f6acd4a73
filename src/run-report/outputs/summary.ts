import { defined } from '../../defined';
import { withReadableMarks } from '../../report/cut/cut-mark';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { RunError, RunModel, ScenarioRecord, TestRecord, TestStatus } from '../model/run-model';
import { errorsOf, totalsOf } from '../model/run-totals';
import { testPlace } from '../model/test-place';
import { isFailure } from '../model/test-status';
import { failureSummary } from './failure-summary';
import { jsonWithList } from './json-with-list';

type SummaryStatus = 'passed' | 'failed' | 'skipped';

interface SummaryEntry {
  readonly status: SummaryStatus;
  readonly [key: string]: unknown;
}

/**
 * `integration-test-summary.json`: the keys that readers of the Python kit's summary expect, and further ones beside
 * them. Such readers know three statuses and count `failed`, so a test that crashed, that didn't start, and an error
 * outside of tests are failed entries.
 */
export function summaryText(model: RunModel): Iterable<string> {
  const { run, tests } = model;
  const errors = errorsOf(model);
  const { total, passed, flaky, failed, crashed, notRun, skipped, todo } = totalsOf(tests);
  const summary = {
    app_name: run.appName ?? 'unknown',
    timestamp: new Date(run.startedAt + run.durationMs).toISOString(),
    server_url: run.serverUrl ?? '',
    test_class: [...new Set(tests.filter(({ scenario }) => scenario).map(blockOf))].join(', '),
    total: total + errors.length,
    passed: passed + flaky,
    failed: failed + crashed + notRun + errors.length,
    skipped: skipped + todo,
    success: run.success,
    duration_ms: Math.round(run.durationMs),
  };
  return jsonWithList({ around: summary, name: 'scenarios', first: errors.map(errorEntry), items: entries(tests) });
}

function* entries(tests: readonly TestRecord[]): Generator<SummaryEntry> {
  for (const test of tests) yield testEntry(test);
}

function errorEntry({ file, message }: RunError): SummaryEntry {
  const entry = { name: file ?? 'Jest', api: '', status: 'failed' as const, duration_ms: 0, description: '' };
  return { ...entry, error: message, ...defined({ file }) };
}

/** JSON omits what is `undefined`. */
function testEntry(test: TestRecord): SummaryEntry {
  const { name, scenario, project, status } = test;
  const place = testPlace(test);
  const attempt = test.attempts.at(-1);
  return {
    name,
    api: scenario?.api ?? '',
    status: summaryStatus(status),
    duration_ms: Math.round((attempt?.durationMs ?? 0) * 100) / 100,
    description: scenario?.description ?? '',
    assertions: attempt?.result && assertionsOf(attempt.result),
    error: failureSummary(test),
    metadata_validation: scenario && validationOf(scenario),
    skip_reason: summaryStatus(status) === 'skipped' ? (test.reason ?? (status === 'todo' ? 'todo' : '')) : undefined,
    flaky: status === 'flaky' ? true : undefined,
    project,
    file: place.file,
    line: place.line,
    test_file: place.testFile,
    test_class: blockOf(test),
    tags: scenario?.tags,
  };
}

function summaryStatus(status: TestStatus): SummaryStatus {
  if (status === 'skipped' || status === 'todo') return 'skipped';
  return isFailure(status) ? 'failed' : 'passed';
}

function blockOf({ ancestors }: TestRecord): string {
  return ancestors.join(' › ');
}

function assertionsOf({ outcomes }: ScenarioResult): object | undefined {
  if (outcomes.length === 0) return undefined;
  return Object.fromEntries(
    outcomes.map(({ path, passed, found, received, expected, note, reason }) => [
      path,
      {
        passed,
        actual: found ? (withReadableMarks(received) ?? null) : null,
        expected,
        description: note,
        error: reason,
      },
    ]),
  );
}

function validationOf({ expectedData, strictComparison }: ScenarioRecord): object | undefined {
  return expectedData === undefined ? undefined : { expected_file: expectedData, strict: strictComparison !== false };
}
