import type { RedactionSettings } from '../../redaction/process-redactor';
import type { LearntSecret } from '../../redaction/text/known-secrets';

/** The first line on the guardian's lifeline: what to run. Later lines are {@link GuardianNews}, and `stop`. */
export interface GuardianOrder {
  /** A list runs without a shell; a string is run by the shell. */
  readonly command: string | readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Identifies every process that the service starts. */
  readonly mark: string;
  /** The signal that is sent first when the service is stopped. */
  readonly stopSignal: string;
  /** The time between the stop signal and SIGKILL, in milliseconds. */
  readonly graceMs: number;
  /** The same if the Jest process is gone. */
  readonly orphanGraceMs: number;
  /** Removed at the end if the Jest process is gone and can't do it. */
  readonly folder?: string | undefined;
  /** The path of the log; how the process ended is written next to it. */
  readonly log: string;
  /** The redaction settings for the log. */
  readonly redaction: RedactionSettings;
}

/** How a process ended, or why it did not start. */
export type ProcessEnd =
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** Secrets that tests reported and the log must not contain. The guardian replies `learnt`. */
export interface GuardianNews {
  readonly secrets: readonly LearntSecret[];
}

/** A message from the guardian. */
export type GuardianReport =
  { readonly kind: 'started'; readonly pid: number } | { readonly kind: 'learnt' } | ProcessEnd;
