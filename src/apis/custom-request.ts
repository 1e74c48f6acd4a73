import { ConnectorTestError } from '../errors';
import { isRecord } from '../validation/shape';
import type { ApiDefinition } from './api-definition';
import { type ApiRequest } from './api-request';
import { pathSegment } from './path-segment';

/** The methods without a body. */
const IN_QUERY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE']);

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The request of a custom API. */
export function customRequest(name: string, { method, path }: ApiDefinition, args: unknown): ApiRequest {
  const used = new Set<string>();
  const fields = isRecord(args) ? args : {};
  const filled = path.replace(PLACEHOLDER, (_all, field: string) => {
    used.add(field);
    return pathSegment(
      `The argument "${field}" of ${name} (${path})`,
      Object.hasOwn(fields, field) ? fields[field] : undefined,
    );
  });
  const rest = isRecord(args) ? Object.fromEntries(Object.entries(args).filter(([field]) => !used.has(field))) : args;
  if (!IN_QUERY.has(method)) return { method, path: filled, body: rest };
  if (rest === undefined || isRecord(rest)) return { method, path: filled, query: rest };
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid arguments for the API ${name}; nothing was sent.`,
    why: `expected an object, because they become the query of a ${method}; received ${Array.isArray(args) ? 'an array' : `a ${typeof args}`}.`,
    fix: 'pass an object, such as { name: value }.',
  });
}
