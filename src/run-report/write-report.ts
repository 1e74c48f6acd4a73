import { isAbsolute } from 'node:path';
import { ConnectorTestError, isConnectorTestError } from '../errors';
import { prepareFiles } from '../replace-file';
import { replaceFolder, type ReportFile } from './folder/replace-folder';
import type { RunModel } from './model/run-model';
import type { OnProgress } from './page/page-parts';
import type { ReportSettings } from './report-settings';
import { REPORT_WRITERS } from './report-writers';

/**
 * Writes the report of a run: `results.jsonl` and what the settings turn on, as a whole. The page comes last, so a page
 * never lacks what it belongs to.
 *
 * @param onProgress Called repeatedly while the page is made.
 * @throws ConnectorTestError REPORT_NOT_WRITTEN; then the report of the previous run is still there.
 */
export async function writeReport(model: RunModel, settings: ReportSettings, onProgress?: OnProgress): Promise<void> {
  const files = REPORT_WRITERS.flatMap((writer): ReportFile[] => {
    const name = writer.file(settings);
    return name === undefined ? [] : [{ name, text: () => writer.text(model, settings, onProgress) }];
  });
  try {
    const elsewhere = files.filter(({ name }) => isAbsolute(name)).map(({ name, text }) => ({ path: name, text }));
    for (const file of await prepareFiles(elsewhere)) file.finish();
    await replaceFolder(
      settings.folder,
      files.filter(({ name }) => !isAbsolute(name)),
    );
  } catch (error) {
    throw isConnectorTestError(error) ? error : notWritten(settings, error);
  }
}

function notWritten({ folder }: ReportSettings, error: unknown): ConnectorTestError {
  const { code, path = folder, message } = error as NodeJS.ErrnoException;
  const isFile = code === 'EEXIST' || code === 'ENOTDIR';
  return new ConnectorTestError('REPORT_NOT_WRITTEN', {
    what: `The report was not written to ${folder}.`,
    why: isFile ? `${path} is a file, or inside of one.` : message,
    fix: 'choose a folder that can be written to with the option `report: { folder }`, or free some space.',
  });
}
