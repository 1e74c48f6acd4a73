import { createHash } from 'node:crypto';
import { sep } from 'node:path';

/** What global setup did for a project. */
export interface ProjectRun {
  readonly rootDir: string;
  /** Names its `globals.connector`. */
  readonly config: string;
  /** Where its app listens, and the log of it. */
  appUrl?: string;
  appLog?: string;
  /** Environment variables that its services provide for its tests. */
  readonly provided: Record<string, string>;
}

/** A test file that asks what was done for its project. */
export interface Asker {
  /** Its `globals.connector`. */
  readonly connector?: unknown;
  readonly testPath?: string | undefined;
}

/** What names a configuration; a digest, for it may hold secrets and the environment is seen by all. */
export function digest(config: unknown): string {
  const text = JSON.stringify(config) ?? '';
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * The project of a test file, which cannot know its `rootDir`: the one with its configuration; of several, whose folder
 * the file is in. A project without `app` and `services` may use what the run's only project has.
 */
export function projectOf(
  projects: readonly ProjectRun[],
  { connector, testPath = '' }: Asker,
): ProjectRun | undefined {
  const name = digest(connector);
  const same = projects.filter(({ config }) => config === name);
  const around = same.filter(({ rootDir }) => testPath.startsWith(rootDir + sep)).sort(deepestFirst);
  if (around[0] || same.length === 1) return around[0] ?? same[0];
  const { app, services } = (connector ?? {}) as { app?: unknown; services?: unknown };
  return same.length === 0 && projects.length === 1 && !app && !services ? projects[0] : undefined;
}

function deepestFirst(left: ProjectRun, right: ProjectRun): number {
  return right.rootDir.length - left.rootDir.length;
}
