import { defined } from '../../defined';
import { ciFacts } from '../../env/ci-facts';
import type { JestFile } from '../../run-report/join/jest-file';
import { type JestRun, joinRun } from '../../run-report/join/join-run';
import { Journals } from '../../run-report/journal/journals';
import type { FileJournal } from '../../run-report/journal/read-journal';
import type { FailureRecord, RunError, RunModel } from '../../run-report/model/run-model';
import { PROJECT_MARK } from '../../service/run/project-run';
import { jestVersion } from '../jest-version';
import { packageVersion } from '../package-version';
import { type CaseResult, failuresOf, type FileResult, jestFile } from './jest-results';

/** The parts of Jest's global configuration that a report needs. */
export interface ReportedConfig {
  readonly rootDir: string;
  readonly shard?: { readonly shardIndex: number; readonly shardCount: number } | undefined;
}

/** How a run ended. */
export interface RunEnd {
  readonly success: boolean;
  readonly interruptedBy?: string | undefined;
  readonly errors?: readonly RunError[] | undefined;
}

/** A test file's project. */
export interface ReportedProject {
  readonly globals?: Readonly<Record<string, unknown>> | undefined;
  readonly displayName?: { readonly name: string } | undefined;
}

/** Collects what Jest passes to reporters while a run goes on, and writes its reports at the end. */
export class RunReport {
  readonly #config: ReportedConfig;
  readonly #startedAt = Date.now();
  /** The failures of each attempt of a test, by its file and name, until the file has ended. */
  readonly #failures = new Map<string, Map<string, FailureRecord[][]>>();
  readonly #files: JestFile[] = [];
  /** The files that have started and not ended. */
  readonly #running = new Map<ReportedProject, Set<string>>();
  readonly #marks = new Map<JestFile, string>();

  constructor(config: ReportedConfig) {
    this.#config = config;
  }

  fileStarted(path: string, project: ReportedProject): void {
    this.#running.set(project, (this.#running.get(project) ?? new Set()).add(path));
  }

  /** A test has ended, perhaps to be run again. */
  testEnded(path: string, test: CaseResult): void {
    if (test.status !== 'failed') return;
    const byName = this.#failures.get(path) ?? new Map<string, FailureRecord[][]>();
    byName.set(test.fullName, [...(byName.get(test.fullName) ?? []), failuresOf(test, this.#config.rootDir)]);
    this.#failures.set(path, byName);
  }

  fileEnded(project: ReportedProject, result: FileResult): void {
    const path = result.testFilePath;
    const failures = this.#failures.get(path);
    this.#failures.delete(path);
    this.#running.get(project)?.delete(path);
    this.#add(
      jestFile(result, this.#config.rootDir, (fullName) => failures?.get(fullName) ?? []),
      project,
    );
  }

  /** The model of the run, which has ended or was interrupted. */
  model(end: RunEnd): RunModel {
    for (const [project, paths] of this.#running) {
      for (const path of paths)
        this.#add({ path, tests: [], ...defined({ project: project.displayName?.name }) }, project);
    }
    const journals = new Journals();
    const journalOf = (file: JestFile): FileJournal | undefined => journals.of(file.path, this.#marks.get(file));
    return joinRun({ ...this.#run(), files: this.#files.splice(0), ...end }, journalOf);
  }

  #add(file: JestFile, { globals }: ReportedProject): void {
    this.#files.push(file);
    const mark = globals?.[PROJECT_MARK];
    if (typeof mark === 'string') this.#marks.set(file, mark);
  }

  #run(): Omit<JestRun, 'files' | 'success'> {
    const { rootDir, shard } = this.#config;
    const times = { startedAt: this.#startedAt, durationMs: Date.now() - this.#startedAt };
    return {
      ...times,
      rootDir,
      versions: { package: packageVersion(__filename), jest: jestVersion(), node: process.versions.node },
      ...(shard && { shards: [{ index: shard.shardIndex, count: shard.shardCount, ...times }] }),
      ...ciFacts(),
    };
  }
}
