import { createHash } from 'node:crypto';
import { sep } from 'node:path';

/** A global of each project's tests, given by the preset. */
export const PROJECT_MARK = '__JEST_CONNECTOR_PROJECT__';

/** What global setup did for a project. */
export interface ProjectRun {
  readonly rootDir: string;
  /** The project's mark, where it has the preset. */
  readonly mark?: string | undefined;
  /** Names its `globals.connector`. */
  readonly config: string;
  /** Where its app listens, and the log of it. */
  appUrl?: string;
  appLog?: string;
  /** Whether its app's port is another in each run. */
  hasTemporaryPort?: boolean;
  /** Environment variables that its services provide for its tests. */
  readonly provided: Record<string, string>;
  /** The names of the environment variables that come from its `.env` files. */
  readonly fromFiles: string[];
  /** What those files say of a variable that may be meant otherwise, by its name; never its value. */
  readonly suspects: Record<string, string>;
}

/** A test file that asks what was done for its project. */
export interface Asker {
  /** The `globals` of its project, and all other globals. */
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly testPath?: string | undefined;
}

/** What names a configuration; a digest, for it may hold secrets and the environment is seen by all. */
export function digest(config: unknown): string {
  const text = (JSON.stringify(config) as string | undefined) ?? '';
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * The project of a test file, which cannot know its `rootDir`: the one with its mark; without marks the one with its
 * configuration, of several the only one whose folder the file is in. A project without `app` and `services` may use what
 * the run's only project has.
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
  // With two it might be either's, and a guess would test one project against the other's app.
  const found = same.length > 1 ? around : same;
  if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  const { app, services } = (connector ?? {}) as { app?: unknown; services?: unknown };
  return same.length === 0 && projects.length === 1 && !app && !services ? projects[0] : undefined;
}
