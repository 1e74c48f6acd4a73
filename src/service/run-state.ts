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
  /** The servers whose health was seen. */
  readonly checkedUrls: readonly string[];
}

/** What global setup keeps for the next setup of the same process, and for teardown. */
export interface RunHandle {
  readonly runId: string;
  /** By their specs, in the order in which they were started. */
  readonly services: Map<string, RunningService>;
  /** Where the apps listen, by the key of their configuration: projects may have different ones. */
  readonly appUrls: Record<string, string>;
  readonly checkedUrls: Set<string>;
  /** Watch mode: services stay up between runs, and are stopped when the process ends. */
  keepsServices: boolean;
}

interface GlobalWithHandle {
  [HANDLE]?: RunHandle;
}

/** This process's handle, made when it is first asked for. */
export function runHandle(): RunHandle {
  const holder = globalThis as GlobalWithHandle;
  return (holder[HANDLE] ??= {
    runId: randomUUID(),
    services: new Map(),
    appUrls: {},
    checkedUrls: new Set(),
    keepsServices: false,
  });
}

/** Tells the workers, which inherit the environment. */
export function publishRunState({ runId, appUrls, checkedUrls }: RunHandle): void {
  process.env[VARIABLE] = JSON.stringify({ runId, appUrls, checkedUrls: [...checkedUrls] });
}

/** Forgets the run: the handle, and what the environment says of it. */
export function forgetRun(): void {
  delete (globalThis as GlobalWithHandle)[HANDLE];
  delete process.env[VARIABLE];
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
  const { runId, appUrls, checkedUrls } = JSON.parse(text) as Pick<RunHandle, 'runId' | 'appUrls'> & RunState;
  const urls = Object.values(appUrls);
  const appUrl = app === undefined ? (urls.length === 1 ? urls[0] : undefined) : appUrls[appKey(app)];
  return { runId, checkedUrls, ...(appUrl === undefined ? {} : { appUrl }) };
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
