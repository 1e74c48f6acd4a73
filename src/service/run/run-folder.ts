import { lstatSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTemporaryFolder } from '../logs/temporary-folder';
import { namesIn } from '../names-in';
import { processIsAlive } from '../process-is-alive';

const KEPT = 3;
const KEPT_IN_ALL = 20;
const FACTS = 'run.json';
const PREFIX = 'jest-connector-run-';

/** What a run publishes about itself for other runs. */
interface RunFacts {
  readonly pid: number;
  /** Where Jest was started. */
  readonly cwd: string;
  /** The URLs of the services it started. */
  readonly urls: readonly string[];
}

let own: string | undefined;
let made = 0;
const published = new Set<string>();

/**
 * The folder of this run's logs, in the system's temp directory, outside of what Jest watches. It is created on first
 * use. The folders of the last three runs in each folder that Jest was started in are kept, of all runs the last 20.
 */
export function runFolder(): string {
  if (own === undefined) {
    own = createFolder();
    // A folder without these facts counts as that of a run that has ended, which another run may remove.
    writeFacts();
  }
  return own;
}

/** Publishes the URLs of a service of this run, for other runs. */
export function publishUrls(urls: readonly string[]): void {
  for (const url of urls) published.add(url);
  writeFacts();
}

/** Removes them again. */
export function withdrawUrls(urls: readonly string[]): void {
  for (const url of urls) published.delete(url);
  if (own !== undefined) writeFacts();
}

function writeFacts(): void {
  const facts: RunFacts = { pid: process.pid, cwd: process.cwd(), urls: [...published] };
  writeFileSync(join(runFolder(), FACTS), JSON.stringify(facts), { mode: 0o600 });
}

/**
 * Another Jest run whose service listens, or will listen, on the port of `url`, such as `pid 4711 in /home/me/app`.
 *
 * @param which Only runs that started before this one, or all.
 */
export function otherRunAt(url: string, which: 'older' | 'any' = 'any'): string | undefined {
  const { port } = new URL(url);
  const other = runs()
    .filter(({ folder }) => which === 'any' || folder < runFolder())
    .map(({ facts }) => facts)
    .find(
      (facts) =>
        facts &&
        facts.pid !== process.pid &&
        processIsAlive(facts.pid) &&
        facts.urls.some((each) => new URL(each).port === port),
    );
  return other && `pid ${other.pid} in ${other.cwd}`;
}

/** Closes this run's folder. It is kept, and folders of earlier runs that are too many are removed. */
export function closeRunFolder(): void {
  if (own === undefined) return;
  own = undefined;
  published.clear();
  const ended = runs().filter(({ facts }) => !facts || facts.pid === process.pid || !processIsAlive(facts.pid));
  const sameFolder = new Map<string | undefined, number>();
  for (const [index, { folder, facts }] of ended.reverse().entries()) {
    const newer = sameFolder.get(facts?.cwd) ?? 0;
    sameFolder.set(facts?.cwd, newer + 1);
    if (newer >= KEPT || index >= KEPT_IN_ALL) rmSync(folder, { recursive: true, force: true });
  }
}

function createFolder(): string {
  const user = join(tmpdir(), `jest-connector-${process.getuid?.() ?? 'user'}`);
  ensureTemporaryFolder(user);
  const { uid } = lstatSync(user);
  // Our logs must not go into another user's folder of this name.
  const parent = uid === (process.getuid?.() ?? uid) ? user : tmpdir();
  const time = new Date().toISOString().replace(/[:.]/g, '-');
  // Keeps the order of two folders created in the same millisecond.
  made += 1;
  return mkdtempSync(join(parent, `${PREFIX}${time}-${String(made).padStart(3, '0')}-`));
}

/** All runs of this user, the oldest first; none if no run of the user has started a service yet. */
function runs(): { folder: string; facts: RunFacts | undefined }[] {
  const user = join(tmpdir(), `jest-connector-${process.getuid?.() ?? 'user'}`);
  return namesIn(user)
    .filter((name) => name.startsWith(PREFIX))
    .sort()
    .map((name) => ({ folder: join(user, name), facts: factsOf(join(user, name)) }));
}

function factsOf(folder: string): RunFacts | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, FACTS), 'utf8')) as RunFacts;
  } catch {
    // The run ended before it wrote the file.
    return undefined;
  }
}
