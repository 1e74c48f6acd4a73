import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConnectorTestError } from '../errors';
import { nearestName } from '../problems';

const FILES = ['.env.local', '.env'];

/** What this process has from such files: those of another project, and of the next run, take its place. */
const loaded = new Map<string, string>();

/**
 * Puts the variables of the environment files in `rootDir` into the environment: of `.env.<CONNECTOR_ENV>`, then of
 * `.env.local`, then of `.env`. None overrides what is set, also when it is set to nothing. A missing file is no error,
 * unless CONNECTOR_ENV names it; CONNECTOR_ENV itself may stand in the other two.
 *
 * @returns the names of the variables that come from there.
 * @throws ConnectorTestError INVALID_CONFIGURATION
 */
export function loadDotenv(rootDir: string): string[] {
  for (const [name, value] of loaded) if (process.env[name] === value) delete process.env[name];
  loaded.clear();
  const texts = FILES.map((name) => readIfThere(join(rootDir, name)));
  const profile = process.env['CONNECTOR_ENV'];
  if (profile === undefined && texts.every((text) => text === undefined)) return [];

  const { parse } = require('dotenv') as typeof import('dotenv');
  const files = texts.map((text) => parse(text ?? ''));
  const chosen = profile ?? files.find(({ CONNECTOR_ENV }) => CONNECTOR_ENV !== undefined)?.['CONNECTOR_ENV'];
  for (const file of [parse(readProfile(rootDir, chosen)), ...files]) populate(file);
  return [...loaded.keys()];
}

function populate(file: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(file)) {
    if (Object.hasOwn(process.env, name)) continue;
    process.env[name] = value;
    loaded.set(name, value);
  }
}

/** The same in the worker of a project whose neighbour was set up last: `foreign` are the names that come from there. */
export function replaceDotenv(rootDir: string, foreign: readonly string[]): void {
  for (const name of foreign) delete process.env[name];
  loadDotenv(rootDir);
}

/**
 * The same for a test file whose run did not go through our global setup: from the nearest folder at or above it with
 * such a file, up to the folder of its package.json. A test cannot know the `rootDir`.
 */
export function loadDotenvForTest(testPath: string | undefined): void {
  if (process.env['CONNECTOR_RUN'] || testPath === undefined) return;
  const profile = process.env['CONNECTOR_ENV'];
  const names = profile ? [...FILES, `.env.${profile}`] : FILES;
  for (let folder = dirname(testPath); ; folder = dirname(folder)) {
    const isLast = existsSync(join(folder, 'package.json')) || folder === dirname(folder);
    if (isLast || names.some((name) => existsSync(join(folder, name)))) return void loadDotenv(folder);
  }
}

function readProfile(rootDir: string, profile: string | undefined): string {
  if (!profile) return '';
  const isName = /^[\w.-]+$/.test(profile);
  const text = isName ? readIfThere(join(rootDir, `.env.${profile}`)) : undefined;
  if (text !== undefined) return text;
  const known = readdirSync(rootDir)
    .filter((name) => /^\.env\../.test(name))
    .map((name) => name.slice('.env.'.length));
  const near = nearestName(profile, known);
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `CONNECTOR_ENV is ${JSON.stringify(profile)}, and there is no file .env.${profile} in ${rootDir}.`,
    why:
      known.length === 0
        ? 'there is no file of this kind.'
        : `there are ${known.map((name) => `.env.${name}`).join(', ')}.`,
    fix: near === undefined ? 'make the file, or unset CONNECTOR_ENV.' : `did you mean CONNECTOR_ENV=${near}?`,
  });
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: `The file ${path} cannot be read.`,
      why: message,
      fix: 'make it a file that you may read, or remove it.',
    });
  }
}
