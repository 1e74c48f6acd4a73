import type { LateText } from '../replace-file';
import type { RunModel } from './model/run-model';
import { ctrfText } from './outputs/ctrf';
import { summaryText } from './outputs/summary';
import { packInThreads } from './page/pack';
import { pagePieces } from './page/page-html';
import type { OnProgress } from './page/page-parts';
import { type ReportSettings, SUMMARY_FILE } from './report-settings';
import { resultLines } from './results-file/result-lines';

/** Makes one file of a report. */
export interface ReportWriter {
  /** The name of the file in the folder, or an absolute path; `undefined` if the settings turn it off. */
  file(settings: ReportSettings): string | undefined;
  /** Its content: a piece, one per test, then the rest. So all files are made of one test after the other. */
  text(model: RunModel, settings: ReportSettings, onProgress?: OnProgress): LateText;
}

/** The name of the page. */
export const PAGE_FILE = 'index.html';

/** The name of the file from which every other one can be made again. */
export const RESULTS_FILE = 'results.jsonl';

const CTRF_FILE = 'ctrf-report.json';

/** The files of a report, in the order in which they are replaced. */
export const REPORT_WRITERS: readonly ReportWriter[] = [
  { file: () => RESULTS_FILE, text: (model) => resultLines(model) },
  { file: ({ summary }) => (summary === true ? SUMMARY_FILE : summary || undefined), text: summaryText },
  { file: ({ ctrf }) => (ctrf ? CTRF_FILE : undefined), text: ctrfText },
  {
    file: ({ html }) => (html ? PAGE_FILE : undefined),
    text: (model, _settings, onProgress) => pagePieces(model, { onProgress, pack: packInThreads }),
  },
];
