import { isRecord } from '../../validation/shape';
import { type Facts, hasPath, quoted } from './hint-facts';

const MOST = 5;

/** Newer servers return a verdict if a handler raises. */
export function preflightRaised({ body }: Facts): string | undefined {
  const verdict = isRecord(body['data']) ? body['data']['preflightVerdict'] : undefined;
  if (!isRecord(verdict) || verdict['success'] !== false) return undefined;
  if (body['detail'] === 'Internal server error') {
    return 'the handler crashed instead of returning checks, so nothing was checked. The app’s log has the traceback.';
  }
  return `the handler raised an error instead of returning checks: ${quoted(verdict['message'])}`;
}

export function noCheckRan({ body, failed }: Facts): string | undefined {
  const { preflight, success } = body;
  const isEmpty = isRecord(preflight) && Array.isArray(preflight['checks']) && preflight['checks'].length === 0;
  if (!isEmpty || success !== false || !hasPath(failed, 'success', 'preflight', 'data')) return undefined;
  return 'no check ran: the `success` of a preflight only means that checks ran. Does the handler return checks?';
}

export function failedChecksOfPreflight({ body, failed }: Facts): string | undefined {
  const { preflight, data, success } = body;
  if (success !== true || !isRecord(preflight) || !hasPath(failed, 'preflight', 'data')) return undefined;
  const checks = Array.isArray(preflight['checks']) ? preflight['checks'].filter(isRecord) : [];
  const wrong = checks.filter(({ passed }) => passed === false);
  if (wrong.length === 0 || !isRecord(data)) return undefined;
  const lines = wrong.slice(0, MOST).map(({ name, message, suggested_action: action }) => {
    const advice = typeof action === 'string' && action !== '' ? `; suggested: ${quoted(action)}` : '';
    return `${quoted(name)}: ${quoted(message)}${advice}`;
  });
  const more = wrong.length > MOST ? [`… ${wrong.length - MOST} more`] : [];
  return [
    `${wrong.length} of ${checks.length} preflight checks failed (\`success\` only means that checks ran):`,
    ...lines,
    ...more,
  ].join('\n');
}

/** Older descriptions of the API have the verdict in `data`. */
export function movedPreflightPath({ body, missing }: Facts): string | undefined {
  if (!isRecord(body['preflight']) || !hasPath(missing, 'data.status', 'data.checks')) return undefined;
  return 'use `preflight.status` and `preflight.checks` for a preflight’s verdict; `data` has one field per check.';
}
