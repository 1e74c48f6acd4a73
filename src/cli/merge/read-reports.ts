import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isConnectorTestError } from '../../errors';
import type { ReadReport } from '../../run-report/merge/merge-problems';
import { RESULTS_FILE } from '../../run-report/report-writers';
import { readResults } from '../../run-report/results-file/read-results';

/** The reports that could be read, and why the others could not. */
export interface ReadReports {
  readonly reports: readonly ReadReport[];
  readonly problems: readonly string[];
}

/** Reads the report in each folder, one after the other. `onTest` is called after each test. */
export async function readReports(folders: readonly string[], onTest: (folder: string) => void): Promise<ReadReports> {
  const reports: ReadReport[] = [];
  const problems: string[] = [];
  for (const [index, folder] of folders.entries()) {
    const problem = folderProblem(folder) ?? repeatedProblem(folder, folders.slice(0, index));
    if (problem === undefined) await read(folder);
    else problems.push(problem);
  }
  return { reports, problems };

  async function read(folder: string): Promise<void> {
    try {
      reports.push({ folder, model: await readResults(join(folder, RESULTS_FILE), () => onTest(folder)) });
    } catch (error) {
      if (!isConnectorTestError(error)) throw error;
      problems.push([error.what, error.why].filter(Boolean).join(' '));
    }
  }
}

function folderProblem(folder: string): string | undefined {
  const path = resolve(folder);
  if (!existsSync(path)) return `"${folder}" does not exist.`;
  if (!statSync(path).isDirectory()) return `"${folder}" is a file, not the folder of a report.`;
  return existsSync(join(path, RESULTS_FILE)) ? undefined : `"${folder}" has no ${RESULTS_FILE}.`;
}

function repeatedProblem(folder: string, before: readonly string[]): string | undefined {
  const path = realpathSync(folder);
  const isRepeated = before.some((other) => existsSync(other) && realpathSync(other) === path);
  return isRepeated ? `"${folder}" is named twice.` : undefined;
}
