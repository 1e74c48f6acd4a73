import { defined } from '../../defined';
import type { FileJournal } from '../journal/read-journal';
import type { RunError, RunModel, RunRecord, TestRecord } from '../model/run-model';
import { MODEL_VERSION } from '../model/run-model';
import type { JestFile } from './jest-file';
import { joinFile, ordinals } from './join-file';
import { relativeFile } from './relative-file';
import { assignSlots } from './slots';

/** A run, as Jest and its reporter know it. */
export interface JestRun extends Pick<
  RunRecord,
  'startedAt' | 'durationMs' | 'success' | 'interruptedBy' | 'shards' | 'versions' | 'commit' | 'ciUrl'
> {
  readonly rootDir: string;
  readonly files: readonly JestFile[];
  /** Errors that belong to no test file. */
  readonly errors?: readonly RunError[] | undefined;
}

/** Reads the journal of a test file. Called once per file, so that only one unparsed journal is in memory. */
export type JournalOf = (file: JestFile) => FileJournal | undefined;

/** Joins Jest's results with the journals into the model that all reports are made from. */
export function joinRun({ rootDir, files, errors = [], ...run }: JestRun, journalOf: JournalOf): RunModel {
  const tests: TestRecord[] = [];
  const servers = new Set<string>();
  const apps = new Set<string>();
  const ordinalOf = ordinals();
  for (const file of [...files].sort(byPlace)) {
    const journal = journalOf(file);
    tests.push(...joinFile(file, journal, { rootDir, ordinalOf, interruptedBy: run.interruptedBy }));
    journal?.serverUrls.forEach((url) => servers.add(url));
    journal?.appNames.forEach((name) => apps.add(name));
  }
  assignSlots(tests);
  const ofFiles = files.flatMap(({ path, error }) =>
    error === undefined ? [] : [{ file: relativeFile(rootDir, path), message: error }],
  );
  const all = [...errors, ...ofFiles];
  const record = {
    version: MODEL_VERSION,
    ...run,
    ...{ appName: only(apps), serverUrl: only(servers), errors: all.length > 0 ? all : undefined },
  };
  return { run: defined(record) as RunRecord, tests };
}

function byPlace(one: JestFile, other: JestFile): number {
  const [left, right] = [one, other].map(({ project = '', path }) => `${project}\n${path}`) as [string, string];
  return left < right ? -1 : Number(left > right);
}

function only(values: ReadonlySet<string>): string | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
