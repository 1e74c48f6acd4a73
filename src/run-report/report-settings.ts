import { basename, dirname, resolve } from 'node:path';
import type { ReportOptions } from '../config/report-options';
import type { EnvironmentReading } from '../env/variables';

/** The folder of a report, under `rootDir`, if nothing else is set. */
export const REPORT_FOLDER = 'connector-report';

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
  /** The option `report`, of the reporter or of the configuration; may be invalid. */
  readonly given: unknown;
  readonly environment: Pick<EnvironmentReading, 'report' | 'summaryPath'>;
  readonly rootDir: string;
}

/** The settings of a run's report; `undefined` if it is off. */
export function reportSettings({ given, environment, rootDir }: ReportSources): ReportSettings | undefined {
  const { report = given, summaryPath } = environment;
  if (report === undefined || report === false || report === null) return undefined;
  const options = (typeof given === 'object' && given !== null ? given : {}) as ReportOptions;
  const { folder: own = REPORT_FOLDER, html = true, summary = true, ctrf = true, github = true } = options;
  const folder = resolve(rootDir, typeof report === 'string' ? report : String(own));
  // The command reads only the results. What GitHub shows, and a summary elsewhere, are those of the run before.
  if (isTemporaryReport({ folder })) return { folder, html: false, summary: false, ctrf: false, github: false };
  const file = summaryPath ?? summary;
  return {
    folder,
    html,
    summary: typeof file === 'string' ? resolve(rootDir, file) : file,
    ctrf,
    github,
  };
}
