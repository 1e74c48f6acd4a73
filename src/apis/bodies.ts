import { isRecord } from '../validation/shape';
import { type ApiCall } from './api-request';
import { toPairs } from './credentials-format';

/** The body of `auth`, `preflight` and `metadata`: the arguments with credentials as pairs, and the entry point. */
export function handlerBody({ args = {}, entrypoint }: ApiCall): unknown {
  if (!isRecord(args)) return args;
  const body = 'credentials' in args ? { ...args, credentials: toPairs(args['credentials']) } : args;
  return entrypoint === undefined || 'entrypoint' in body ? body : { ...body, entrypoint };
}

/** The body of `workflow`: the arguments, unchanged. */
export function workflowBody({ args = {} }: ApiCall): unknown {
  return args;
}

/** The body of `config`: the value that an update stores. */
export function configBody({ args }: ApiCall): unknown {
  return isRecord(args) ? args['configPayload'] : undefined;
}
