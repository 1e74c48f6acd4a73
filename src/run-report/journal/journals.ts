import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishedJournalFolder, publishJournalFolder, withdrawJournalFolder } from '../../env/journal-folder';
import { runFolder } from '../../service/run/run-folder';
import { closeStoredLines } from '../stored-lines';
import { flushJournals, journalPrefix } from './journal-file';
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

/** The journals of this run so far. */
export class Journals {
  readonly #folder: string | undefined = publishedJournalFolder();
  /** The name of each test file's latest journal, by the start of the name. */
  readonly #latest = new Map<string, string>();

  constructor() {
    flushJournals();
    const names = this.#folder !== undefined && existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    // Sorted by time: a later execution of the same file replaces an earlier one, whose worker crashed.
    for (const name of names.sort()) this.#latest.set(name.slice(0, name.indexOf('-') + 1), name);
  }

  /** How many test files wrote a journal. */
  get count(): number {
    return this.#latest.size;
  }

  /** What the latest execution of a test file wrote. */
  of(path: string, mark: string | undefined): FileJournal | undefined {
    const prefix = journalPrefix(path, mark);
    const name = this.#latest.get(prefix);
    return name === undefined ? undefined : readJournal(join(this.#folder ?? '', name));
  }
}
