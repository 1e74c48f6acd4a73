import { basename, dirname, join, resolve } from 'node:path';
import type { ReportOptions } from '../config/report-options';
import type { EnvironmentReading } from '../env/variables';

/** The folder of a report, under `rootDir`, if nothing else is set. */
export const REPORT_FOLDER = 'connector-report';

/** The name of the summary in the folder of a report. */
export const SUMMARY_FILE = 'integration-test-summary.json';

/** The start of the name of a folder for a report that a command reads and removes. */
export const TEMPORARY_FOLDER = 'jest-connector-temporary-';

/** Whether a command removes the report at once. */
export function isTemporaryReport({ folder }: Pick<ReportSettings, 'folder'>): boolean {
  return basename(dirname(folder)).startsWith(TEMPORARY_FOLDER);
}

/** What a report consists of; paths are absolute. */
export interface ReportSettings {
  readonly folder: string;
  readonly html: boolean;
  /** A string is the path of the file; `true` puts it into the folder. */
  readonly summary: boolean | string;
  readonly ctrf: boolean;
  readonly github: boolean;
}

/** Where the settings of a report come from. */
export interface ReportSources {
  /** The option `report`, of the reporter or of the configuration. What is invalid in it counts as not set. */
  readonly given: unknown;
  readonly environment: Pick<EnvironmentReading, 'report' | 'summaryPath'>;
  readonly rootDir: string;
}

/** The settings of a run's report; `undefined` if it is off. */
export function reportSettings({ given, environment, rootDir }: ReportSources): ReportSettings | undefined {
  const { report = given, summaryPath } = environment;
  if (report === undefined || report === false || report === null) return undefined;
  const options: ReportOptions = typeof given === 'object' && given !== null ? given : {};
  const { html = true, summary = true, ctrf = true, github = true } = options;
  const folder = resolve(rootDir, [environment.report, options.folder].find(isPath) ?? REPORT_FOLDER);
  // The command reads only the results. What GitHub shows, and a summary elsewhere, are those of the run before.
  if (isTemporaryReport({ folder })) return { folder, html: false, summary: false, ctrf: false, github: false };
  return { folder, html, summary: summaryOf(summaryPath ?? summary, folder, rootDir), ctrf, github };
}

/** `true` also if its path is where it would be anyway. */
function summaryOf(file: boolean | string, folder: string, rootDir: string): boolean | string {
  if (!isPath(file)) return typeof file === 'boolean' ? file : true;
  const path = resolve(rootDir, file);
  return path === join(folder, SUMMARY_FILE) ? true : path;
}

/** Not `isText`: the preset is a file of its own, and stays small. */
function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
