import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { linkDependencies } from './link-dependencies';
import { runCommand } from './run-command';

const ROOT = join(__dirname, '../..');
const CACHE = join(ROOT, '.cache/e2e');
const WITH_TYPESCRIPT_7 = 'scripts/typescript-7';

export type JestMajor = 29 | 30;

/** Beside which Jest, and which TypeScript of the user's, the package is installed. */
export interface InstallOptions {
  readonly jest?: JestMajor;
  /** @default that of the package */
  readonly typescript?: 7;
}

/** A folder with the packed package in its node_modules. */
export interface Installation {
  readonly folder: string;
  /**
   * Makes a project of the fixture `name` (a folder of `fixtures/`), which finds its packages in the folders above it,
   * as in a workspace. `files` are written over it: a `.env` cannot be committed. `name` is its own, if several projects
   * are made of one fixture.
   */
  project(fixture: string, files?: Readonly<Record<string, string>>, name?: string): string;
  /** The files that npm publishes. */
  published(): string[];
  /** The path of a file in `node_modules`, such as `jest/bin/jest.js`. */
  installed(path: string): string;
}

/**
 * Installs the built package, as npm packs it. An installation is kept for all tests and runs with the same
 * dependencies; of the package itself it always has the present build. The dependencies are those of this project, except
 * for Jest 29, which npm installs.
 */
export async function installPackage(options: InstallOptions = {}): Promise<Installation> {
  if (!existsSync(join(ROOT, 'dist'))) throw new Error('The package is not built: run `npm run build` first.');
  const { jest = 30, typescript } = options;
  const lock = hash(readFileSync(join(ROOT, 'package-lock.json')));
  const folder = join(CACHE, `major-${jest}${typescript ? '-typescript-7' : ''}-${lock.slice(0, 10)}`);
  await withLock(`${folder}.lock`, async () => {
    await once(folder, 'dependencies', lock, () => installDependencies(folder, jest, typescript));
    await once(folder, 'package', hashOfPackage(), () => unpackPackage(folder));
  });
  return {
    folder,
    project: (fixture, files, name) => createProject(folder, fixture, { files, name }),
    installed: (path) => join(folder, 'node_modules', path),
    published: () => publishedFiles(join(folder, 'node_modules/jest-connector')),
  };
}

/** The path of the package as npm packs it. */
export async function packedPackage(): Promise<string> {
  const { folder } = await installPackage();
  const [tarball = ''] = readdirSync(join(folder, 'packed'));
  return join(folder, 'packed', tarball);
}

/** Does what was not done yet, or not for the same `content`. */
async function once(folder: string, what: string, content: string, work: () => Promise<void>): Promise<void> {
  const mark = join(folder, `${what}.done`);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === content) return;
  rmSync(mark, { force: true });
  mkdirSync(folder, { recursive: true });
  await work();
  writeFileSync(mark, content);
}

async function installDependencies(folder: string, jest: JestMajor, typescript: 7 | undefined): Promise<void> {
  const { dependencies } = readJson(join(ROOT, 'package.json'));
  const own = dependencies as Record<string, string>;
  if (jest === 30) {
    linkDependencies(ROOT, folder, { names: ['jest', ...Object.keys(own)], workspace: '' });
    if (typescript) linkOtherTypescript(folder);
    return;
  }
  // ts-jest does not go beside TypeScript 7, so npm has what needs it below the package.
  const beside = typescript ? { typescript: `^${typescript}.0.0` } : own;
  const names = { ...beside, jest: `^${jest}.0.0` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: names }, null, 2));
  await run(['npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], folder);
  if (!typescript) return;
  const below = join(folder, 'node_modules/jest-connector');
  linkDependencies(ROOT, below, { names: Object.keys(own), workspace: '' });
}

/** As npm does: what needs the other one has it below the package. */
function linkOtherTypescript(folder: string): void {
  linkDependencies(ROOT, folder, { names: ['typescript'], workspace: WITH_TYPESCRIPT_7 });
  const below = join(folder, 'node_modules/jest-connector');
  linkDependencies(ROOT, below, { names: ['ts-jest', 'typescript'], workspace: '' });
}

/** As npm would publish it. */
async function unpackPackage(folder: string): Promise<void> {
  const installed = join(folder, 'node_modules/jest-connector');
  const packed = join(folder, 'packed');
  for (const path of [installed, packed]) mkdirSync(path, { recursive: true });
  for (const old of [...filesOf(installed), ...filesOf(packed)]) rmSync(old, { recursive: true });
  await run(['npm', 'pack', '--pack-destination', packed, '--ignore-scripts'], ROOT);
  const [tarball = ''] = readdirSync(packed);
  await run(['tar', '-xzf', join(packed, tarball), '-C', installed, '--strip-components=1'], folder);
  linkCommands(installed);
}

/** As npm does when it installs the package. */
function linkCommands(installed: string): void {
  const commands = Object.entries(readJson(join(installed, 'package.json'))['bin'] as Record<string, string>);
  for (const [name, path] of commands) {
    const link = join(dirname(installed), '.bin', name);
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(join(installed, path), link);
    chmodSync(join(installed, path), 0o755);
  }
}

function publishedFiles(installed: string): string[] {
  const paths = filesOf(installed).flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path],
  );
  return paths.filter((path) => statSync(path).isFile()).map((path) => relative(installed, path));
}

/** What a folder holds, without its own dependencies. */
function filesOf(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name !== 'node_modules');
  return names.map((name) => join(folder, name));
}

async function run(command: readonly string[], cwd: string): Promise<void> {
  const { exitCode, output } = await runCommand(command, { cwd, timeout: 300_000 });
  if (exitCode !== 0) throw new Error(`${command.join(' ')} failed in ${cwd}:\n${output}`);
}

function hashOfPackage(): string {
  const published = ['package.json', ...(readJson(join(ROOT, 'package.json'))['files'] as string[])];
  return hash(published.map((name) => hashOf(join(ROOT, name))).join());
}

function createProject(folder: string, fixture: string, { files = {}, name = fixture }: ProjectOptions): string {
  // Two suites may use one fixture at the same time, and so may the suites of a concurrent run.
  const suite = basename(expect.getState().testPath ?? '', '.test.ts') + (process.env['E2E_CONCURRENCY'] ?? '');
  const project = join(folder, 'projects', suite, name);
  rmSync(project, { recursive: true, force: true });
  cpSync(join(__dirname, 'fixtures', fixture), project, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return project;
}

interface ProjectOptions {
  readonly files: Readonly<Record<string, string>> | undefined;
  readonly name: string | undefined;
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
