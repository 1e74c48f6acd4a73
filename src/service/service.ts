import { rmSync } from 'node:fs';
import type { LearntSecret } from '../redaction/text/known-secrets';
import type { ProcessEnd } from './process/guardian-messages';

/** When a service counts as ready. */
export type Readiness =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }
  /** A line of its log matches; the pattern's groups become environment variables with these names. */
  | { readonly kind: 'log'; readonly pattern: string; readonly captures: readonly string[] }
  /** A command exits with 0. */
  | { readonly kind: 'command'; readonly command: readonly string[] }
  /** It exits by itself with code 0, like a migration. */
  | { readonly kind: 'exit' };

/** A process that tests need, fully resolved: every default is filled in. */
export interface ServiceSpec {
  /** Its name: `app`, or the name of a service in the configuration, which can't be `app`. */
  readonly name: string;
  /** Completes "The …" in messages: `app`, `service "database"`. */
  readonly title: string;
  /** The path of its options, such as `globals.connector.app`. */
  readonly option: string;
  /** A list runs without a shell; a string is run by the shell. */
  readonly command: string | readonly string[];
  /** An absolute path. */
  readonly cwd: string;
  /** All its environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The URLs that it will listen on; the first is used in messages. Empty if it does not listen. */
  readonly listens: readonly string[];
  readonly ready: Readiness;
  /** How long it may take to become ready, in milliseconds. */
  readonly timeout: number;
  readonly stopSignal: string;
  /** The time between the stop signal and SIGKILL, in milliseconds. */
  readonly graceMs: number;
  /** Whether to use a server that is already running and ready instead. */
  readonly reuseExisting: boolean;
  /** Environment variables for everything that depends on it. */
  readonly provides: Readonly<Record<string, string>>;
  /** The service's temporary folder, removed when it stops. */
  readonly folder?: string | undefined;
  /** How to install the command. */
  readonly installHint?: string | undefined;
}

/** Receives progress while a service starts. */
export interface StartListener {
  /** A line to print. */
  notice(line: string): void;
  /** The result of the last probe, such as `GET http://127.0.0.1:8000/server/health returned 503`. */
  polled?(probed: string): void;
  /** The process is running and writes to this log. */
  started?(logFile: string): void;
  /** Cancels the start when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** A service that is ready. */
export interface RunningService {
  readonly spec: ServiceSpec;
  /** Whether it was already running; then we don't stop it. */
  readonly isAdopted: boolean;
  /** Whether it is being stopped, or was stopped. */
  readonly isStopping: boolean;
  /** How its process ended; `undefined` while it runs. */
  readonly end: ProcessEnd | undefined;
  /** Environment variables for everything that depends on it, including values captured from its log. */
  readonly provides: Readonly<Record<string, string>>;
  /** The path of its log; `undefined` if it was already running. */
  readonly logFile: string | undefined;
  /** The last 20 lines of its output. */
  logTail(): string;
  /** Redacts secrets that tests reported in its log; absent if it was already running and so has no log. */
  learn?(secrets: readonly LearntSecret[]): Promise<void>;
  /** Stops its whole process group. Safe to call again. */
  stop(): Promise<void>;
}

/** Whether its process has ended although it should keep running. */
export function hasEndedEarly({ spec, end }: RunningService): boolean {
  return end !== undefined && !(spec.ready.kind === 'exit' && end.kind === 'exited' && end.code === 0);
}

/** Removes its temporary folder. */
export function removeFolder({ folder }: ServiceSpec): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** The command as you would type it. */
export function commandText({ command }: { readonly command: string | readonly string[] }): string {
  if (typeof command === 'string') return command;
  return command.map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
