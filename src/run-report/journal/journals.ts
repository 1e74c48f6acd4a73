import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishedJournalFolder, publishJournalFolder, withdrawJournalFolder } from '../../env/journal-folder';
import { runFolder } from '../../service/run/run-folder';
import { closeStoredLines } from '../stored-lines';
import { flushJournals, journalFolderName } from './journal-file';
import { type FileJournal, readJournal } from './read-journal';

/** Makes the test files of this run write journals, into a folder outside of the project. Does nothing if they do already. */
export function openJournals(): void {
  if (publishedJournalFolder() !== undefined) return;
  const folder = join(runFolder(), 'journals');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  publishJournalFolder(folder);
}

/** Ends that, and removes the journals. */
export function closeJournals(): void {
  const folder = publishedJournalFolder();
  withdrawJournalFolder();
  closeStoredLines();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** Whether any test file of this run wrote a journal. */
export function hasJournals(): boolean {
  const folder = publishedJournalFolder();
  return folder !== undefined && namesIn(folder).length > 0;
}

/** What the latest execution of a test file wrote. */
export function journalOf(path: string, mark: string | undefined): FileJournal | undefined {
  const folder = publishedJournalFolder();
  if (folder === undefined) return undefined;
  flushJournals();
  const own = join(folder, journalFolderName(path, mark));
  // Sorted by time: a later execution of the same file replaces an earlier one, whose worker crashed.
  const latest = namesIn(own).sort().at(-1);
  return latest === undefined ? undefined : readJournal(join(own, latest));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
