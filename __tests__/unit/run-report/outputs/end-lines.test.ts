import { countsText, endLines } from '../../../../src/run-report/outputs/end-lines';
import { runModel } from '../../../support/run-models';
import { SMALL_RUN } from '../../../support/small-run-model';

test('a run with every status', () => {
  expect(endLines(SMALL_RUN, 'connector-report/index.html')).toEqual([
    'Tests: 2 failed, 1 crashed, 1 not run, 1 flaky, 1 skipped, 1 todo, 1 passed',
    'Errors outside of tests: 1',
    'Skipped:',
    '  1 × E2E_ORACLE_PASSWORD is not set',
    'Slowest:',
    '  41 ms  my connector config_get (tests/connector.test.ts:30)',
    '  20 ms  my connector auth_valid (tests/connector.test.ts:10)',
    '  20 ms  my connector metadata_all (tests/connector.test.ts:20)',
    'Report: connector-report/index.html',
  ]);
});

test('an empty run', () => {
  expect(endLines(runModel({ run: { success: true } }), 'report')).toEqual(['Tests: none', 'Report: report']);
});

test('counts have separators, and only ten reasons are listed', () => {
  const model = runModel({ passed: 1234 });
  expect(countsText(model.tests)).toBe('1,234 passed');
  const tests = Array.from({ length: 12 }, (_none, index) => ({
    ...SMALL_RUN.tests[5]!,
    reason: `reason ${index}\nin lines`,
  }));
  const lines = endLines({ ...model, tests }, 'report');
  expect(lines).toContain('  1 × reason 9');
  expect(lines.slice(-2)).toEqual(['  … 2 more reasons', 'Report: report']);
});
