import { countOf } from '../../count-of';
import { durationText } from '../../duration-text';
import type { RunModel, TestRecord } from '../model/run-model';
import { durationOf, errorsOf, reasonsOf, slowestTests, totalsOf } from '../model/run-totals';
import { testPlace } from '../model/test-place';
import { isFailure } from '../model/test-status';
import { failureLine, failureSummary } from '../outputs/failure-summary';
import { codeBlock, codeSpan, htmlText, markdownTable } from './markdown';
import { type SourceRoots, withinCheckout } from './source-place';

/** GitHub rejects the whole summary of a step that is larger, with what other programs of the step wrote. */
export const STEP_SUMMARY_LIMIT = 1024 * 1024;

/** For the sentence about what was left out. */
const RESERVED = 300;
const MOST_FAILED = 200;
const MOST_FLAKY = 50;
const MOST_REASONS = 50;
const SLOWEST = 5;

/** What a step summary is made for. */
export interface StepSummaryOptions extends SourceRoots {
  /** The number of bytes that it may have. */
  readonly limit: number;
  /** The URL that the path of a file is appended to, for links. */
  readonly sourceUrl?: string | undefined;
}

/**
 * The summary of a run as Markdown: counts, the failed tests, then the rest. The failed tests' messages come last, as many
 * as fit. Strings of the run are code, so that they can't be anything else. `undefined` if nothing fits.
 */
export function stepSummary(model: RunModel, options: StepSummaryOptions): string | undefined {
  const failed = model.tests.filter(({ status }) => isFailure(status));
  const overview = [
    headline(model),
    countsTable(model),
    ...errorSections(model),
    failedTable(failed, options),
    flakyTable(model.tests, options),
    skippedTable(model.tests),
    slowestTable(model.tests, options),
  ].filter((section) => section !== undefined);
  return withinLimit(overview, failed.map(failedSection), options.limit);
}

/** The sections that fit, and a sentence that counts the others. */
function withinLimit(overview: readonly string[], details: readonly string[], limit: number): string | undefined {
  const shown: string[] = [];
  let left = limit - RESERVED;
  const take = (section: string): boolean => {
    const size = Buffer.byteLength(section) + 2;
    if (size > left) return false;
    left -= size;
    shown.push(section);
    return true;
  };
  const overviewLeft = overview.filter((section) => !take(section)).length;
  const firstLeft = details.findIndex((section) => !take(section));
  const detailsLeft = firstLeft === -1 ? 0 : details.length - firstLeft;
  if (shown.length === 0) return undefined;
  const omitted = [
    overviewLeft > 0 && countOf(overviewLeft, 'table'),
    detailsLeft > 0 && countOf(detailsLeft, 'failure message'),
  ].filter((text) => text !== false);
  if (omitted.length > 0) shown.push(`Left out because GitHub limits a summary to 1 MiB: ${omitted.join(' and ')}.`);
  return `${shown.join('\n\n')}\n\n`;
}

function headline({ run }: RunModel): string {
  const app = run.appName === undefined ? '' : `: ${codeSpan(run.appName)}`;
  return `## ${run.success ? '✅ Connector tests passed' : '❌ Connector tests failed'}${app}`;
}

function countsTable({ run, tests }: RunModel): string {
  const { total: _total, ...totals } = totalsOf(tests);
  const { passed, failed, flaky, crashed, notRun, skipped, todo } = totals;
  const always = [
    ['passed', passed],
    ['failed', failed],
    ['skipped', skipped],
  ] as const;
  const others = Object.entries({ flaky, crashed, 'not run': notRun, todo }).filter(([, count]) => count > 0);
  const columns = [...always, ...others];
  return markdownTable(
    [...columns.map(([name]) => name), 'duration'],
    [[...columns.map(([, count]) => count.toLocaleString('en-US')), durationText(run.durationMs)]],
  );
}

function errorSections(model: RunModel): string[] {
  const errors = errorsOf(model);
  if (errors.length === 0) return [];
  return [
    '### Errors outside of tests',
    ...errors.map(({ file, message }) => [file && codeSpan(file), codeBlock(message)].filter(Boolean).join('\n\n')),
  ];
}

function failedTable(failed: readonly TestRecord[], options: StepSummaryOptions): string | undefined {
  if (failed.length === 0) return undefined;
  const rows = failed
    .slice(0, MOST_FAILED)
    .map((test) => [
      codeSpan(test.fullName),
      codeSpan(test.scenario?.api ?? ''),
      codeSpan(failureLine(test) ?? ''),
      placeCell(test, options),
    ]);
  return `### Failed\n\n${markdownTable(['test', 'API', 'why', 'where'], rows)}${moreOf(failed, MOST_FAILED, 'failed test')}`;
}

function failedSection(test: TestRecord): string {
  const message = failureSummary(test) ?? '';
  return `<details><summary>${htmlText(test.fullName)}</summary>\n\n${codeBlock(message)}\n\n</details>`;
}

function flakyTable(tests: readonly TestRecord[], options: StepSummaryOptions): string | undefined {
  const flaky = tests.filter(({ status }) => status === 'flaky');
  if (flaky.length === 0) return undefined;
  const rows = flaky.slice(0, MOST_FLAKY).map((test) => [codeSpan(test.fullName), placeCell(test, options)]);
  return `### Flaky\n\n${markdownTable(['test', 'where'], rows)}${moreOf(flaky, MOST_FLAKY, 'flaky test')}`;
}

function skippedTable(tests: readonly TestRecord[]): string | undefined {
  const reasons = reasonsOf(tests, 'skipped');
  if (reasons.length === 0) return undefined;
  const rows = reasons.slice(0, MOST_REASONS).map(([reason, count]) => [codeSpan(reason), String(count)]);
  return `### Skipped\n\n${markdownTable(['reason', 'tests'], rows)}${moreOf(reasons, MOST_REASONS, 'reason')}`;
}

function slowestTable(tests: readonly TestRecord[], options: StepSummaryOptions): string | undefined {
  const rows = slowestTests(tests, SLOWEST).map((test) => [
    durationText(durationOf(test)),
    codeSpan(test.fullName),
    placeCell(test, options),
  ]);
  return rows.length === 0 ? undefined : `### Slowest\n\n${markdownTable(['duration', 'test', 'where'], rows)}`;
}

function moreOf(all: readonly unknown[], shown: number, what: string): string {
  return all.length > shown ? `\n\n… ${countOf(all.length - shown, `more ${what}`)}` : '';
}

/** The file and line, as a link if the file is in the checkout. */
function placeCell(test: TestRecord, options: StepSummaryOptions): string {
  const place = testPlace(test);
  const { line } = place;
  const text = codeSpan(line === undefined ? place.file : `${place.file}:${line}`);
  const path = withinCheckout(place, options)?.file;
  if (options.sourceUrl === undefined || path === undefined) return text;
  const url = `${options.sourceUrl}/${path.split('/').map(encodedSegment).join('/')}`;
  return `[${text}](<${url}${line === undefined ? '' : `#L${line}`}>)`;
}

/** `encodeURIComponent` leaves characters that mean something in Markdown. */
function encodedSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
