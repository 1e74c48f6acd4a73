import { type ConnectorTestError, withoutPointer } from '../../errors';

/** How much a finding matters: nothing to do, may surprise you, or will fail. */
export type Severity = 'ok' | 'warning' | 'problem';

/** The result of a check. */
export interface Finding {
  /** The name of the check, for scripts. */
  readonly check: string;
  readonly severity: Severity;
  /** What was found, in one sentence or two. */
  readonly what: string;
  /** How to fix it, as an imperative. */
  readonly fix?: string | undefined;
}

/** Nothing has to be done. */
export function ok(check: string, what: string): Finding {
  return { check, severity: 'ok', what };
}

/** It may surprise you; a run can still pass. */
export function warning(check: string, what: string, fix: string): Finding {
  return { check, severity: 'warning', what, fix };
}

/** A run fails, or doesn't check what it should. */
export function problem(check: string, what: string, fix: string): Finding {
  return { check, severity: 'problem', what, fix };
}

/** The problem that an error of this package describes. */
export function problemOf(check: string, { what, why, fix, message }: ConnectorTestError): Finding {
  const because = why === undefined ? '' : `\n${why}`;
  return { check, severity: 'problem', what: what ? `${what}${because}` : withoutPointer(message), fix };
}
