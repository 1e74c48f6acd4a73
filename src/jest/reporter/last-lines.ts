import { ConnectorTestError } from '../../errors';
import { MOST_COLUMNS, wrapLines } from '../../wrap-lines';
import { writeStderr } from '../output/write-stderr';
import { noMatchMessage } from './no-match-message';
import { type EndedTest, skippedLines, skippedReport } from './skipped-report';

/** The fields that we use of the results that Jest passes to a reporter; the same in Jest 29 and 30. */
export interface RunResults {
  readonly numFailedTests?: number;
  readonly numRuntimeErrorTestSuites?: number;
  /** Whether a key in watch mode ended the run. */
  readonly wasInterrupted?: boolean;
  readonly testResults: readonly {
    readonly testExecError?: unknown;
    readonly testFilePath?: string;
    readonly testResults: readonly EndedTest[];
  }[];
}

/** The parts of Jest's global configuration that decide what is printed. */
export interface LinesConfig {
  readonly rootDir: string;
  readonly testNamePattern?: string | undefined;
  readonly watch?: boolean;
  readonly watchAll?: boolean;
  readonly verbose?: boolean | undefined;
  readonly shard?: object | undefined;
}

interface LinesContext {
  readonly config: { readonly rootDir: string };
}

/** The lines that are printed when everything else was: failed and skipped scenarios, and what checked nothing. */
export class LastLines {
  readonly #config: LinesConfig;
  readonly #lines: string[] = [];

  constructor(config: LinesConfig) {
    this.#config = config;
  }

  /** Adds what the results call for. @returns an error if the run must fail. */
  about({ testResults }: RunResults, contexts: readonly LinesContext[]): Error | undefined {
    const { testNamePattern, rootDir, verbose, shard } = this.#config;
    this.#lines.push(...this.#failedLines(testResults));
    if (testResults.some(({ testExecError }) => testExecError)) return undefined;
    const tests = testResults.flatMap((file) => file.testResults);
    const unmatched = testNamePattern ? noMatchMessage(testNamePattern, tests) : undefined;
    if (unmatched !== undefined) {
      // With several shards, some may have no match.
      return this.#nothingChecked(unmatched, shard === undefined, 'correct the name after -t, or remove -t');
    }
    const skipped = skippedReport(tests, testNamePattern);
    // Jest itself lists them if it runs only one file, or with `verbose`.
    const lines = verbose || testResults.length < 2 ? [] : skippedLines(testResults, rootDir, testNamePattern);
    this.#lines.push(...lines, ...this.#advice(skipped?.missing ?? [], contexts));
    if (skipped === undefined) return undefined;
    return this.#nothingChecked(
      skipped.text,
      skipped.nothingChecked,
      'set the variables for this job, or do not run it',
    );
  }

  /** Not needed in watch mode, where the failures themselves are on the screen. */
  #failedLines(files: RunResults['testResults']): string[] {
    const { watch, watchAll, rootDir } = this.#config;
    const hasFailed = files.some(({ testResults }) => testResults.some(({ status }) => status === 'failed'));
    if (watch || watchAll || !hasFailed) return [];
    return (require('./failed-lines') as typeof import('./failed-lines')).failedLines(files, rootDir);
  }

  /** Fails the run if `fails` and if `CI` is set. */
  #nothingChecked(what: string, fails: boolean, advice: string): Error | undefined {
    const { runsInCi } = require('../../service/run/run-state') as typeof import('../../service/run/run-state');
    if (!fails || !runsInCi()) {
      this.#lines.push(what);
      return undefined;
    }
    const error = new ConnectorTestError('NOTHING_CHECKED', {
      what,
      fix: `${advice}: in CI (\`CI\` is set), a run that checked nothing fails.`,
    });
    this.#lines.push(wrapLines(`${error.name}: ${error.message}`, { columns: MOST_COLUMNS }));
    return error;
  }

  /** Explains where the missing variables that kept scenarios from running can be set. */
  #advice(missing: readonly string[], contexts: readonly LinesContext[]): string[] {
    if (missing.length === 0) return [];
    const { dotenvAdvice } = require('../../env/dotenv-advice') as typeof import('../../env/dotenv-advice');
    const folders = [...new Set(contexts.map(({ config }) => config.rootDir))];
    return folders.map((folder) => dotenvAdvice(folder, missing));
  }

  add(lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  print(): void {
    const { watch, watchAll } = this.#config;
    const text = this.#lines.join('\n');
    if (text === '') return;
    const print = (): void => writeStderr(`\n${text}\n`);
    // Jest's summary and teardown come after this. Watch mode doesn't exit, so it prints right away.
    if (watch || watchAll) setImmediate(print);
    else process.once('exit', print);
  }
}
