import { isConnectorTestError, withoutPointer } from '../../errors';
import { redactText } from '../../redaction/process-redactor';
import type { RunModel } from '../../run-report/model/run-model';
import type { ReportSettings } from '../../run-report/report-settings';
import { writeReport } from '../../run-report/write-report';
import { notice } from '../output/progress';
import { noteWritten } from '../output/written-paths';
import { writeGitHubOutput } from './github-output';
import { RunReport } from './run-report';

/**
 * Writes a model to each folder, and to GitHub if a report wants that. A report that can't be written doesn't change the result of the run: one line says why.
 *
 * @returns those that were written.
 */
export async function writeReports(
  model: RunModel,
  reports: readonly ReportSettings[],
  rootDir: string,
): Promise<ReportSettings[]> {
  if (reports.some(({ github }) => github)) writeGitHubOutput(model, rootDir);
  const written: ReportSettings[] = [];
  for (const settings of reports) {
    noteWritten(settings.folder);
    if (typeof settings.summary === 'string') noteWritten(settings.summary);
    try {
      await writeReport(model, settings, notice);
      written.push(settings);
    } catch (error) {
      notice(isConnectorTestError(error) ? inOneLine(withoutPointer(error.message)) : String(error));
    }
  }
  return written;
}

/** Why a run ended before its first test. */
interface FailedStart {
  readonly message: string;
  readonly interruptedBy?: string | undefined;
  readonly appName?: string | undefined;
}

/** Writes the reports of a run that ended before its first test. */
export async function reportFailedStart(
  rootDir: string,
  { message, interruptedBy, appName }: FailedStart,
  reports: readonly ReportSettings[],
): Promise<void> {
  const errors = [{ message: redactText(message) }];
  const model = new RunReport({ rootDir }).model({ success: false, errors, interruptedBy, appName });
  await writeReports(model, reports, rootDir);
}

function inOneLine(message: string): string {
  return message.replace(/\s*\n\s*/g, ' ');
}
