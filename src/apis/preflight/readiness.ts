import { type Preflight, PREFLIGHT_STATUSES } from './preflight-response';

/** Whether the app is ready; `undefined` if the response leaves it open. */
export interface Readiness {
  readonly ready: boolean | undefined;
  /** Why it is undecided; `''` if it is decided. */
  readonly why: string;
}

/**
 * A preflight is ready if it reports `ready`, has at least one check and no failed check. It is not ready if it reports so,
 * or reports no status and has a failed check. If it contradicts itself or checked nothing, it is undecided.
 */
export function readinessOf(preflight: Preflight): Readiness {
  const [status] = preflight.statuses;
  const doubt = doubtAbout(preflight) ?? (status === 'ready' ? objectionToReady(preflight) : undefined);
  if (doubt !== undefined) return { ready: undefined, why: doubt };
  if (status !== undefined) return { ready: status === 'ready', why: '' };
  if (preflight.checks.some(({ passed }) => passed === false)) return { ready: false, why: '' };
  return { ready: undefined, why: 'no check failed, but the response contains no status' };
}

function doubtAbout({ statuses, checks, crashed }: Preflight): string | undefined {
  const unclear = checks.find(({ passed }) => passed === undefined);
  if (crashed) return 'the handler crashed (Internal server error): nothing was checked';
  if (new Set(statuses).size > 1) return 'the response contradicts itself: it contains several statuses';
  if (statuses.some((status) => !PREFLIGHT_STATUSES.includes(status)))
    return `unknown status; the statuses are ${PREFLIGHT_STATUSES.join(', ')}`;
  return unclear && `the response does not report whether ${unclear.name} passed`;
}

function objectionToReady({ checks, success, httpStatus = 200 }: Preflight): string | undefined {
  if (checks.length === 0) return 'the status is ready, but nothing was checked: the response has no checks';
  const but = 'the response contradicts itself: the status is ready, but';
  if (checks.some(({ passed }) => passed === false)) return `${but} a check failed`;
  if (success === false) return `${but} success is false`;
  return httpStatus < 200 || httpStatus > 299 ? `${but} the HTTP status is ${httpStatus}` : undefined;
}
