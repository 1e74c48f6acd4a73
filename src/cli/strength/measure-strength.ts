import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConnectorTestError } from '../../errors';
import { jsonText } from '../../json/exact-json';
import { TEMPORARY_FOLDER } from '../../run-report/report-settings';
import { PAGE_FILE, RESULTS_FILE } from '../../run-report/report-writers';
import { readResults } from '../../run-report/results-file/read-results';
import { reaches } from '../../strength/score';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';
import { runJest } from './run-jest';
import { strengthText } from './strength-text';
import { type SuiteStrength, suiteStrength } from './suite-strength';

/** The options of the command. */
export interface StrengthCommandOptions {
  readonly min?: string;
  readonly json?: true;
  readonly report?: string;
}

/** Runs the suite once, and reports which broken responses its checks would accept. */
export async function measureStrength({
  args,
  options,
  terminal,
}: CommandInput<StrengthCommandOptions>): Promise<ExitCode> {
  // An unset variable of a CI job is an empty string, which would be 0.
  const min = options.min === undefined ? undefined : options.min.trim() === '' ? NaN : Number(options.min);
  if (min !== undefined && !(min >= 0 && min <= 100)) {
    terminal.notice(`error: --min must be a number from 0 to 100, not "${String(options.min)}".`);
    return EXIT_CODES.wrongUsage;
  }
  const folder = process.cwd();
  const report = options.report === undefined ? temporaryFolder() : resolve(folder, options.report);
  const code = await runJest({ folder, args, report });
  const suite = await readSuite(report, code);
  terminal.print(options.json ? jsonText(suite) : strengthText(suite));
  if (options.report !== undefined) terminal.notice(`Report: ${join(options.report, PAGE_FILE)}`);
  const problems = problemsOf(suite, min);
  for (const problem of problems) terminal.notice(problem);
  return problems.length === 0 ? EXIT_CODES.done : EXIT_CODES.failed;
}

/** It is removed when this process ends, in whatever way. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), TEMPORARY_FOLDER));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'report');
}

async function readSuite(report: string, code: number | null): Promise<SuiteStrength> {
  const results = join(report, RESULTS_FILE);
  if (!existsSync(results)) throw nothingJudged('the run wrote no results.');
  const suite = suiteStrength(await readResults(results), code === 0);
  if (suite.broken.total + suite.fields.total === 0) {
    const leftOut = suite.scenarios.some((scenario) => scenario.leftOut !== undefined);
    throw nothingJudged(leftOut ? 'every scenario was left out.' : 'no scenario passed.');
  }
  return suite;
}

function nothingJudged(why: string): ConnectorTestError {
  return new ConnectorTestError('NOTHING_CHECKED', {
    what: 'No scenario was judged.',
    why,
    fix: "see the output of Jest above. The config needs the preset's reporter, its global setup and its test runner.",
  });
}

function problemsOf(suite: SuiteStrength, min: number | undefined): string[] {
  return [
    ...(suite.runPassed ? [] : ['The run of Jest failed, so the score is not that of the whole suite.']),
    ...(min === undefined || reaches(suite.broken, min)
      ? []
      : [`The mutation score is below ${min} %. Fix: add the checks above.`]),
  ];
}
