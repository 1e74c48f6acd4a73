import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFile } from '../../env/find-program';
import { ConnectorTestError } from '../../errors';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';
import { openInBrowser } from './open-in-browser';

const PAGE = 'index.html';

/** Prints the address of a report's page, and opens it if standard output is a terminal. */
export async function showReport({
  args: [folder = ''],
  options: { open },
  terminal,
}: CommandInput<{ readonly open: boolean }>): Promise<ExitCode> {
  const page = resolve(folder, PAGE);
  if (!isFile(page)) throw noPage(folder);
  const address = pathToFileURL(page).href;
  terminal.print(address);
  if (!open || !terminal.isInteractive) return EXIT_CODES.done;
  const problem = await openInBrowser(address);
  if (problem !== undefined) terminal.notice(`The browser was not opened: ${problem}. Open the address yourself.`);
  return EXIT_CODES.done;
}

function noPage(folder: string): ConnectorTestError {
  const exists = existsSync(resolve(folder));
  return new ConnectorTestError('REPORT_MISSING', {
    what: `There is no report in "${folder}".`,
    why: exists
      ? `${join(folder, PAGE)} does not exist, or is a folder.`
      : `The folder "${resolve(folder)}" does not exist.`,
    fix: 'run Jest with `CONNECTOR_REPORT=1` or `report: true`,\nor pass the folder of the report: `npx jest-connector show <folder>`',
  });
}
