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
  'startedAt' | 'durationMs' | 'success' | 'appName' | 'interruptedBy' | 'shards' | 'versions' | 'commit' | 'ciUrl'
> {
  /** Errors that belong to no test file. */
  readonly errors?: readonly RunError[] | undefined;
}

/** A test file whose results are joined with its journal. */
interface JoinedFile extends Pick<JestFile, 'path' | 'project' | 'error'> {
  readonly tests: readonly TestRecord[];
}

/**
 * Joins Jest's results with the journals, file by file, into the model that all reports are made from. A file can be
 * added as soon as it has ended, so that only one journal is in memory and the end of a run has less to do.
 */
export class RunJoin {
  readonly #rootDir: string;
  readonly #ordinalOf = ordinals();
  readonly #files: JoinedFile[] = [];
  readonly #servers = new Set<string>();
  readonly #apps = new Set<string>();

  constructor(rootDir: string) {
    this.#rootDir = rootDir;
  }

  /** @param interruptedBy What ended the run, if it did so before the file ended. */
  add(file: JestFile, journal: FileJournal | undefined, interruptedBy?: string): void {
    const { path, project, error } = file;
    const tests = joinFile(file, journal, { rootDir: this.#rootDir, ordinalOf: this.#ordinalOf, interruptedBy });
    this.#files.push({ path, project, error, tests });
    journal?.serverUrls.forEach((url) => this.#servers.add(url));
    journal?.appNames.forEach((name) => this.#apps.add(name));
  }

  /** The model of all files that were added. */
  model({ errors = [], ...run }: JestRun): RunModel {
    const files = [...this.#files].sort(byPlace);
    const tests = files.flatMap((file) => file.tests);
    assignSlots(tests);
    const all = [...errors, ...files.flatMap((file) => this.#errorOf(file))];
    const record = {
      version: MODEL_VERSION,
      ...run,
      ...{
        appName: only(this.#apps) ?? run.appName,
        serverUrl: only(this.#servers),
        errors: all.length > 0 ? all : undefined,
      },
    };
    return { run: defined(record) as RunRecord, tests };
  }

  #errorOf({ path, error }: JoinedFile): RunError[] {
    return error === undefined ? [] : [{ file: relativeFile(this.#rootDir, path), message: error }];
  }
}

function byPlace(one: JoinedFile, other: JoinedFile): number {
  const [left, right] = [one, other].map(({ project = '', path }) => `${project}\n${path}`) as [string, string];
  return left < right ? -1 : Number(left > right);
}

function only(values: ReadonlySet<string>): string | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
