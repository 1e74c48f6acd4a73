import type { FileText } from './folder/write-file';
import type { RunModel } from './model/run-model';
import type { ReportSettings } from './report-settings';
import { resultLines } from './results-file/result-lines';

/** Makes one file of a report. */
export interface ReportWriter {
  /** The name of the file in the folder, or an absolute path; `undefined` if the settings turn it off. */
  file(settings: ReportSettings): string | undefined;
  /** Its content; a large one in pieces. */
  text(model: RunModel, settings: ReportSettings): FileText;
}

/** The name of the file from which every other one can be made again. */
export const RESULTS_FILE = 'results.jsonl';

/** The files of a report, in the order in which they are replaced. */
export const REPORT_WRITERS: readonly ReportWriter[] = [
  { file: () => RESULTS_FILE, text: (model) => resultLines(model) },
];
