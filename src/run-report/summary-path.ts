import { closeSync, lstatSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectorTestError } from '../errors';
import { MANIFEST } from './folder/manifest';
import type { ReportSettings } from './report-settings';
import { REPORT_WRITERS } from './report-writers';

/** How every summary begins, also one of the Python kit. */
const START = /^\s*\{\s*"app_name"\s*:/;
const START_BYTES = 200;

/**
 * Refuses a path of the summary that is a file of the report itself, a folder, or a file that isn't a summary: a mistake in
 * a path must not cost a file.
 *
 * @throws ConnectorTestError REPORT_NOT_WRITTEN
 */
export function refuseForeignSummary(settings: ReportSettings): void {
  const { folder, summary } = settings;
  if (typeof summary !== 'string') return;
  const others = [MANIFEST, ...REPORT_WRITERS.map((writer) => writer.file({ ...settings, summary: false }))];
  const why = others.some((name) => name !== undefined && join(folder, name) === summary)
    ? 'is another file of the report'
    : problemOf(summary);
  if (why === undefined) return;
  throw new ConnectorTestError('REPORT_NOT_WRITTEN', {
    what: `The report was not written to ${folder}.`,
    why: `the path of its summary, ${summary}, ${why}.`,
    fix: 'choose another path (`INTEGRATION_TEST_SUMMARY_PATH`, or `report: { summary }`).',
  });
}

/** Removes the summary of an earlier run from a path of its own. */
export function removeSummary({ summary }: Pick<ReportSettings, 'summary'>): void {
  if (typeof summary === 'string' && problemOf(summary) === undefined) rmSync(summary, { force: true });
}

/** What is at the path that isn't a summary. */
function problemOf(path: string): string | undefined {
  // Not of what a symbolic link leads to: the link would be replaced.
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (stats.isDirectory()) return 'is a folder';
  if (!stats.isFile()) return 'is a device, a pipe or a symbolic link';
  return stats.size > 0 && !START.test(startOf(path)) ? "is a file that isn't a summary" : undefined;
}

function startOf(path: string): string {
  const bytes = Buffer.alloc(START_BYTES);
  const descriptor = openSync(path, 'r');
  try {
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}
