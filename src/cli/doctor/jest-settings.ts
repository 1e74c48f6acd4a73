import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { currentEnvironment } from '../../env/adopt-environment';
import type { InstalledPackage } from '../project/installed-package';

/** The settings of one project, as Jest computes them: the parts that the checks read. */
export interface ProjectSettings {
  readonly rootDir: string;
  readonly displayName?: { readonly name: string };
  readonly globals: Readonly<Record<string, unknown>>;
  readonly globalSetup?: string | null;
  readonly globalTeardown?: string | null;
  readonly setupFilesAfterEnv: readonly string[];
  readonly testEnvironment: string;
  readonly testRunner: string;
  readonly resolver?: string | null;
  readonly transform: readonly (readonly [pattern: string, path: string, options: unknown])[];
  readonly moduleFileExtensions: readonly string[];
  readonly extensionsToTreatAsEsm: readonly string[];
  readonly testMatch: readonly string[];
  readonly testRegex: readonly string[];
  readonly roots: readonly string[];
  readonly automock: boolean;
  readonly id: string;
}

/** The settings of the whole run. */
export interface RunSettings {
  readonly rootDir: string;
  readonly reporters: readonly (readonly [path: string, options: unknown])[];
  readonly maxConcurrency: number;
}

/** The configuration as Jest computes it. */
export interface JestSettings {
  readonly configs: readonly ProjectSettings[];
  readonly globalConfig: RunSettings;
  /** The test files that Jest would run. */
  readonly testFiles: readonly string[];
  /** The environment after the Jest config was loaded, which may set variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** What Jest warned about. */
  readonly warnings: string;
}

/** Jest could not compute its configuration. */
export interface JestFailure {
  /** What Jest printed. */
  readonly failure: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Reports the environment at the end, in the file descriptor 3. It is a module, because a script of `node -e` has globals
 * such as `module`, with which a config would load that fails otherwise.
 */
const REPORT_ENVIRONMENT = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.env)));",
)}`;

/** Has Jest itself compute its configuration in `folder`, and list its test files. No test is run. */
export async function readJestSettings(
  jest: InstalledPackage,
  folder: string,
  config: string | undefined,
): Promise<JestSettings | JestFailure> {
  const args = config === undefined ? [] : ['--config', config];
  const [shown, listed] = await Promise.all([
    runJest(jest, [...args, '--showConfig'], folder),
    runJest(jest, [...args, '--listTests', '--json', '--passWithNoTests'], folder),
  ]);
  const failed = [shown, listed].find(({ code }) => code !== 0);
  if (failed !== undefined) {
    return { failure: failed.stderr || failed.stdout, environment: environmentOf(failed) };
  }
  const { configs, globalConfig } = JSON.parse(jsonIn(shown.stdout)) as Pick<JestSettings, 'configs' | 'globalConfig'>;
  return {
    configs,
    globalConfig,
    testFiles: JSON.parse(jsonIn(listed.stdout)) as string[],
    environment: environmentOf(shown),
    warnings: shown.stderr,
  };
}

interface JestOutput {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly environment: string;
}

function runJest({ root }: InstalledPackage, args: readonly string[], cwd: string): Promise<JestOutput> {
  const jest = join(root, 'bin/jest.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', REPORT_ENVIRONMENT, jest, ...args], {
      cwd,
      env: currentEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const texts = { stdout: '', stderr: '', environment: '' };
    (['stdout', 'stderr', 'environment'] as const).forEach((name, index) => {
      const stream = child.stdio[index + 1] as NodeJS.ReadableStream;
      stream.setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...texts, code, stderr: stripVTControlCharacters(texts.stderr).trim() }));
  });
}

/** Empty if Jest was ended by a signal. */
function environmentOf({ environment }: JestOutput): Record<string, string> {
  return environment === '' ? {} : (JSON.parse(environment) as Record<string, string>);
}

/** A Jest config may print lines of its own first. */
function jsonIn(text: string): string {
  return text.slice(Math.max(0, text.search(/^[{[]/m)));
}
