import { ConnectorTestError } from '../../errors';
import { stopOnExit } from '../../service/process/stop-on-exit';
import { writeStderr } from '../output/write-stderr';
import type { CaseResult, FileResult } from './jest-results';
import { JUnitFile } from './junit-file';
import type { JUnitSuite } from './junit-texts';
import { LastLines, type LinesConfig, type RunResults } from './last-lines';
import { refuseUnknownOptions, type ReporterOptions } from './reporter-options';
import { RunProgress } from './run-progress';
import { RunReports } from './run-reports';

export type { RunResults } from './last-lines';
export type { ReporterOptions } from './reporter-options';

interface GlobalConfig extends LinesConfig {
  /** After how many failed tests Jest ends the run; 0 for never. */
  readonly bail?: number;
  readonly shard?: { readonly shardIndex: number; readonly shardCount: number } | undefined;
}

/** A test file, as Jest passes it to a reporter. */
interface TestFile {
  readonly path: string;
  readonly context: TestContext;
}

interface TestContext {
  readonly config: {
    readonly rootDir: string;
    readonly globals?: Readonly<Record<string, unknown>>;
    readonly displayName?: { readonly name: string };
  };
}

/**
 * The preset's reporter. Writes a JUnit file if `globals.connector.junit` is set. Prints a notice if `-t` matched no test,
 * one line per failed scenario, and the scenarios that were skipped because of missing variables. A run in which nothing
 * was checked fails if `CI` is set; a run that a signal ended always fails.
 */
export class ConnectorReporter {
  readonly #begun = new WeakSet<object>();
  #error: Error | undefined;
  readonly #lastLines: LastLines;
  readonly #progress: RunProgress;
  readonly #reports: RunReports;
  #forgetProgress: () => void = () => undefined;

  constructor(
    private readonly globalConfig: GlobalConfig,
    private readonly options: ReporterOptions = {},
  ) {
    refuseUnknownOptions(options);
    this.#lastLines = new LastLines(globalConfig);
    this.#reports = new RunReports(globalConfig, options.report);
    this.#progress = new RunProgress(globalConfig.rootDir, (signal) => this.#interrupted(signal));
  }

  onRunStart({ numTotalTestSuites }: { readonly numTotalTestSuites: number }): void {
    this.#progress.began(numTotalTestSuites);
    this.#forgetProgress();
    this.#forgetProgress = stopOnExit(this.#progress);
    this.#reports.runStarts();
  }

  /** The preset's global setup removes the JUnit files of an earlier run; this does it if that setup was replaced. */
  async onTestFileStart({ path, context }: Pick<TestFile, 'context'> & Partial<TestFile>): Promise<void> {
    this.#progress.fileStarted(path ?? '');
    this.#reports.fileStarted(path ?? '', context.config);
    if (this.#begun.has(context.config)) return;
    this.#begun.add(context.config);
    for (const file of this.#junitFiles([context])) await this.#trying(() => file.removeStale());
  }

  onTestCaseResult({ path }: TestFile, result: CaseResult): void {
    this.#progress.testEnded(path);
    this.#reports.testEnded(path, result);
  }

  onTestResult(test: Pick<TestFile, 'context'> & Partial<TestFile>, result: JUnitSuite & FileResult): void {
    this.#progress.fileEnded(test.path ?? '');
    this.#reports.fileEnded(test.context.config, result);
    for (const file of this.#junitFiles([test.context])) file.collect(test, result);
  }

  async onRunComplete(contexts: Iterable<TestContext>, results: RunResults): Promise<void> {
    const { signal } = this.#progress;
    if (signal === undefined) {
      this.#forgetProgress();
      this.#error = this.#lastLines.about(results, [...contexts]) ?? this.#error;
    } else {
      this.#error = new ConnectorTestError('INTERRUPTED', { what: this.#progress.text() });
    }
    for (const file of this.#junitFiles(contexts)) await this.#trying(() => file.write(contexts, { ...results }));
    if (signal === undefined) await this.#end(results);
  }

  async #end({ numFailedTests = 0, numRuntimeErrorTestSuites = 0 }: RunResults): Promise<void> {
    const { bail = 0 } = this.globalConfig;
    const success = numFailedTests + numRuntimeErrorTestSuites === 0 && this.#error === undefined;
    const isBailed = bail > 0 && numFailedTests >= bail;
    const leftOut = isBailed ? this.#progress.leftOut() : undefined;
    const errors = leftOut === undefined ? {} : { errors: [{ message: leftOut }] };
    this.#lastLines.add(await this.#reports.write({ success, ...errors }));
    this.#lastLines.print(isBailed);
  }

  async #interrupted(signal: string): Promise<void> {
    const errors = [{ message: this.#progress.text() }];
    await this.#reports.write({ success: false, interruptedBy: signal, errors });
  }

  /** Makes Jest's run fail. */
  getLastError(): Error | undefined {
    return this.#error;
  }

  #junitFiles(contexts: Iterable<TestContext>): JUnitFile[] {
    const projects = [...contexts].map(({ config }) => config);
    return JUnitFile.of(projects, { rootDir: this.globalConfig.rootDir, junit: this.options.junit });
  }

  async #trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#error = new ConnectorTestError('INVALID_CONFIGURATION', {
      what: 'The JUnit file could not be written.',
      why: error instanceof Error ? error.message : String(error),
      fix: 'set `junit` to a path that can be written to.',
    });
    writeStderr(`\n${this.#error.name}: ${this.#error.message}\n`);
  }
}
