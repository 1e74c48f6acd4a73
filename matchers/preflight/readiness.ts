import type { Decision } from '../shared/outcomes';
import type { Preflight } from './preflight';

/** Whether the app is ready. */
export interface Readiness {
  readonly ready: Decision;
  /** Why it is undecided; `''` if it is not. */
  readonly why: string;
}

const STATUSES = ['ready', 'not_ready', 'partial'];

/**
 * Ready is what says so, has at least one check, and no check that failed. Not ready is what says so, or, if it does not
 * say, has a failed check. What contradicts itself, and what nothing was checked for, is undecided.
 */
export function readinessOf(preflight: Preflight): Readiness {
  const [status] = preflight.statuses;
  const doubt = doubtAbout(preflight) ?? (status === 'ready' ? objectionToReady(preflight) : undefined);
  if (doubt !== undefined) return { ready: undefined, why: doubt };
  if (status !== undefined) return { ready: status === 'ready', why: '' };
  if (preflight.checks.some(({ passed }) => passed === false)) return { ready: false, why: '' };
  return { ready: undefined, why: 'no check failed, but the answer names no status' };
}

function doubtAbout({ statuses, checks, crashed }: Preflight): string | undefined {
  const unclear = checks.find(({ passed }) => passed === undefined);
  if (crashed) return 'the handler crashed (Internal server error): nothing was checked';
  if (new Set(statuses).size > 1) return 'the answer contradicts itself: it names several statuses';
  if (statuses.some((status) => !STATUSES.includes(status))) return `a status is one of ${STATUSES.join(', ')}`;
  return unclear && `the answer does not say whether ${unclear.name} passed`;
}

function objectionToReady({ checks, success, httpStatus = 200 }: Preflight): string | undefined {
  if (checks.length === 0) return 'the status is ready, but nothing was checked: the answer has no checks';
  const but = 'the answer contradicts itself: the status is ready, but';
  if (checks.some(({ passed }) => passed === false)) return `${but} a check failed`;
  if (success === false) return `${but} success is false`;
  return httpStatus < 200 || httpStatus > 299 ? `${but} the HTTP status is ${httpStatus}` : undefined;
}
