import { rmSync } from 'node:fs';
import type { LearntSecret } from '../redaction/text/known-secrets';
import type { ProcessEnd } from './process/guardian-messages';

/** When a service counts as ready. */
export type Readiness =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'port'; readonly host: string; readonly port: number }
  /** A line of its log matches; what the groups of the pattern caught becomes environment variables of these names. */
  | { readonly kind: 'log'; readonly pattern: string; readonly captures: readonly string[] }
  /** A command exits with 0. */
  | { readonly kind: 'command'; readonly command: readonly string[] }
  /** It ends by itself, with 0: a migration. */
  | { readonly kind: 'exit' };

/** A process that tests need, with everything decided: no option is left to a default. */
export interface ServiceSpec {
  /** Its name: `app`, or that of a service of the configuration, which is never called so. */
  readonly name: string;
  /** Completes "The …" in messages: `app`, `service "database"`. */
  readonly title: string;
  /** Where its options stand: `globals.connector.app`. */
  readonly option: string;
  /** A list is run as it is, a string by the shell. */
  readonly command: string | readonly string[];
  /** An absolute path. */
  readonly cwd: string;
  /** All its environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where it will listen, as URLs; the first is its address in messages. Empty for one that does not listen. */
  readonly listens: readonly string[];
  readonly ready: Readiness;
  /** How long it may take to become ready, in milliseconds. */
  readonly timeout: number;
  readonly stopSignal: string;
  /** Between the stop signal and KILL when it is stopped, in milliseconds. */
  readonly graceMs: number;
  /** Whether a ready server that is there already is used instead. */
  readonly reuseExisting: boolean;
  /** Environment variables for those that need it. */
  readonly provides: Readonly<Record<string, string>>;
  /** A folder of its own, removed at the end. */
  readonly folder?: string | undefined;
  /** How to install the command. */
  readonly installHint?: string | undefined;
}

/** What the starting of a service tells while it goes on. */
export interface StartListener {
  /** A line for the person who waits. */
  notice(line: string): void;
  /** What the last look at its readiness showed, such as `GET http://127.0.0.1:8000/server/health answered 503`. */
  polled?(probed: string): void;
  /** The process runs, and writes into this log. */
  started?(logFile: string): void;
  /** When it is aborted, the start is given up. */
  readonly signal?: AbortSignal | undefined;
}

/** A service that is ready. */
export interface RunningService {
  readonly spec: ServiceSpec;
  /** Whether it was there already; then it is not ours to stop. */
  readonly isAdopted: boolean;
  /** Whether it was told to stop. */
  readonly isStopping: boolean;
  /** How its process ended; undefined while it runs. */
  readonly end: ProcessEnd | undefined;
  /** Environment variables for those that need it, with what was caught from its log. */
  readonly provides: Readonly<Record<string, string>>;
  /** Its log; undefined for one that was there already. */
  readonly logFile: string | undefined;
  /** The last 20 lines that it wrote. */
  logTail(): string;
  /** Hides what tests have learnt in its log, which one that was there already has not. */
  learn?(secrets: readonly LearntSecret[]): Promise<void>;
  /** Ends its whole process group. Safe to call again. */
  stop(): Promise<void>;
}

/** Whether its process has ended though it was to stay. */
export function hasEndedEarly({ spec, end }: RunningService): boolean {
  return end !== undefined && !(spec.ready.kind === 'exit' && end.kind === 'exited' && end.code === 0);
}

/** Removes the folder of its own. */
export function removeFolder({ folder }: ServiceSpec): void {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** The command as a person would type it. */
export function commandText({ command }: { readonly command: string | readonly string[] }): string {
  if (typeof command === 'string') return command;
  return command.map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
