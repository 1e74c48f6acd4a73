import { isRecord, isText } from '../../validation/shape';
import { type Facts, hasPath, quoted } from './hint-facts';

/** The `detail` of `{"detail": "…"}`: the framework’s own responses, and those of a handler that raised, have it. */
function detailOf({ body }: Facts): string | undefined {
  return isText(body['detail']) ? body['detail'] : undefined;
}

/** The response doesn't name the invalid field. */
export function startFailed(facts: Facts): string | undefined {
  if (facts.status !== 500 || detailOf(facts) !== 'Failed to start workflow') return undefined;
  return (
    'the request does not match the app’s input, or Temporal rejected it. The response never names the field.\n' +
    `GET ${facts.origin}/workflows/v1/input-contract${facts.query && `?${facts.query}`} lists the fields; the app’s log has the reason.\n` +
    'If `ajv` is installed, arguments are validated against these fields before they are sent.'
  );
}

export function noWorkflows(facts: Facts): string | undefined {
  if (!/^Workflow execution not configured/.test(detailOf(facts) ?? '')) return undefined;
  return 'the app runs without Temporal, so it can’t start workflows.\nSet ATLAN_TEMPORAL_HOST (`temporalDevServer()` in `services` starts Temporal and sets it),\nor start the app with `run_dev_combined`.';
}

export function noObjectStore(facts: Facts): string | undefined {
  if (!/^(?:No object store|Storage not) configured/.test(detailOf(facts) ?? '')) return undefined;
  return 'the app runs without an object store, which it needs for configurations.\nStart it with Dapr (`daprSidecar()` in `services` does this) or with `run_dev_combined`.';
}

export function invalidEntrypoint(facts: Facts): string | undefined {
  if (!/^(?:Invalid entrypoint|entrypoint is required)/.test(detailOf(facts) ?? '')) return undefined;
  const name = /(?:^|&)entrypoint=([^&]*)/.exec(facts.query)?.[1] ?? field(facts.sent, 'entrypoint');
  return `the app has ${name === undefined ? 'several entry points' : `no entry point ${quoted(name)}`}. Set \`entrypoint\` to one that its class declares.`;
}

/** An unknown route. Servers since version 3 only have the routes of the handler API. */
export function noRoute(facts: Facts): string | undefined {
  const { status, path, api, origin, failed, statusExpected } = facts;
  const isRoute = status === 405 || (status === 404 && /^(?:Not Found|not found)?$/.test(detailOf(facts) ?? ''));
  if (!isRoute || (statusExpected && !hasPath(failed, 'success'))) return undefined;
  const endpoint = path.split('/').at(-1) ?? '';
  if (api === 'workflow' && endpoint !== 'start') {
    return `this server has no ${quoted(path)}: apps with SDK version 3 or later start everything through /start.\nReplace \`endpoint: '/${endpoint}'\` with \`entrypoint: '${endpoint}'\`.`;
  }
  return `there is no ${quoted(path)} at ${origin}${status === 405 ? ' for this method' : ''}. Check that the app server listens there, and whether its URL needs a prefix.`;
}

/** Responses of the app's handler; the server's routes and custom routes have no handler. */
const OF_HANDLER = ['auth', 'preflight', 'metadata'];

/** The response has no `success` if a handler raised or the server's own route failed. */
export function detailOnly(facts: Facts): string | undefined {
  const { api, status, body, missing } = facts;
  const detail = detailOf(facts);
  if (detail === undefined || 'success' in body || !hasPath(missing, 'success', 'data', 'message', 'preflight'))
    return undefined;
  if (status === 500 && /^Internal server error$/i.test(detail)) {
    return 'the handler crashed, so the response has no `success`. The app’s log has the traceback.';
  }
  if (!OF_HANDLER.includes(api)) {
    return `the server returned an error, which has a \`detail\` and no \`success\`: ${quoted(detail)}`;
  }
  return `the handler raised an error instead of returning a status, so the response has a \`detail\` and no \`success\`: ${quoted(detail)}`;
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
