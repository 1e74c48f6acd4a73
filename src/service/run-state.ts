import { createHash, randomUUID } from 'node:crypto';
import type { RunningService } from './service';

const VARIABLE = 'CONNECTOR_RUN';
const HANDLE = Symbol.for('jest-connector.run');

type Environment = Readonly<Record<string, string | undefined>>;

/** What a worker knows of what global setup did. */
export interface RunState {
  readonly runId: string;
  /** Where the app listens that was started for this project. */
  readonly appUrl?: string;
  /** The log of that app. */
  readonly appLog?: string;
  /** The servers whose health was seen. */
  readonly checkedUrls: readonly string[];
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
  /** Where the apps listen, by the key of their configuration: projects may have different ones. */
  readonly appUrls: Record<string, string>;
  readonly checkedUrls: Set<string>;
  /** The logs of the apps, by the same keys. */
  readonly appLogs: Record<string, string>;
  /** Environment variables that services provide for the tests. */
  readonly provided: Record<string, string>;
  /** Shows the logs while they are written. */
  follower?: { follow(title: string, path: string): void; close(): void };
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
  return (holder[HANDLE] ??= {
    runId: randomUUID(),
    services: new Map(),
    owners: new Map(),
    appUrls: {},
    appLogs: {},
    provided: {},
    checkedUrls: new Set(),
    updatesBaselines: false,
    keepsServices: false,
  });
}

/** Tells the workers, which inherit the environment. */
export function publishRunState({ provided, ...handle }: RunHandle): void {
  for (const [name, value] of Object.entries(provided)) {
    if (!replaced.has(name)) replaced.set(name, process.env[name]);
    process.env[name] = value;
  }
  const { runId, appUrls, appLogs, checkedUrls } = handle;
  const updatesBaselines = handle.updatesBaselines || undefined;
  process.env[VARIABLE] = JSON.stringify({ runId, appUrls, appLogs, checkedUrls: [...checkedUrls], updatesBaselines });
}

/** Forgets the run: the handle, and what the environment says of it. */
export function forgetRun(): void {
  delete (globalThis as GlobalWithHandle)[HANDLE];
  delete process.env[VARIABLE];
  for (const [name, value] of replaced) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  replaced.clear();
}

/** What names an app's configuration; a digest, for it may hold secrets and the environment is seen by all. */
export function appKey(app: object): string {
  return createHash('sha256').update(JSON.stringify(app)).digest('hex').slice(0, 16);
}

/**
 * What global setup left for this worker; undefined if it did not run.
 *
 * @param app The project's `globals.connector.app`. Without it, `appUrl` is there when the run has one app only.
 */
export function readRunState(app?: object, environment: Environment = process.env): RunState | undefined {
  const text = environment[VARIABLE];
  if (!text) return undefined;
  const state = JSON.parse(text) as Pick<RunHandle, 'runId' | 'appUrls' | 'appLogs'> & RunState;
  const { runId, appUrls, appLogs, checkedUrls, updatesBaselines } = state;
  const keys = Object.keys(appUrls);
  const key = app === undefined ? (keys.length === 1 ? keys[0] : undefined) : appKey(app);
  const [appUrl, appLog] = key === undefined ? [] : [appUrls[key], appLogs[key]];
  return {
    ...{ runId, checkedUrls },
    ...(updatesBaselines ? { updatesBaselines } : {}),
    ...(appUrl === undefined ? {} : { appUrl }),
    ...(appLog === undefined ? {} : { appLog }),
  };
}

/** The environment of a service: ours, but for what is meant for workers, and over it its own. */
export function serviceEnvironment(own: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
  const { [VARIABLE]: _forWorkers, ...inherited } = process.env;
  return { ...inherited, ...own };
}

/** Whether this is a CI system's run: all of them set `CI`. */
export function runsInCi(environment: Environment = process.env): boolean {
  return !['', '0', 'false', undefined].includes(environment['CI']?.toLowerCase());
}
