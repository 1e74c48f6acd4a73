import { ConnectorTestError } from '../errors';
import { JUnitFile } from './junit-file';
import type { JUnitSuite } from './junit-texts';
import { writeStderr } from './write-stderr';
import { noMatchMessage } from './no-match-message';
import { type EndedTest, skippedReport } from './skipped-report';

/** Options of `reporters: [['jest-connector/reporter', {…}]]`. */
export interface ReporterOptions {
  /** As `globals.connector.junit`, which it overrides: `true` (jest-junit's own default, `junit.xml`) or a path. */
  readonly junit?: boolean | string;
}

/** What Jest tells a reporter, as far as it is used; the same in Jest 29 and 30. */
export interface RunResults {
  readonly testResults: readonly {
    readonly testExecError?: unknown;
    readonly testResults: readonly EndedTest[];
  }[];
}

interface GlobalConfig {
  readonly rootDir: string;
  readonly testNamePattern?: string | undefined;
  readonly watch?: boolean;
  readonly watchAll?: boolean;
}

interface TestContext {
  readonly config: { readonly rootDir: string; readonly globals?: Readonly<Record<string, unknown>> };
}

/**
 * The preset's reporter: writes a JUnit file where `globals.connector.junit` asks for one, and says so when `-t` matched
 * no test, and when scenarios were skipped for missing variables. A run in which nothing but skipped scenarios was asked
 * for is a failure where `CI` is set.
 */
export class ConnectorReporter {
  readonly #begun = new WeakSet<object>();
  #error: Error | undefined;

  constructor(
    private readonly globalConfig: GlobalConfig,
    private readonly options: ReporterOptions = {},
  ) {
    refuseUnknown(options);
  }

  /** What an earlier run wrote is removed by global setup, and here where that is not the preset's. */
  async onTestFileStart({ context }: { readonly context: TestContext }): Promise<void> {
    if (this.#begun.has(context.config)) return;
    this.#begun.add(context.config);
    for (const file of this.#junitFiles([context])) await this.#trying(() => file.removeStale());
  }

  onTestResult(test: { readonly context: TestContext }, result: JUnitSuite): void {
    for (const file of this.#junitFiles([test.context])) file.collect(test, result);
  }

  async onRunComplete(contexts: Iterable<TestContext>, results: RunResults): Promise<void> {
    this.#sayIfNothingRan(results);
    for (const file of this.#junitFiles(contexts)) await this.#trying(() => file.write(contexts, { ...results }));
  }

  /** Makes Jest's run a failure. */
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

  #sayIfNothingRan({ testResults }: RunResults): void {
    const { testNamePattern } = this.globalConfig;
    if (testResults.some(({ testExecError }) => testExecError)) return;
    const tests = testResults.flatMap((file) => file.testResults);
    const unmatched = testNamePattern ? noMatchMessage(testNamePattern, tests) : undefined;
    if (unmatched !== undefined) return this.#printLast(unmatched);
    const skipped = skippedReport(tests, testNamePattern);
    if (skipped === undefined) return;
    const { runsInCi } = require('../service/run-state') as typeof import('../service/run-state');
    if (!skipped.nothingChecked || !runsInCi()) return this.#printLast(skipped.text);
    this.#error = new ConnectorTestError('NOTHING_CHECKED', {
      what: skipped.text,
      fix: 'give this job its variables, or do not run it: a run that checked nothing is not green where CI is set.',
    });
    this.#printLast(`${this.#error.name}: ${this.#error.message}`);
  }

  #printLast(message: string): void {
    const { watch, watchAll } = this.globalConfig;
    const print = (): void => writeStderr(`\n${message}\n`);
    // Jest's summary and its teardown come after this; only watch mode does not end.
    if (watch || watchAll) setImmediate(print);
    else process.once('exit', print);
  }

  #fail(error: unknown): void {
    this.#error = new ConnectorTestError('INVALID_CONFIGURATION', {
      what: 'The JUnit file could not be written.',
      why: error instanceof Error ? error.message : String(error),
      fix: 'give `junit` a path that can be written to.',
    });
    writeStderr(`\n${this.#error.name}: ${this.#error.message}\n`);
  }
}

function refuseUnknown(options: ReporterOptions): void {
  if (Object.keys(options).length === 0) return;
  const { shapeProblems } = require('../shape') as typeof import('../shape');
  const { CONFIG_SHAPE } = require('../config/validate-config') as typeof import('../config/validate-config');
  const { formatProblems } = require('../problems') as typeof import('../problems');
  const shape = Object.fromEntries(Object.entries(CONFIG_SHAPE).filter(([field]) => field === 'junit'));
  const problems = shapeProblems(options, shape, 'reporter options');
  if (problems.length === 0) return;
  throw new ConnectorTestError('INVALID_OPTIONS', {
    what: 'The options of jest-connector/reporter are wrong.',
    why: formatProblems(problems),
  });
}
