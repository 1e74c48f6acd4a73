import { defined } from '../../defined';
import { ciFacts } from '../../env/ci-facts';
import { redactText } from '../../redaction/process-redactor';
import type { JestFile } from '../../run-report/join/jest-file';
import { type JestRun, RunJoin } from '../../run-report/join/join-run';
import { journalOf } from '../../run-report/journal/journals';
import type { FileJournal } from '../../run-report/journal/read-journal';
import type { FailureRecord, RunError, RunModel } from '../../run-report/model/run-model';
import { PROJECT_MARK } from '../../service/run/project-run';
import { jestVersion } from '../jest-version';
import { notice } from '../output/progress';
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
  /** If no test file says it. */
  readonly appName?: string | undefined;
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
  readonly #joined: RunJoin;
  /** The files without tests, which may have been interrupted. */
  readonly #unjoined: (readonly [JestFile, ReportedProject])[] = [];
  /** The files that have started and not ended. */
  readonly #running = new Map<ReportedProject, Set<string>>();

  constructor(config: ReportedConfig) {
    this.#config = config;
    this.#joined = new RunJoin(config.rootDir);
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
    const file = jestFile(result, this.#config.rootDir, (fullName) => failures?.get(fullName) ?? []);
    if (file.tests.length > 0) this.#join(file, project);
    else this.#unjoined.push([file, project]);
  }

  /** The model of the run, which has ended or was interrupted. */
  model(end: RunEnd): RunModel {
    for (const [project, paths] of this.#running) {
      const name = defined({ project: project.displayName?.name });
      for (const path of paths) this.#unjoined.push([{ path, tests: [], ...name }, project]);
    }
    for (const [file, project] of this.#unjoined.splice(0)) this.#join(file, project, end.interruptedBy);
    return this.#joined.model({ ...this.#run(), ...end });
  }

  #join(file: JestFile, { globals }: ReportedProject, interruptedBy?: string): void {
    const mark = globals?.[PROJECT_MARK];
    this.#joined.add(file, journalOrNotice(file.path, typeof mark === 'string' ? mark : undefined), interruptedBy);
  }

  #run(): Omit<JestRun, 'success'> {
    const { shard } = this.#config;
    const times = { startedAt: this.#startedAt, durationMs: Date.now() - this.#startedAt };
    return {
      ...times,
      versions: { package: packageVersion(__filename), jest: jestVersion(), node: process.versions.node },
      ...(shard && { shards: [{ index: shard.shardIndex, count: shard.shardCount, ...times }] }),
      ...ciFacts(),
    };
  }
}

/** A report that lacks requests doesn't change the result of the run; an error here could. */
function journalOrNotice(path: string, mark: string | undefined): FileJournal | undefined {
  try {
    return journalOf(path, mark);
  } catch (error) {
    const why = redactText(String(error));
    notice(`the report lacks requests, because the journal of ${path} can't be read: ${why}`);
    return undefined;
  }
}
