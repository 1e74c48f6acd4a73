import { AppError } from '../errors';
import { log } from '../log';
import type { PreflightOutput } from '../preflight';
import type { PreflightCheck } from '../preflight-checks';
import { settings } from '../settings';

const INTERNAL = 'Preflight could not be verified due to an internal error.';

/**
 * The response of `/check`. The current SDK returns `data.<checkName>` and `preflight`, but its documentation still uses
 * the older `data.status` and `data.checks`. This app returns both. `data.status` is also `ready` if there is a warning.
 */
export function preflightResponse({ status, checks }: PreflightOutput, durationMs: number) {
  const verdict = status === 'not_ready' ? 'not_ready' : 'ready';
  return {
    success: checks.length > 0,
    data: { status: verdict, checks, ...byName(checks) },
    message: `Preflight check ${status}`,
    preflight: { status, message: '', total_duration_ms: Math.round(durationMs * 100) / 100, checks },
  };
}

/** The response if the checks couldn't be made: the result is in the body, whatever the status is. */
export function preflightErrorResponse(error: unknown) {
  if (!(error instanceof AppError)) log('ERROR', `Unexpected: preflight ${String(error)}`);
  const { status, category, message, retryable } =
    error instanceof AppError ? error : new AppError(500, 'INTERNAL', INTERNAL);
  const audience = category === 'INTERNAL' ? 'APP_OWNER' : 'USER';
  const problem = { category, code: category, retryable, audience, message, evidence: {}, app_name: settings.appName };
  const check = { name: 'preflightVerdict', passed: false, message };
  const preflight = { status: 'not_ready', message, total_duration_ms: 0, checks: [{ ...check, error: problem }] };
  const detail = error instanceof AppError ? message : 'Internal server error';
  return { status, response: { success: false, data: byName([check]), message, preflight, detail, error: problem } };
}

function byName(checks: readonly PreflightCheck[]) {
  return Object.fromEntries(
    checks.map(({ name, passed, message }) => [
      name,
      { success: passed, message, successMessage: passed ? message : '', failureMessage: passed ? '' : message },
    ]),
  );
}
