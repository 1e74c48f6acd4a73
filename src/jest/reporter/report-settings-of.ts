import { readEnvironment } from '../../env/variables';
import { type ReportSettings, reportSettings } from '../../run-report/report-settings';

/** The part of a project's configuration that may turn on a report. */
export interface ReportProject {
  readonly globals?: Readonly<Record<string, unknown>> | undefined;
}

/** The settings for the whole run. */
export interface RunSettings {
  readonly rootDir: string;
  /** The reporter's own option; it overrides those of the projects. */
  readonly report?: unknown;
}

/** The reports that a run writes, one per folder; of several projects with the same folder the first one decides. */
export function reportsOf(projects: Iterable<ReportProject>, { rootDir, report }: RunSettings): ReportSettings[] {
  const environment = readEnvironment();
  const byFolder = new Map<string, ReportSettings>();
  for (const { globals } of projects) {
    const connector = globals?.['connector'] as { readonly report?: unknown } | null | undefined;
    const settings = reportSettings({ given: report ?? connector?.report, environment, rootDir });
    if (settings !== undefined && !byFolder.has(settings.folder)) byFolder.set(settings.folder, settings);
  }
  return [...byFolder.values()];
}
