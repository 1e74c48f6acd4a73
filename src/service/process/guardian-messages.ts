import type { RedactionSettings } from '../../redaction/process-redactor';
import type { LearntSecret } from '../../redaction/text/known-secrets';

/** The first line on the guardian's lifeline: what to run. Later lines are {@link GuardianNews}, and `stop`. */
export interface GuardianOrder {
  /** A list is run as it is, a string by the shell. */
  readonly command: string | readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** By which all is found that the service starts. */
  readonly mark: string;
  /** Sent first when it is told to stop. */
  readonly stopSignal: string;
  /** Between the stop signal and KILL when it is told to stop, in milliseconds. */
  readonly graceMs: number;
  /** The same when its parent is gone. */
  readonly orphanGraceMs: number;
  /** Removed at the end when its parent is gone and cannot do it. */
  readonly folder?: string | undefined;
  /** Where the log is; how the process ended is noted beside it. */
  readonly log: string;
  /** How the log is redacted. */
  readonly redaction: RedactionSettings;
}

/** How a process ended, or that it never began. */
export type ProcessEnd =
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Secrets that tests have made: the log is to be without them. It answers `learnt`. */
export interface GuardianNews {
  readonly secrets: readonly LearntSecret[];
}

/** A line that the guardian writes. */
export type GuardianReport =
  { readonly kind: 'started'; readonly pid: number } | { readonly kind: 'learnt' } | ProcessEnd;
