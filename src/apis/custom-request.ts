import { defined } from '../defined';
import { ConnectorTestError } from '../errors';
import { isRecord } from '../validation/shape';
import type { ApiDefinition } from './api-definition';
import { type ApiRequest } from './api-request';
import { type Overrides, sendsArguments } from './overrides';
import { pathSegment } from './path-segment';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The request of a custom API. */
export function customRequest(
  name: string,
  { method, path, rawBody }: Omit<ApiDefinition, 'rawBody'> & Overrides,
  args: unknown,
): ApiRequest {
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
  if (sendsArguments(method) && rawBody === undefined) return { method, path: filled, body: rest };
  if (rest === undefined || isRecord(rest)) return { method, path: filled, query: rest, ...defined({ rawBody }) };
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid arguments for the API ${name}; nothing was sent.`,
    why: `expected an object, because they become the query of ${rawBody === undefined ? `a ${method}` : 'a request with `rawBody`'}; received ${Array.isArray(args) ? 'an array' : `a ${typeof args}`}.`,
    fix: 'pass an object, such as { name: value }.',
  });
}
