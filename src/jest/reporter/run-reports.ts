import { relative } from 'node:path';
import { publishedJournalFolder, withdrawJournalFolder } from '../../env/journal-folder';
import type { RunModel } from '../../run-report/model/run-model';
import { isTemporaryReport, type ReportSettings } from '../../run-report/report-settings';
import { closeRunFolder } from '../../service/run/run-folder';
import { notice } from '../output/progress';
import type { CaseResult, FileResult } from './jest-results';
import { reportsOf } from './report-settings-of';
import type { ReportedConfig, ReportedProject, RunEnd, RunReport } from './run-report';

const WITHOUT_JOURNALS =
  "the report has no requests, because the preset's global setup or its test runner was replaced. Fix: call " +
  'setupConnector from your globalSetup, and remove `testRunner` from the Jest config.';

/** The reports of a run: loads what makes them only if one is on. */
export class RunReports {
  readonly #config: ReportedConfig;
  readonly #option: unknown;
  readonly #projects = new Set<ReportedProject>();
  #report: RunReport | undefined;
  /** Whether there was no global setup of ours that could. */
  #hasOpenedJournals = false;

  /** @param option The reporter's own option `report`. */
  constructor(config: ReportedConfig, option: unknown) {
    this.#config = config;
    this.#option = option;
  }

  /** Before Jest starts its workers, which inherit the environment. Global setup has usually done this already. */
  runStarts(): void {
    if (publishedJournalFolder() !== undefined) this.#report = this.#create();
    else withdrawJournalFolder();
    this.#startIfOn({});
  }

  fileStarted(path: string, project: ReportedProject): void {
    if (!this.#projects.has(project)) {
      this.#projects.add(project);
      this.#startIfOn(project);
    }
    this.#report?.fileStarted(path, project);
  }

  testEnded(path: string, test: CaseResult): void {
    this.#report?.testEnded(path, test);
  }

  fileEnded(project: ReportedProject, result: FileResult): void {
    this.#report?.fileEnded(project, result);
  }

  /**
   * Writes the reports. One that can't be written doesn't change the result of the run.
   *
   * @returns the last lines of the run.
   */
  async write(end: RunEnd): Promise<string[]> {
    const report = this.#report;
    if (report === undefined) return [];
    this.#report = undefined;
    const { hasJournals, closeJournals } =
      require('../../run-report/journal/journals') as typeof import('../../run-report/journal/journals');
    const isWithoutJournals = !hasJournals();
    try {
      const model = report.model(end);
      if (isWithoutJournals && model.tests.length > 0) notice(WITHOUT_JOURNALS);
      return await this.#writeModel(model);
    } finally {
      // The model reads them.
      closeJournals();
      if (this.#hasOpenedJournals) closeRunFolder();
    }
  }

  async #writeModel(model: RunModel): Promise<string[]> {
    const { writeReports } = require('./write-reports') as typeof import('./write-reports');
    const written = await writeReports(model, this.#settings(this.#projects), this.#config.rootDir);
    const { endLines } =
      require('../../run-report/outputs/end-lines') as typeof import('../../run-report/outputs/end-lines');
    const lasting = written.filter((settings) => !isTemporaryReport(settings));
    return lasting.flatMap(({ folder }) => endLines(model, relative(this.#config.rootDir, folder) || '.'));
  }

  #startIfOn(project: ReportedProject): void {
    if (this.#report !== undefined) return;
    const reports = this.#settings([project]);
    if (reports.length === 0) return;
    const { removeReports } =
      require('../../run-report/remove-reports') as typeof import('../../run-report/remove-reports');
    for (const problem of removeReports(reports)) notice(problem);
    const { openJournals } =
      require('../../run-report/journal/journals') as typeof import('../../run-report/journal/journals');
    openJournals();
    this.#hasOpenedJournals = true;
    this.#report = this.#create();
  }

  #create(): RunReport {
    const { RunReport: Report } = require('./run-report') as typeof import('./run-report');
    return new Report(this.#config);
  }

  #settings(projects: Iterable<ReportedProject>): ReportSettings[] {
    return reportsOf(projects, { rootDir: this.#config.rootDir, report: this.#option });
  }
}
