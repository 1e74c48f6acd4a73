import { rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { ConnectorTestError } from '../../errors';
import { noteWritten } from '../output/written-paths';
import { type JUnitRun, type JUnitSuite, wellFormedConsole, wellFormedRun } from './junit-texts';

/** A project's settings for its JUnit file. */
export interface JUnitProject {
  readonly rootDir: string;
  readonly globals?: Readonly<Record<string, unknown>> | undefined;
}

/** The settings for the whole run. */
export interface JUnitSettings {
  readonly rootDir: string;
  /** The reporter's own option; it overrides those of the projects. */
  readonly junit?: boolean | string | undefined;
}

/** The methods that we use of the jest-junit reporter. */
interface JUnitReporter {
  onTestResult(test: unknown, result: object): void;
  onRunComplete(contexts: unknown, results: object): Promise<void>;
}

/** A JUnit file that a run writes with `jest-junit`. */
export class JUnitFile {
  readonly #target: string;
  readonly #options: object;
  readonly #rootDir: string;

  /** The files that `projects` configure, without duplicates. */
  static of(projects: Iterable<JUnitProject>, settings: JUnitSettings): JUnitFile[] {
    const targets = new Set([...projects].map((project) => targetOf(project, settings)));
    targets.delete(undefined);
    return [...targets].map((target) => new JUnitFile(target as string, settings.rootDir));
  }

  private constructor(target: string, rootDir: string) {
    this.#target = target;
    this.#options = junitOptions(target);
    this.#rootDir = rootDir;
  }

  /** Removes the file of an earlier run, which could be mistaken for the result of a run that writes nothing. */
  async removeStale(): Promise<void> {
    const { options } = require('jest-junit/utils/getOptions') as { options(given: object): Record<string, string> };
    const settings = options(this.#options);
    // Each run uses a new file name.
    if (settings['uniqueOutputName'] === 'true') return;
    const getOutputPath = require('jest-junit/utils/getOutputPath') as (of: object, root: string) => Promise<string>;
    const path = await getOutputPath(settings, this.#rootDir);
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw new ConnectorTestError('INVALID_CONFIGURATION', {
        what: 'The earlier JUnit file could not be removed.',
        why: String(error),
        fix: 'set `junit` to a path that can be written to.',
      });
    }
  }

  /** Called when a test file has ended: jest-junit collects its console output, which Jest discards. */
  collect(test: unknown, suite: JUnitSuite): void {
    this.#reporter().onTestResult(test, { ...suite, console: wellFormedConsole(suite) });
  }

  /** Writes the file. */
  async write(contexts: unknown, run: JUnitRun): Promise<void> {
    if (this.#target !== '') noteWritten(this.#target);
    await this.#reporter().onRunComplete(contexts, wellFormedRun(run));
  }

  /** Writes the file for a run that ended before its first test. */
  async writeFailedStart(message: string): Promise<void> {
    const now = Date.now();
    const test = { ancestorTitles: ['jest-connector'], title: 'global setup', duration: 0, status: 'failed' };
    const suite = {
      testFilePath: resolve(this.#rootDir, 'global-setup'),
      perfStats: { start: now, end: now },
      ...{ numFailingTests: 1, numPassingTests: 0, numPendingTests: 0 },
      testResults: [{ ...test, failureMessages: [message] }],
    };
    await this.write([], { startTime: now, testResults: [suite] });
  }

  #reporter(): JUnitReporter {
    const JestJUnit = require('jest-junit') as new (config: object, options: object) => JUnitReporter;
    return new JestJUnit({ rootDir: this.#rootDir }, this.#options);
  }
}

/** The path to write to; `''` means jest-junit's default, `undefined` means no file. */
function targetOf(project: JUnitProject, settings: JUnitSettings): string | undefined {
  const connector = project.globals?.['connector'] as { readonly junit?: unknown } | undefined;
  const junit = settings.junit ?? connector?.junit;
  if (typeof junit !== 'string') return junit === true ? '' : undefined;
  return resolve(settings.junit === undefined ? project.rootDir : settings.rootDir, junit);
}

/**
 * The options for jest-junit; its environment variables and its key in package.json override them. A path that ends with
 * .xml is a file; any other is a folder.
 */
function junitOptions(path: string): object {
  // Otherwise jest-junit leaves out test files that could not be loaded.
  const options = { reportTestSuiteErrors: 'true' };
  if (path === '') return options;
  return path.endsWith('.xml')
    ? { ...options, outputDirectory: dirname(path), outputName: basename(path) }
    : { ...options, outputDirectory: path };
}
