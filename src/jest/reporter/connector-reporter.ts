import { ConnectorTestError } from '../../errors';
import { stopOnExit } from '../../service/process/stop-on-exit';
import { writeStderr } from '../output/write-stderr';
import { JUnitFile } from './junit-file';
import type { JUnitSuite } from './junit-texts';
import { noMatchMessage } from './no-match-message';
import { refuseUnknownOptions, type ReporterOptions } from './reporter-options';
import { RunProgress } from './run-progress';
import { type EndedTest, skippedLines, skippedReport } from './skipped-report';

export type { ReporterOptions } from './reporter-options';

/** The fields that we use of the results that Jest passes to a reporter; the same in Jest 29 and 30. */
export interface RunResults {
  readonly testResults: readonly {
    readonly testExecError?: unknown;
    readonly testFilePath?: string;
    readonly testResults: readonly EndedTest[];
  }[];
}

interface GlobalConfig {
  readonly rootDir: string;
  readonly testNamePattern?: string | undefined;
  readonly watch?: boolean;
  readonly watchAll?: boolean;
  readonly verbose?: boolean | undefined;
  readonly shard?: object | undefined;
}

/** A test file, as Jest passes it to a reporter. */
interface TestFile {
  readonly path: string;
  readonly context: TestContext;
}

interface TestContext {
  readonly config: { readonly rootDir: string; readonly globals?: Readonly<Record<string, unknown>> };
}

/**
 * The preset's reporter. Writes a JUnit file if `globals.connector.junit` is set. Prints a notice if `-t` matched no test,
 * one line per failed scenario, and the scenarios that were skipped because of missing variables. A run in which nothing
 * was checked fails if `CI` is set; a run that a signal ended always fails.
 */
export class ConnectorReporter {
  readonly #begun = new WeakSet<object>();
  #error: Error | undefined;
  #before: readonly string[] = [];
  readonly #progress: RunProgress;
  #forgetProgress: () => void = () => undefined;

  constructor(
    private readonly globalConfig: GlobalConfig,
    private readonly options: ReporterOptions = {},
  ) {
    refuseUnknownOptions(options);
    this.#progress = new RunProgress(globalConfig.rootDir);
  }

  onRunStart({ numTotalTestSuites }: { readonly numTotalTestSuites: number }): void {
    this.#progress.began(numTotalTestSuites);
    this.#forgetProgress();
    this.#forgetProgress = stopOnExit(this.#progress);
  }

  /** The preset's global setup removes the JUnit files of an earlier run; this does it if that setup was replaced. */
  async onTestFileStart({ path, context }: Pick<TestFile, 'context'> & Partial<TestFile>): Promise<void> {
    this.#progress.fileStarted(path ?? '');
    if (this.#begun.has(context.config)) return;
    this.#begun.add(context.config);
    for (const file of this.#junitFiles([context])) await this.#trying(() => file.removeStale());
  }

  onTestCaseResult({ path }: TestFile): void {
    this.#progress.testEnded(path);
  }

  onTestResult(test: Pick<TestFile, 'context'> & Partial<TestFile>, result: JUnitSuite): void {
    this.#progress.fileEnded(test.path ?? '');
    for (const file of this.#junitFiles([test.context])) file.collect(test, result);
  }

  async onRunComplete(contexts: Iterable<TestContext>, results: RunResults): Promise<void> {
    if (this.#progress.signal === undefined) {
      this.#forgetProgress();
      this.#sayIfNothingRan(results, [...contexts]);
    } else {
      this.#error = new ConnectorTestError('INTERRUPTED', { what: this.#progress.text() });
    }
    for (const file of this.#junitFiles(contexts)) await this.#trying(() => file.write(contexts, { ...results }));
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

  #sayIfNothingRan({ testResults }: RunResults, contexts: readonly TestContext[]): void {
    const { testNamePattern, rootDir, verbose } = this.globalConfig;
    const failed = this.#failedLines(testResults);
    this.#before = failed;
    if (testResults.some(({ testExecError }) => testExecError)) return this.#printLast();
    const tests = testResults.flatMap((file) => file.testResults);
    const unmatched = testNamePattern ? noMatchMessage(testNamePattern, tests) : undefined;
    if (unmatched !== undefined) {
      // With several shards, some may have no match.
      const fails = this.globalConfig.shard === undefined;
      return this.#nothingChecked(unmatched, fails, 'correct the name after -t, or remove -t');
    }
    const skipped = skippedReport(tests, testNamePattern);
    // Jest itself lists them if it runs only one file, or with `verbose`.
    const lines = verbose || testResults.length < 2 ? [] : skippedLines(testResults, rootDir, testNamePattern);
    this.#before = [...failed, ...lines, ...this.#advice(skipped?.missing ?? [], contexts)];
    if (skipped === undefined) return this.#printLast();
    this.#nothingChecked(skipped.text, skipped.nothingChecked, 'set the variables for this job, or do not run it');
  }

  /** Not needed in watch mode, where the failures themselves are on the screen. */
  #failedLines(files: RunResults['testResults']): string[] {
    const { watch, watchAll, rootDir } = this.globalConfig;
    const hasFailed = files.some(({ testResults }) => testResults.some(({ status }) => status === 'failed'));
    if (watch || watchAll || !hasFailed) return [];
    return (require('./failed-lines') as typeof import('./failed-lines')).failedLines(files, rootDir);
  }

  /** Fails the run if `fails` and if `CI` is set. */
  #nothingChecked(what: string, fails: boolean, advice: string): void {
    const { runsInCi } = require('../../service/run/run-state') as typeof import('../../service/run/run-state');
    if (!fails || !runsInCi()) return this.#printLast(what);
    this.#error = new ConnectorTestError('NOTHING_CHECKED', {
      what,
      fix: `${advice}: in CI (\`CI\` is set), a run that checked nothing fails.`,
    });
    this.#printLast(`${this.#error.name}: ${this.#error.message}`);
  }

  /** Explains where the missing variables that kept scenarios from running can be set. */
  #advice(missing: readonly string[], contexts: readonly TestContext[]): string[] {
    if (missing.length === 0) return [];
    const { dotenvAdvice } = require('../../env/dotenv-advice') as typeof import('../../env/dotenv-advice');
    const folders = [...new Set(contexts.map(({ config }) => config.rootDir))];
    return folders.map((folder) => dotenvAdvice(folder, missing));
  }

  #printLast(...message: readonly string[]): void {
    const { watch, watchAll } = this.globalConfig;
    const text = [...this.#before, ...message].join('\n');
    if (text === '') return;
    const print = (): void => writeStderr(`\n${text}\n`);
    // Jest's summary and teardown come after this. Watch mode doesn't exit, so it prints right away.
    if (watch || watchAll) setImmediate(print);
    else process.once('exit', print);
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
