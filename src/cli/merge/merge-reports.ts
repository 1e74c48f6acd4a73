import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { gitHubJob } from '../../env/github';
import { readEnvironment } from '../../env/variables';
import { ConnectorTestError } from '../../errors';
import { appendStepSummary } from '../../run-report/github/append-step-summary';
import { mergeModels } from '../../run-report/merge/merge-models';
import { mergeProblems } from '../../run-report/merge/merge-problems';
import { missingShards } from '../../run-report/model/missing-shards';
import type { RunModel } from '../../run-report/model/run-model';
import { errorsOf, totalsOf } from '../../run-report/model/run-totals';
import { endLines } from '../../run-report/outputs/end-lines';
import { type ReportSettings, reportSettings } from '../../run-report/report-settings';
import { writeReport } from '../../run-report/write-report';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';
import { endWhenInterrupted } from '../interruption';
import { progressNotices } from '../progress-notices';
import type { Terminal } from '../terminal';
import { readReports } from './read-reports';

/** The options of `jest-connector merge`. */
export interface MergeOptions {
  readonly out: string;
  readonly allowMissing?: boolean;
  readonly json?: boolean;
}

/** Merges the reports in the folders of the command line into one, and writes it. */
export async function mergeReports({ args, options, terminal }: CommandInput<MergeOptions>): Promise<ExitCode> {
  refuseInputAsOutput(args, options.out);
  const models = await modelsOf(args, terminal);
  const missing = missingShards(models.flatMap(({ run }) => run.shards ?? []));
  const isIncomplete = missing.length > 0 && options.allowMissing !== true;
  const model = mergeModels(models, isIncomplete ? missing : []);
  await write(model, settingsOf(options.out), terminal);
  const report = relative(process.cwd(), resolve(options.out)) || '.';
  const text = options.json ? JSON.stringify(totals(model, { report, missing })) : endLines(model, report).join('\n');
  terminal.print(text);
  if (missing.length > 0) terminal.notice(missingText(missing, isIncomplete));
  return isIncomplete ? EXIT_CODES.failed : EXIT_CODES.done;
}

async function modelsOf(folders: readonly string[], terminal: Terminal): Promise<RunModel[]> {
  let count = 0;
  const report = progressNotices(terminal);
  const { reports, problems } = await readReports(folders, (folder) => {
    count += 1;
    report(() => `reading ${folder}, ${count.toLocaleString('en-US')} tests so far`);
  });
  const all = [...problems, ...mergeProblems(reports)];
  if (all.length > 0) throw notMerged(all);
  return reports.map(({ model }) => model);
}

/** The settings of the machines that ran the tests are not known here. */
function settingsOf(out: string): ReportSettings {
  const { summaryPath } = readEnvironment();
  const settings = reportSettings({
    given: { folder: out },
    environment: summaryPath === undefined ? {} : { summaryPath },
    rootDir: process.cwd(),
  });
  return settings as ReportSettings;
}

async function write(model: RunModel, settings: ReportSettings, terminal: Terminal): Promise<void> {
  const notice = (line: string): void => terminal.notice(`jest-connector: ${line}`);
  const written = writeReport(model, settings, notice);
  const forget = endWhenInterrupted(() => written);
  await written.finally(forget);
  const job = gitHubJob();
  // The shards' own jobs have annotated their failures.
  const problem = job && appendStepSummary(model, job, process.cwd());
  if (problem !== undefined) notice(problem);
}

function totals(model: RunModel, more: { report: string; missing: readonly string[] }): object {
  const { run, tests } = model;
  const { total, ...counts } = totalsOf(tests);
  const { report, missing } = more;
  return {
    ...{ report, success: run.success, total, ...counts, errors: errorsOf(model).length },
    ...{ durationMs: Math.round(run.durationMs), missingShards: missing },
  };
}

function missingText(missing: readonly string[], isIncomplete: boolean): string {
  const shards = `Missing: shard ${missing.join(', ')}.`;
  return isIncomplete
    ? `${shards} The report contains an error for each of them.\n  Fix: add the folders of these shards, or pass --allow-missing.`
    : shards;
}

/** A report that is merged into itself would count its tests twice the next time. */
function refuseInputAsOutput(folders: readonly string[], out: string): void {
  if (out.trim() === '') throw notMerged(['--out is empty.'], 'name a folder after --out.');
  const places = folders.map((folder) => (existsSync(folder) ? realpathSync(folder) : undefined));
  if (!existsSync(out) || !places.includes(realpathSync(out))) return;
  throw notMerged([`"${out}" is one of the folders to merge, and would be overwritten.`], 'choose another --out.');
}

function notMerged(
  problems: readonly string[],
  fix = 'pass one folder per shard, each with the report of the same run.',
): ConnectorTestError {
  return new ConnectorTestError('REPORTS_NOT_MERGED', {
    what: 'The reports were not merged.',
    why: problems.join('\n'),
    fix,
  });
}
