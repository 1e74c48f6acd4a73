import { randomUUID } from 'node:crypto';
import { defined } from '../../defined';
import type { RunningService } from '../service';
import { type Asker, digest, PROJECT_MARK, projectOf, type ProjectRun } from './project-run';

const VARIABLE = 'CONNECTOR_RUN';
const HANDLE = Symbol.for('jest-connector.run');

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the main process listens for messages from workers, and the token that each connection must send first. */
export interface ChannelAddress {
  readonly port: number;
  readonly token: string;
}

/** What a worker knows of what global setup did. */
export interface RunState {
  readonly runId: string;
  /** The servers whose health was seen. */
  readonly checkedUrls: readonly string[];
  /** What it did for the project that asks; undefined when it did not run for it. */
  readonly project: ProjectRun | undefined;
  /** The project that was set up last: the environment is as it left it. */
  readonly last: ProjectRun | undefined;
  readonly channel?: ChannelAddress;
  /** Whether workers report secrets before they send them: services of ours could write them into their logs. */
  readonly reportsSecrets?: boolean;
  /** Whether Jest was started with `-u`: baselines are written then, and only then. */
  readonly updatesBaselines?: boolean;
}

/** What global setup keeps for the next setup of the same process, and for teardown. */
export interface RunHandle {
  readonly runId: string;
  /** By their specs, in the order in which they were started. */
  readonly services: Map<string, RunningService>;
  /** The projects that asked for each service, by the same names. */
  readonly owners: Map<string, Set<string>>;
  /** What was done for each project. */
  readonly projects: Map<string, ProjectRun>;
  readonly checkedUrls: Set<string>;
  /** The marks of the projects that are set up for the present run. */
  readonly ready: Set<string>;
  /** Shows the logs while they are written. */
  follower?: { follow(name: string, path: string): void; close(): void };
  /** Receives what workers report. Its close stops the workflows that tests still wait for. */
  channel?: { readonly address: ChannelAddress; close(): Promise<void> };
  /** Whether Jest was started with `-u`. */
  updatesBaselines: boolean;
  /** Watch mode: services stay up between runs, and are stopped when the process ends. */
  keepsServices: boolean;
}

/** What stood in the environment before a service provided something else. */
const replaced = new Map<string, string | undefined>();

interface GlobalWithHandle {
  [HANDLE]?: RunHandle;
}

/** This process's handle, made when it is first asked for. */
export function runHandle(): RunHandle {
  const holder = globalThis as GlobalWithHandle;
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- The rule reads no symbol's type.
  return (holder[HANDLE] ??= {
    runId: randomUUID(),
    services: new Map(),
    owners: new Map(),
    projects: new Map(),
    checkedUrls: new Set(),
    ready: new Set(),
    updatesBaselines: false,
    keepsServices: false,
  });
}

/** Begins what a setup does for a project. */
export function beginProject(rootDir: string, globals: object): ProjectRun {
  const { [PROJECT_MARK]: mark, connector } = globals as Record<string, unknown>;
  const project = {
    ...{ rootDir, mark: mark as string | undefined, config: digest(connector) },
    ...{ provided: {}, fromFiles: [], suspects: {} },
  };
  const key = `${rootDir} ${String(project.mark)} ${project.config}`;
  // Again at the end: it is set up last.
  runHandle().projects.delete(key);
  runHandle().projects.set(key, project);
  return project;
}

/** Tells the workers, which inherit the environment, and what comes after setup in this process. */
export function publishRunState(handle: RunHandle, { provided }: ProjectRun): void {
  const { runId, services, projects, checkedUrls, channel, updatesBaselines } = handle;
  restoreEnvironment();
  for (const [name, value] of Object.entries(provided)) {
    replaced.set(name, process.env[name]);
    process.env[name] = value;
  }
  const state = {
    ...{ runId, projects: [...projects.values()], checkedUrls: [...checkedUrls] },
    ...(updatesBaselines ? { updatesBaselines } : {}),
    ...defined({ channel: channel?.address }),
    ...([...services.values()].some(({ learn }) => learn !== undefined) ? { reportsSecrets: true } : {}),
  };
  process.env[VARIABLE] = JSON.stringify(state);
}

/** Forgets the run: the handle, and what the environment says of it. */
export function forgetRun(): void {
  delete (globalThis as GlobalWithHandle)[HANDLE];
  delete process.env[VARIABLE];
  restoreEnvironment();
}

function restoreEnvironment(): void {
  for (const [name, value] of replaced) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  replaced.clear();
}

/** What global setup left for this worker; undefined if it did not run. */
export function readRunState(asker: Asker = {}, environment: Environment = process.env): RunState | undefined {
  const text = environment[VARIABLE];
  if (!text) return undefined;
  const { projects, ...state } = JSON.parse(text) as Omit<RunState, 'project' | 'last'> & {
    projects: readonly ProjectRun[];
  };
  return { ...state, project: projectOf(projects, asker), last: projects.at(-1) };
}

/** Puts into the environment what the services of a project provide. */
export function applyProvided({ provided }: ProjectRun): void {
  Object.assign(process.env, provided);
}

/**
 * The environment of a service: ours, but for what is meant for workers and what other services provide for tests, and
 * over it its own.
 */
export function serviceEnvironment(own: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
  const { [VARIABLE]: _forWorkers, ...inherited } = process.env;
  return { ...inherited, ...Object.fromEntries(replaced), ...own };
}

/** Whether this is a CI system's run: all of them set `CI`. */
export function runsInCi(environment: Environment = process.env): boolean {
  return !['', '0', 'false', undefined].includes(environment['CI']?.toLowerCase());
}
