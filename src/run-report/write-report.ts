import { isAbsolute } from 'node:path';
import { ConnectorTestError, isConnectorTestError } from '../errors';
import { prepareFiles } from '../replace-file';
import { replaceFolder, type ReportFile } from './folder/replace-folder';
import type { RunModel } from './model/run-model';
import { largePageProgress } from './page/large-page';
import type { ReportSettings } from './report-settings';
import { REPORT_WRITERS } from './report-writers';
import { refuseForeignSummary } from './summary-path';

/**
 * Writes the report of a run: `results.jsonl` and what the settings turn on, as a whole. The page comes last, so a page
 * never lacks what it belongs to.
 *
 * @param print Prints a line about what takes long: a large page, or another run that writes to the folder.
 * @throws ConnectorTestError REPORT_NOT_WRITTEN; then nothing was changed.
 */
export async function writeReport(
  model: RunModel,
  settings: ReportSettings,
  print: (line: string) => void = () => undefined,
): Promise<void> {
  const { folder } = settings;
  const onProgress = largePageProgress(print);
  const files = REPORT_WRITERS.flatMap((writer): ReportFile[] => {
    const name = writer.file(settings);
    return name === undefined ? [] : [{ name, text: () => writer.text(model, settings, onProgress) }];
  });
  const onWait = (pid: number): void => print(`waiting for process ${pid}, which is writing to ${folder}`);
  try {
    refuseForeignSummary(settings);
    await writeFiles(folder, files, onWait);
  } catch (error) {
    throw isConnectorTestError(error) ? error : notWritten(settings, error);
  }
}

async function writeFiles(folder: string, files: readonly ReportFile[], onWait: (pid: number) => void): Promise<void> {
  const elsewhere = files.filter(({ name }) => isAbsolute(name));
  const prepared = await prepareFiles(elsewhere.map(({ name, text }) => ({ path: name, text })));
  try {
    const inFolder = files.filter((file) => !elsewhere.includes(file));
    await replaceFolder(folder, inFolder, onWait);
    for (const file of prepared) file.finish();
  } finally {
    for (const file of prepared) file.discard();
  }
}

function notWritten({ folder }: ReportSettings, error: unknown): ConnectorTestError {
  const { code, path = folder, message } = error as NodeJS.ErrnoException;
  const isFile = code === 'EEXIST' || code === 'ENOTDIR';
  return new ConnectorTestError('REPORT_NOT_WRITTEN', {
    what: `The report was not written to ${folder}.`,
    why: isFile ? `${path} is a file, or inside of one.` : `${message}.`,
    fix: 'choose a folder that can be written to (`report: { folder }`, or `--out` of merge), or free some space.',
  });
}
