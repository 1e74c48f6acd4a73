import type { RunModel, TestRecord } from '../../src/run-report/model/run-model';
import type { ScenarioResult } from '../../src/runner/scenario-result';
import { failedResult } from './failed-result';
import { runModel } from './run-models';

/** Sets `window.pwned` wherever it is read as markup, a script or an address. */
export const HOSTILE = [
  '</script><script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=2">',
  '"><svg onload=window.pwned=3>',
  'javascript:window.pwned=4',
  '<!--<script>',
  ']]>',
  '\u202egnp.exe',
  '\u0000',
  '\ud800',
  '{{constructor.constructor("window.pwned=5")()}}',
  '__proto__',
].join(' ');

/** A run whose every string is hostile: names, paths, bodies, headers, log lines and messages. */
export function hostileRun(): RunModel {
  const body = { success: true, html: HOSTILE, [HOSTILE]: { list: [HOSTILE] }, ['__proto__']: { a: 1 } };
  const assertThat = { [HOSTILE.replaceAll('.', '\\.')]: HOSTILE, success: false, html: HOSTILE };
  const result = failedResult({
    sent: { [HOSTILE]: HOSTILE },
    path: `/workflows/v1/auth?q=${HOSTILE}`,
    requestHeaders: { 'x-hostile': HOSTILE },
    headers: { 'content-type': HOSTILE },
    body,
    assertThat,
    result: {
      description: HOSTILE,
      serverLog: [HOSTILE],
      output: [HOSTILE],
      notes: [HOSTILE],
      error: { code: HOSTILE, message: HOSTILE },
      given: { [HOSTILE]: HOSTILE },
      workflow: {
        ...{ workflowId: HOSTILE, runId: HOSTILE, awaited: [HOSTILE], ending: 'final', polls: 1, durationMs: 5 },
        states: [{ status: HOSTILE, afterMs: 1 }],
        error: HOSTILE,
        result: { html: HOSTILE },
      },
    },
  });
  const test: TestRecord = {
    ...{ project: HOSTILE, file: HOSTILE, fullName: HOSTILE, name: HOSTILE, ordinal: 0, ancestors: [HOSTILE] },
    status: 'failed',
    reason: HOSTILE,
    scenario: { api: HOSTILE, description: HOSTILE, tags: [HOSTILE], needs: [HOSTILE], expectedData: HOSTILE },
    location: { file: HOSTILE, line: 1, column: 1 },
    attempts: [
      {
        ...{ status: 'failed', startedAt: 0, durationMs: 5, worker: 1, slot: 0, result },
        failures: [{ message: HOSTILE, location: { file: HOSTILE, line: 1, column: 1 } }],
      },
    ],
  };
  const run = {
    ...{
      appName: HOSTILE,
      serverUrl: HOSTILE,
      interruptedBy: HOSTILE,
      commit: HOSTILE,
      ciUrl: 'javascript:window.pwned=6',
    },
    errors: [{ file: HOSTILE, message: HOSTILE }],
    versions: { package: HOSTILE, jest: HOSTILE, node: HOSTILE },
  };
  return { ...runModel({ run }), tests: [test, asPassed(test), ...malformedTests(), ...runModel({ passed: 2 }).tests] };
}

/** The same record, which says that it passed, short enough to be embedded in a page as it is. */
export function asPassed(test: TestRecord): TestRecord {
  const attempts = Array.isArray(test.attempts) ? test.attempts : [];
  const passed = attempts.map(({ failures: _failures, result, ...attempt }) => {
    const { workflow: _workflow, ...rest } = (result ?? {}) as Partial<ScenarioResult>;
    return { ...attempt, status: 'passed' as const, result: result && (rest as ScenarioResult) };
  });
  return { ...test, fullName: 'passed', ancestors: [], project: undefined, status: 'passed', attempts: passed };
}

/** Records of a journal that another program wrote: types that the model does not allow. */
export function malformedTests(): TestRecord[] {
  const [good] = runModel({ passed: 1 }).tests;
  const changed: readonly object[] = [
    { status: 'exploded' },
    { status: { toString: 1 } },
    { name: 7, ancestors: 'none', file: null },
    { attempts: 'none' },
    { attempts: [{ status: 'failed', result: { outcomes: 'all', request: { url: 5 } } }] },
    { attempts: [{ status: 'passed', startedAt: 'now', durationMs: -1e99, worker: null, slot: [] }] },
    { scenario: { api: ['x'], needs: 'none', tags: 7 } },
    { scenario: 5 },
    { scenario: null },
    { name: { constructor: null, type: 'script', props: { children: 'window.pwned=7' } } },
  ];
  return changed.map((fields) => ({ ...good, ...fields }) as unknown as TestRecord);
}
