import { ConnectorTestError, isErrorLike } from '../../errors';
import type { ReportSettings } from '../../run-report/report-settings';
import type { Stoppable } from '../../service/process/stop-on-exit';
import { isRecord, isText } from '../../validation/shape';
import { notice } from '../output/progress';
import { REPORTER } from '../preset/preset';
import { JUnitFile } from '../reporter/junit-file';
import { reportsOf } from '../reporter/report-settings-of';
import type { ReporterOptions } from '../reporter/reporter-options';

/** The part of Jest's global configuration that decides what a run writes. */
export interface OutputSettings {
  readonly watch: boolean;
  readonly watchAll: boolean;
  readonly rootDir?: string;
  /** The reporters, each with its options. */
  readonly reporters?: readonly (readonly [path: string, options?: unknown] | string)[];
}

/** The part of a project's configuration that does. */
export interface OutputProject {
  readonly rootDir: string;
  readonly globals: object;
  readonly modulePathIgnorePatterns?: readonly string[];
}

/** The files that our reporter writes for a project. Jest creates no reporter before global setup has ended. */
export class RunOutputs implements Stoppable {
  readonly title = '';
  #signal: string | undefined;
  #report: Promise<void> | undefined;
  readonly #junit: readonly JUnitFile[];
  readonly #settings: OutputSettings;
  readonly #project: OutputProject;

  constructor(settings: OutputSettings, project: OutputProject) {
    this.#settings = settings;
    this.#project = project;
    const options = reporterOptions(settings);
    const globals = project.globals as Readonly<Record<string, unknown>>;
    const run = { rootDir: this.#rootDir, junit: options?.junit };
    this.#junit = options === undefined ? [] : JUnitFile.of([{ ...project, globals }], run);
  }

  /** @throws ConnectorTestError INVALID_CONFIGURATION if two reporters would write the same files. */
  refuseTwoReporters(): void {
    const { reporters = [] } = this.#settings;
    if (reporters.filter((reporter) => pathOf(reporter) === REPORTER).length < 2) return;
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: 'Invalid jest-connector configuration; no tests were run.',
      why: '`reporters` has jest-connector/reporter more than once.',
      fix: 'keep one of them, with its options.',
    });
  }

  /** Removes what could be mistaken for the result of this run. */
  async removeStale(): Promise<void> {
    for (const file of this.#junit) await file.removeStale();
    const reports = this.#writtenReports();
    if (reports.length === 0) return;
    const { removeReports } =
      require('../../run-report/remove-reports') as typeof import('../../run-report/remove-reports');
    for (const problem of removeReports(reports)) notice(problem);
  }

  /** Makes the tests write what a report needs. Call it when the environment is complete. */
  open(): void {
    const reports = this.#reports();
    if (reports.length === 0) return;
    if (reporterOptions(this.#settings) === undefined) return notice(NO_REPORTER);
    const { openJournals } =
      require('../../run-report/journal/journals') as typeof import('../../run-report/journal/journals');
    openJournals();
    for (const { folder } of reports) this.#warnIfWatched(folder);
  }

  /** A CI system that finds no file, or that of an earlier run, may assume that the run had no failures. */
  reportFailedStart(error: unknown): Promise<void> {
    const message = isErrorLike(error) ? `${error.name}: ${error.message}` : String(error);
    // A signal makes the start fail, too, while the report about it is being written.
    return (this.#report ??= this.#writeFailedStart(message));
  }

  /** A signal has arrived during setup. */
  interrupted(signal: string): void {
    this.#signal = signal;
  }

  async stop(): Promise<void> {
    if (this.#signal !== undefined) await this.reportFailedStart('');
  }

  stopNow(): void {
    // Nothing to do: a file is written only after a signal, or if the start failed.
  }

  killNow(): void {
    // Nothing to do here either.
  }

  async #writeFailedStart(error: string): Promise<void> {
    const signal = this.#signal;
    const message = signal === undefined ? error : `Interrupted by ${signal} before the first test.`;
    for (const file of this.#junit) {
      try {
        await file.writeFailedStart(message);
      } catch (writeError) {
        notice(`the JUnit file could not be written: ${String(writeError)}`);
      }
    }
    const reports = this.#writtenReports();
    if (reports.length === 0) return;
    const { closeJournals } =
      require('../../run-report/journal/journals') as typeof import('../../run-report/journal/journals');
    closeJournals();
    const { reportFailedStart } = require('../reporter/write-reports') as typeof import('../reporter/write-reports');
    await reportFailedStart(this.#rootDir, { message, interruptedBy: signal, appName: this.#appName }, reports);
  }

  get #rootDir(): string {
    return this.#settings.rootDir ?? this.#project.rootDir;
  }

  get #appName(): string | undefined {
    const { connector } = this.#project.globals as { readonly connector?: unknown };
    const name = isRecord(connector) ? connector['applicationName'] : undefined;
    return isText(name) ? name : undefined;
  }

  /** None without our reporter, whatever is configured. */
  #writtenReports(): ReportSettings[] {
    return reporterOptions(this.#settings) === undefined ? [] : this.#reports();
  }

  #reports(): ReportSettings[] {
    const globals = this.#project.globals as Readonly<Record<string, unknown>>;
    return reportsOf([{ globals }], { rootDir: this.#rootDir, report: reporterOptions(this.#settings)?.report });
  }

  /** Watch mode would start over each time that the report is written. */
  #warnIfWatched(folder: string): void {
    const { watch, watchAll } = this.#settings;
    const { rootDir, modulePathIgnorePatterns = [] } = this.#project;
    const isInside = `${folder}/`.startsWith(`${rootDir}/`);
    if (!(watch || watchAll) || !isInside) return;
    if (modulePathIgnorePatterns.some((pattern) => new RegExp(pattern).test(`${folder}/index.html`))) return;
    notice(
      `watch mode may run again each time that the report is written to ${folder}. Fix: add the folder to ` +
        '`modulePathIgnorePatterns` in the Jest config.',
    );
  }
}

const NO_REPORTER =
  "no report is written, because jest-connector/reporter isn't among the reporters. Fix: add 'jest-connector/reporter' to " +
  '`reporters` in the Jest config.';

/** The options of our reporter; `undefined` if it isn't used. Without a list, the caller is a test of ours or a script. */
function reporterOptions({ reporters }: OutputSettings): ReporterOptions | undefined {
  if (reporters === undefined) return {};
  const ours = reporters.find((reporter) => pathOf(reporter) === REPORTER);
  if (ours === undefined) return undefined;
  return (typeof ours === 'string' ? undefined : ours[1]) ?? {};
}

function pathOf(reporter: NonNullable<OutputSettings['reporters']>[number]): string {
  return typeof reporter === 'string' ? reporter : reporter[0];
}
