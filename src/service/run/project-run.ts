import { createHash } from 'node:crypto';
import { sep } from 'node:path';

/** The name of a global that the preset sets in each project's tests. */
export const PROJECT_MARK = '__JEST_CONNECTOR_PROJECT__';

/** What global setup did for a project. */
export interface ProjectRun {
  readonly rootDir: string;
  /** The project's mark, if it uses the preset. */
  readonly mark?: string | undefined;
  /** A digest of its `globals.connector`. */
  readonly config: string;
  /** The URL and the log of its app. */
  appUrl?: string;
  appLog?: string;
  /** Whether its app's port changes with every run. */
  hasTemporaryPort?: boolean;
  /** Environment variables that its services provide to its tests. */
  readonly provided: Record<string, string>;
  /** The names of the environment variables that come from its `.env` files. */
  readonly fromFiles: string[];
  /** Warnings about variables in those files, by variable name; never their values. */
  readonly suspects: Record<string, string>;
}

/** The test file that needs its project's run. */
export interface Asker {
  /** The `globals` of its project, and all other globals. */
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly testPath?: string | undefined;
}

/** Identifies a configuration. A digest, because it may hold secrets and every process can see the environment. */
export function digest(config: unknown): string {
  const text = (JSON.stringify(config) as string | undefined) ?? '';
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * Finds the project of a test file, which cannot know its `rootDir`: the project with the same mark; without marks the
 * one with the same configuration; among several of those, the only one whose folder contains the file. A project
 * without `app` and `services` may use what the run's only project started.
 */
export function projectOf(
  projects: readonly ProjectRun[],
  { globals = {}, testPath = '' }: Asker,
): ProjectRun | undefined {
  const { [PROJECT_MARK]: mark, connector } = globals;
  const marked = projects.find((project) => project.mark !== undefined && project.mark === mark);
  if (marked) return marked;
  const name = digest(connector);
  const same = projects.filter(({ config }) => config === name);
  const around = same.filter(({ rootDir }) => testPath.startsWith(rootDir + sep));
  // With two candidates, a guess could test one project against the other's app.
  const found = same.length > 1 ? around : same;
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const { app, services } = (connector ?? {}) as { app?: unknown; services?: unknown };
  return same.length === 0 && projects.length === 1 && !app && !services ? projects[0] : undefined;
}
