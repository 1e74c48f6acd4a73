import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './run-command';

const ROOT = join(__dirname, '../..');
const CACHE = join(ROOT, '.cache/e2e');
const PUBLISHED = ['dist', 'jest-preset.js', 'package.json'];

export type JestMajor = 29 | 30;

/** Beside which Jest, and which other packages, the package is installed. */
export interface InstallOptions {
  readonly jest?: JestMajor;
  readonly extra?: Readonly<Record<string, string>>;
}

/** A folder with node_modules, made by npm from the packed package. */
export interface Installation {
  /**
   * Makes a project of the fixture `name` (a folder of `fixtures/`), which finds its packages in the folders above it,
   * as in a workspace. `files` are written over it: a `.env` cannot be committed.
   */
  project(name: string, files?: Readonly<Record<string, string>>): string;
}

/**
 * Installs the built package with npm, as a user would. An installation is kept for all tests and runs with the same
 * dependencies; of the package itself it always has the present build.
 */
export async function installPackage({ jest = 30, extra = {} }: InstallOptions = {}): Promise<Installation> {
  if (!existsSync(join(ROOT, 'dist'))) throw new Error('The package is not built: run `npm run build` first.');
  const { dependencies, peerDependencies } = readJson(join(ROOT, 'package.json'));
  const key = hash(JSON.stringify([jest, extra, dependencies, peerDependencies])).slice(0, 10);
  const folder = join(CACHE, `jest-${jest}-${key}`);
  await withLock(`${folder}.lock`, async () => {
    if (!existsSync(join(folder, 'node_modules/.package-lock.json'))) await install(folder, jest, extra);
    updatePackage(join(folder, 'node_modules/jest-connector'));
  });
  return { project: (name, files) => createProject(folder, name, files) };
}

async function install(folder: string, jest: JestMajor, extra: Readonly<Record<string, string>>): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await npm(['pack', '--pack-destination', folder], ROOT);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  const dependencies = { jest: `^${jest}.0.0`, 'jest-connector': `file:${tarball}`, ...extra };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }, null, 2));
  if (jest === 30 && Object.keys(extra).length === 0) writeLock(folder, dependencies);
  await npm(['install', '--prefer-offline', '--no-audit', '--no-fund'], folder);
}

/** The versions of our own lock file: npm has them in its cache already, from `npm ci`. */
function writeLock(folder: string, dependencies: object): void {
  const lock = readJson(join(ROOT, 'package-lock.json'));
  const locked = Object.entries(lock['packages'] as Record<string, Record<string, unknown>>)
    .filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
    .map(([path, { dev: _, devOptional: __, ...entry }]) => [path, entry] as const);
  const packages = { '': { dependencies }, ...Object.fromEntries(locked) };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, requires: true, packages }));
}

async function npm(args: readonly string[], cwd: string): Promise<void> {
  const { exitCode, output } = await runCommand(['npm', ...args, '--ignore-scripts'], { cwd, timeout: 300_000 });
  if (exitCode !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${output}`);
}

/** A build changes often, its dependencies seldom: only the package's own files are put in place. */
function updatePackage(installed: string): void {
  const build = PUBLISHED.map((name) => hashOf(join(ROOT, name))).join();
  if (PUBLISHED.map((name) => hashOf(join(installed, name))).join() === build) return;
  for (const name of PUBLISHED) {
    rmSync(join(installed, name), { recursive: true, force: true });
    cpSync(join(ROOT, name), join(installed, name), { recursive: true });
  }
}

function createProject(folder: string, name: string, files: Readonly<Record<string, string>> = {}): string {
  const project = join(folder, 'projects', name);
  rmSync(project, { recursive: true, force: true });
  cpSync(join(__dirname, 'fixtures', name), project, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return project;
}

/** Test files run at once and share installations. */
async function withLock(path: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  while (!takeLock(path)) await sleep(100);
  try {
    await work();
  } finally {
    rmSync(path, { recursive: true });
  }
}

function takeLock(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    // A run that was killed leaves its lock.
    const isStale = existsSync(path) && Date.now() - statSync(path).mtimeMs > 300_000;
    if (isStale) rmSync(path, { recursive: true, force: true });
    return false;
  }
}

function hashOf(path: string): string {
  if (!existsSync(path)) return '';
  if (!statSync(path).isDirectory()) return hash(readFileSync(path));
  const names = readdirSync(path).sort();
  return hash(names.map((name) => `${name} ${hashOf(join(path, name))}`).join('\n'));
}

function hash(content: string | Buffer): string {
  return createHash('sha1').update(content).digest('hex');
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}
