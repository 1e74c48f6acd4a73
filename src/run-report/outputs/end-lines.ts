import { numberText } from '../../count-of';
import { durationText } from '../../duration-text';
import { firstLine } from '../../report/cause';
import { type RunModel, type TestRecord, type TestStatus } from '../model/run-model';
import { durationOf, errorsOf, reasonsOf, slowestTests, totalsOf } from '../model/run-totals';
import { STATUS_ORDER, statusLabel } from '../model/test-status';

const SLOWEST = 3;
const REASONS = 10;

/** The last lines of a run: counts by status, reasons for skipped tests, the slowest three, and where the report is. */
export function endLines(model: RunModel, report: string): string[] {
  const { tests } = model;
  const errors = errorsOf(model).length;
  return [
    `Tests: ${countsText(tests)}`,
    ...(errors > 0 ? [`Errors outside of tests: ${numberText(errors)}`] : []),
    ...reasonLines(tests),
    ...slowestLines(tests),
    `Report: ${report}`,
  ];
}

/** `2 failed, 1 flaky, 1,024 passed`. */
export function countsText(tests: readonly TestRecord[]): string {
  const totals = totalsOf(tests);
  const counts = STATUS_ORDER.filter((status) => totals[status] > 0);
  if (counts.length === 0) return 'none';
  return counts.map((status) => `${numberText(totals[status])} ${words(status)}`).join(', ');
}

/** As Jest has it: `todo` is one word. */
function words(status: TestStatus): string {
  return status === 'todo' ? status : statusLabel(status);
}

function reasonLines(tests: readonly TestRecord[]): string[] {
  const reasons = reasonsOf(tests, 'skipped');
  if (reasons.length === 0) return [];
  const more = reasons.length > REASONS ? [`  … ${reasons.length - REASONS} more reasons`] : [];
  return [
    'Skipped:',
    ...reasons.slice(0, REASONS).map(([reason, count]) => `  ${count} × ${firstLine(reason)}`),
    ...more,
  ];
}

function slowestLines(tests: readonly TestRecord[]): string[] {
  const slowest = slowestTests(tests, SLOWEST);
  if (slowest.length === 0) return [];
  return ['Slowest:', ...slowest.map((test) => `  ${durationText(durationOf(test))}  ${placeText(test)}`)];
}

function placeText({ fullName, file, location }: TestRecord): string {
  const place = location === undefined ? file : `${location.file}:${location.line}`;
  return `${firstLine(fullName)} (${place})`;
}
