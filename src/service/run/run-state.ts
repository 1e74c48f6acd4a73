import { randomUUID } from 'node:crypto';
import { defined } from '../../defined';
import type { RunningService } from '../service';
import { type Asker, digest, PROJECT_MARK, projectOf, type ProjectRun } from './project-run';

const VARIABLE = 'CONNECTOR_RUN';
const HANDLE = Symbol.for('jest-connector.run');

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the main process listens for messages from workers. Each connection must send the token first. */
export interface ChannelAddress {
  readonly port: number;
  readonly token: string;
}

/** What global setup did, as a worker sees it. */
export interface RunState {
  readonly runId: string;
  /** The servers that passed their health check. */
  readonly checkedUrls: readonly string[];
  /** What it did for this worker's project; `undefined` if it did not run for it. */
  readonly project: ProjectRun | undefined;
  /** The project that was set up last; the environment still has its values. */
  readonly last: ProjectRun | undefined;
  readonly channel?: ChannelAddress;
  /** Whether workers report secrets before they send them, because a service we started could log them. */
  readonly reportsSecrets?: boolean;
  /** Whether Jest was started with `-u`. Baselines are written only then. */
  readonly updatesBaselines?: boolean;
}

/** What global setup keeps for the next setup in the same process, and for teardown. */
export interface RunHandle {
  readonly runId: string;
  /** Keyed by spec, in start order. */
  readonly services: Map<string, RunningService>;
  /** The projects that need each service, with the same keys. */
  readonly owners: Map<string, Set<string>>;
  /** What was done for each project. */
  readonly projects: Map<string, ProjectRun>;
  readonly checkedUrls: Set<string>;
  /** The marks of the projects that are set up for the current run. */
  readonly ready: Set<string>;
  /** Prints the logs while they are written. */
  follower?: { follow(name: string, path: string): void; close(): void };
  /** Receives the workers' messages. `close` stops the workflows that tests are still waiting for. */
  channel?: { readonly address: ChannelAddress; close(): Promise<void> };
  /** Ends what each project's setup does on a signal. Called when the tests start: the user's own setup comes after ours. */
  readonly setUps: Set<() => void>;
  /** Whether Jest was started with `-u`. */
  updatesBaselines: boolean;
  /** Watch mode: services keep running between runs and are stopped when the process exits. */
  keepsServices: boolean;
}

/** The environment's values before services replaced them. */
const replaced = new Map<string, string | undefined>();

interface GlobalWithHandle {
  [HANDLE]?: RunHandle;
}

/** This process's handle, created on first use. */
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
    setUps: new Set(),
    updatesBaselines: false,
    keepsServices: false,
  });
}

/** The setup of all projects has ended, also that of the user. */
export function endSetUps(): void {
  const { setUps } = runHandle();
  for (const end of setUps) end();
  setUps.clear();
}

/** Registers a project at the start of its setup. */
export function beginProject(rootDir: string, globals: object): ProjectRun {
  const { [PROJECT_MARK]: mark, connector } = globals as Record<string, unknown>;
  const project = {
    ...{ rootDir, mark: mark as string | undefined, config: digest(connector) },
    ...{ provided: {}, fromFiles: [], suspects: {} },
  };
  const key = `${rootDir} ${String(project.mark)} ${project.config}`;
  // Re-inserted at the end, because it is now the last one set up.
  runHandle().projects.delete(key);
  runHandle().projects.set(key, project);
  return project;
}

/** Publishes the state to workers, which inherit the environment, and to later code in this process. */
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

/** Forgets the run: removes the handle and the environment variables. */
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

/** Reads what global setup published for this worker; `undefined` if it did not run. */
export function readRunState(asker: Asker = {}, environment: Environment = process.env): RunState | undefined {
  const text = environment[VARIABLE];
  if (!text) return undefined;
  const { projects, ...state } = JSON.parse(text) as Omit<RunState, 'project' | 'last'> & {
    projects: readonly ProjectRun[];
  };
  return { ...state, project: projectOf(projects, asker), last: projects.at(-1) };
}

/** Sets the environment variables that a project's services provide. */
export function applyProvided({ provided }: ProjectRun): void {
  Object.assign(process.env, provided);
}

/**
 * The environment of a service: ours without the variables meant for workers and those that other services provide to
 * tests, overridden by the service's own.
 */
export function serviceEnvironment(own: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
  const { [VARIABLE]: _forWorkers, ...inherited } = process.env;
  return { ...inherited, ...Object.fromEntries(replaced), ...own };
}

/** Whether this run is on a CI system; all of them set `CI`. */
export function runsInCi(environment: Environment = process.env): boolean {
  return !['', '0', 'false', undefined].includes(environment['CI']?.toLowerCase());
}
