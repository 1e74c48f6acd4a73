import type { ProcessEnd } from './guardian-messages';

/** A process that tests need, with everything decided: no option is left to a default. */
export interface ServiceSpec {
  /** Completes "The …" in messages: `app`. */
  readonly title: string;
  /** Where its options stand: `globals.connector.app`. */
  readonly option: string;
  /** A list is run as it is, a string by the shell. */
  readonly command: string | readonly string[];
  /** An absolute path. */
  readonly cwd: string;
  /** All its environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where it will listen. */
  readonly url: string;
  /** It is ready when a GET of this path is answered with 2xx. */
  readonly healthPath: string;
  /** How long it may take to become ready, in milliseconds. */
  readonly timeout: number;
  /** Between TERM and KILL when it is stopped, in milliseconds. */
  readonly graceMs: number;
  /** Whether a healthy server that is there already is used instead. */
  readonly reuseExisting: boolean;
}

/** What the starting of a service tells while it goes on. */
export interface StartListener {
  /** A line for the person who waits. */
  notice(line: string): void;
  /** What the last look at its health showed, such as `GET http://127.0.0.1:8000/server/health answered 503`. */
  looked?(sight: string): void;
}

/** A service that is ready. */
export interface RunningService {
  readonly spec: ServiceSpec;
  /** Whether it was there already; then it is not ours to stop. */
  readonly isAdopted: boolean;
  /** How its process ended; undefined while it runs. */
  readonly end: ProcessEnd | undefined;
  /** The last 20 lines that it wrote. */
  logTail(): string;
  /** Ends its whole process group and removes its log. Safe to call again. */
  stop(): Promise<void>;
}

/** The command as a person would type it. */
export function commandText({ command }: Pick<ServiceSpec, 'command'>): string {
  if (typeof command === 'string') return command;
  return command.map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word}'`)).join(' ');
}
