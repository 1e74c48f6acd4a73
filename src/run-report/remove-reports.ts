import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isConnectorTestError } from '../errors';
import { ifUnlocked } from './folder/folder-lock';
import { ownFiles } from './folder/manifest';
import type { ReportSettings } from './report-settings';
import { removeSummary } from './summary-path';

/**
 * Removes the reports of an earlier run when a run starts. A run that is killed writes none, and the earlier one could be
 * mistaken for its. What another run is writing at this moment stays.
 *
 * @returns one line per report that can't be removed.
 */
export function removeReports(reports: readonly ReportSettings[]): string[] {
  return reports.flatMap((settings) => {
    try {
      removeReport(settings);
      return [];
    } catch (error) {
      const why = isConnectorTestError(error) ? error.why : undefined;
      return [`the report of an earlier run in ${settings.folder} could not be removed: ${why ?? String(error)}`];
    }
  });
}

function removeReport(settings: ReportSettings): void {
  const { folder } = settings;
  removeSummary(settings);
  if (ownFiles(folder).length === 0) return;
  ifUnlocked(folder, () => {
    // The manifest comes last: without it, the other files could never be replaced.
    for (const name of ownFiles(folder).reverse()) rmSync(join(folder, name), { force: true });
  });
}
