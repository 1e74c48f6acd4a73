import { ConnectorTestError } from '../../errors';
import { stopOnExit } from '../../service/process/stop-on-exit';
import { endSetUps } from '../../service/run/run-state';
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
  /** Writes the files of a run whose tests have ended. */
  #ending: Promise<void> | undefined;

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
    this.#ending = undefined;
    this.#forgetProgress();
    this.#forgetProgress = stopOnExit(this.#progress);
    endSetUps();
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
    if (this.#progress.signal === undefined) {
      this.#error = this.#lastLines.about(results, [...contexts]) ?? this.#error;
      this.#ending = this.#end(contexts, results);
      await this.#ending;
      this.#forgetProgress();
    } else {
      this.#error = new ConnectorTestError('INTERRUPTED', { what: this.#progress.text() });
      await this.#writeJUnit(contexts, results);
    }
  }

  async #end(contexts: Iterable<TestContext>, results: RunResults): Promise<void> {
    await this.#writeJUnit(contexts, results);
    const { numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = results;
    const leftOut = this.#leftOut(results);
    const hasFailed = numFailedTests + numRuntimeErrorTestSuites > 0 || this.#error !== undefined;
    const errors = leftOut === undefined ? [] : [{ message: leftOut }];
    this.#lastLines.add(await this.#reports.write({ success: !hasFailed && leftOut === undefined, errors }));
    this.#lastLines.print();
  }

  /** What Jest did not run, although no signal ended the run. */
  #leftOut({ numFailedTests = 0, wasInterrupted = false }: RunResults): string | undefined {
    const { bail = 0 } = this.globalConfig;
    if (wasInterrupted) return this.#progress.leftOut('Interrupted in watch mode');
    return bail > 0 && numFailedTests >= bail ? this.#progress.leftOut('Stopped by --bail') : undefined;
  }

  async #writeJUnit(contexts: Iterable<TestContext>, results: RunResults): Promise<void> {
    for (const file of this.#junitFiles(contexts)) await this.#trying(() => file.write(contexts, { ...results }));
  }

  /** A signal that arrives when all tests have ended must not cut off what is written then. */
  async #interrupted(signal: string): Promise<void> {
    if (this.#ending !== undefined) return this.#ending;
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
