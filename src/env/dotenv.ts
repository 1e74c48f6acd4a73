import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConnectorTestError } from '../errors';
import { nearestName } from '../validation/problems';
import { type DotenvProblem, dotenvProblems } from './dotenv-problems';

/** The files that are read without CONNECTOR_ENV; the first one wins. */
export const DOTENV_FILES: readonly string[] = ['.env.local', '.env'];

/** The result of loading a folder's environment files. */
export interface DotenvReading {
  /** The variables that come from these files. */
  readonly names: readonly string[];
  /** Misleading lines: those that were ignored, and those of variables that come from these files. */
  readonly problems: readonly (DotenvProblem & { readonly path: string })[];
}

/** The last reading of this process, and its folder. */
let latest: { readonly folder: string; readonly reading: DotenvReading } | undefined;

interface EnvironmentFile {
  readonly path: string;
  readonly text: string | undefined;
}

/** The variables this process got from such files; another project's files, or the next run's, replace them. */
const loaded = new Map<string, string>();

/**
 * Loads the environment files in `rootDir`: `.env.<CONNECTOR_ENV>`, then `.env.local`, then `.env`. They never override
 * variables that are already set, even to an empty string. A missing file isn't an error unless CONNECTOR_ENV names it.
 * CONNECTOR_ENV itself may be set in the other two files.
 *
 * @throws ConnectorTestError INVALID_CONFIGURATION
 */
export function loadDotenv(rootDir: string): DotenvReading {
  for (const [name, value] of loaded) if (process.env[name] === value) delete process.env[name];
  loaded.clear();
  const reading = readFiles(rootDir);
  latest = { folder: rootDir, reading };
  return reading;
}

function readFiles(rootDir: string): DotenvReading {
  const files = DOTENV_FILES.map((name) => environmentFile(join(rootDir, name)));
  const profile = process.env['CONNECTOR_ENV'];
  if (profile === undefined && files.every(({ text }) => text === undefined)) return { names: [], problems: [] };

  const { parse } = require('dotenv') as typeof import('dotenv');
  const variables = files.map(({ text }) => parse(text ?? ''));
  const chosen = profile ?? variables.find(({ CONNECTOR_ENV }) => CONNECTOR_ENV !== undefined)?.['CONNECTOR_ENV'];
  const problems = [profileFile(rootDir, chosen), ...files].flatMap(({ path, text = '' }) => {
    const set = populate(parse(text));
    const found = dotenvProblems(text).filter(({ name }) => name === undefined || set.includes(name));
    return found.map((problem) => ({ ...problem, path }));
  });
  return { names: [...loaded.keys()], problems };
}

/** Sets the variables and returns their names. */
function populate(file: Readonly<Record<string, string>>): string[] {
  const entries = Object.entries(file).filter(([name]) => !Object.hasOwn(process.env, name));
  for (const [name, value] of entries) {
    process.env[name] = value;
    loaded.set(name, value);
  }
  return entries.map(([name]) => name);
}

/** The warnings of a reading, by variable name. */
export function suspectsOf({ problems }: DotenvReading): Record<string, string> {
  const named = problems.filter(({ name }) => name !== undefined);
  return Object.fromEntries(named.map(({ name, path, line, what, fix }) => [name, `${path}:${line}: ${what}\n${fix}`]));
}

/** The names that the files in `folder` assign, whether or not they were used. */
export function namesInDotenv(folder: string): string[] {
  return DOTENV_FILES.flatMap((name) => namesIn(readIfThere(join(folder, name)) ?? ''));
}

/** The names that an environment file assigns. */
export function namesIn(text: string): string[] {
  const { parse } = require('dotenv') as typeof import('dotenv');
  return Object.keys(parse(text));
}

/** The last reading of this process; `undefined` before the first. */
export function latestDotenv(): typeof latest {
  return latest;
}

/** The same in a worker whose environment another project's setup filled; `foreign` are the names set there. */
export function replaceDotenv(rootDir: string, foreign: readonly string[]): void {
  for (const name of foreign) delete process.env[name];
  loadDotenv(rootDir);
}

/**
 * The same for a test file of a run without our global setup. A test can't know the `rootDir`, so this uses the nearest
 * folder at or above the test file that has such a file, up to the folder of its package.json.
 */
export function loadDotenvForTest(testPath: string | undefined): void {
  if (process.env['CONNECTOR_RUN'] || testPath === undefined) return;
  const profile = process.env['CONNECTOR_ENV'];
  const names = profile ? [...DOTENV_FILES, `.env.${profile}`] : DOTENV_FILES;
  for (let folder = dirname(testPath); ; folder = dirname(folder)) {
    const isLast = existsSync(join(folder, 'package.json')) || folder === dirname(folder);
    if (isLast || names.some((name) => existsSync(join(folder, name)))) return void loadDotenv(folder);
  }
}

function environmentFile(path: string): EnvironmentFile {
  return { path, text: readIfThere(path) };
}

function profileFile(rootDir: string, profile: string | undefined): EnvironmentFile {
  if (!profile) return { path: rootDir, text: undefined };
  const isName = /^[\w.-]+$/.test(profile);
  const file = isName ? environmentFile(join(rootDir, `.env.${profile}`)) : undefined;
  if (file?.text !== undefined) return file;
  const known = readdirSync(rootDir)
    .filter((name) => /^\.env\../.test(name))
    .map((name) => name.slice('.env.'.length));
  const near = nearestName(profile, known);
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `CONNECTOR_ENV is ${JSON.stringify(profile)}, but there is no file .env.${profile} in ${rootDir}.`,
    why:
      known.length === 0
        ? 'the folder has no .env.<name> file at all.'
        : `the folder has ${known.map((name) => `.env.${name}`).join(', ')}.`,
    fix:
      near === undefined
        ? 'create the file, or unset CONNECTOR_ENV.'
        : `set CONNECTOR_ENV=${near}, or create the file.`,
  });
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: `Cannot read the file ${path}.`,
      why: message,
      fix: 'make it a readable file, or remove it.',
    });
  }
}
