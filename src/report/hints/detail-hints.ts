import { isRecord, isText } from '../../validation/shape';
import { type Facts, hasPath, quoted } from './hint-facts';

/** Every answer of the framework’s own, and of a handler that raised: `{"detail": "…"}`. */
function detailOf({ body }: Facts): string | undefined {
  return isText(body['detail']) ? body['detail'] : undefined;
}

/** Nothing in this answer names the field. */
export function startFailed(facts: Facts): string | undefined {
  if (facts.status !== 500 || detailOf(facts) !== 'Failed to start workflow') return undefined;
  return (
    'what was sent does not fit the input of the app, or Temporal refused it; the answer never names the field.\n' +
    `GET ${facts.origin}/workflows/v1/input-contract${facts.query && `?${facts.query}`} shows the fields; the app’s log has the reason.\n` +
    'With `ajv` installed, arguments are checked against these fields before they are sent.'
  );
}

export function noWorkflows(facts: Facts): string | undefined {
  if (!/^Workflow execution not configured/.test(detailOf(facts) ?? '')) return undefined;
  return 'the app runs without Temporal, so it can start no workflow: start it with ATLAN_TEMPORAL_HOST (`temporalDevServer()` in `services` starts Temporal and sets it), or all in one with `run_dev_combined`.';
}

export function noObjectStore(facts: Facts): string | undefined {
  if (!/^(?:No object store|Storage not) configured/.test(detailOf(facts) ?? '')) return undefined;
  return 'the app runs without an object store, where configurations are kept: start it with Dapr (`daprSidecar()` in `services` does), or all in one with `run_dev_combined`.';
}

export function invalidEntrypoint(facts: Facts): string | undefined {
  if (!/^(?:Invalid entrypoint|entrypoint is required)/.test(detailOf(facts) ?? '')) return undefined;
  const name = /(?:^|&)entrypoint=([^&]*)/.exec(facts.query)?.[1] ?? field(facts.sent, 'entrypoint');
  return `the app has ${name === undefined ? 'several entry points' : `no entry point ${quoted(name)}`}: \`entrypoint\` must name one of those that its class declares.`;
}

/** A route that is not there; of servers since version 3 all routes but those of the handler API. */
export function noRoute(facts: Facts): string | undefined {
  const { status, path, api, origin, failed, statusExpected } = facts;
  const isRoute = status === 405 || (status === 404 && /^(?:Not Found|not found)?$/.test(detailOf(facts) ?? ''));
  if (!isRoute || (statusExpected && !hasPath(failed, 'success'))) return undefined;
  const endpoint = path.split('/').at(-1) ?? '';
  if (api === 'workflow' && endpoint !== 'start') {
    return `this server has no ${quoted(path)}: apps of SDK version 3 and later start everything through /start. In place of \`endpoint: '/${endpoint}'\` write \`entrypoint: '${endpoint}'\`.`;
  }
  return `there is no ${quoted(path)} at ${origin}${status === 405 ? ' for this method' : ''}: is it the app server that listens there, and has its address a prefix?`;
}

/** What the app's handler answers; routes of the server, and of one's own, have no handler. */
const OF_HANDLER = ['auth', 'preflight', 'metadata'];

/** A handler that raises leaves no `success` behind, and neither does a route of the server's. */
export function detailOnly(facts: Facts): string | undefined {
  const { api, status, body, missing } = facts;
  const detail = detailOf(facts);
  if (detail === undefined || 'success' in body || !hasPath(missing, 'success', 'data', 'message', 'preflight'))
    return undefined;
  if (status === 500 && /^Internal server error$/i.test(detail)) {
    return 'the handler crashed, so the answer has no `success`. The app’s log has the traceback.';
  }
  if (!OF_HANDLER.includes(api)) {
    return `the server answered with an error, which has a \`detail\` and no \`success\`: ${quoted(detail)}`;
  }
  return `the handler raised an error instead of returning a status, so the answer has a \`detail\` and no \`success\`: ${quoted(detail)}`;
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
