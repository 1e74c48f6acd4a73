import { ConnectorTestError } from '../errors';
import { nearestName } from '../validation/problems';
import { isRecord } from '../validation/shape';
import { API_PREFIX, type ApiCall, type Query } from './api-request';
import { pathSegment } from './path-segment';

const FIELDS = ['configWorkflowId', 'configAction', 'configPayload', 'type'];
const ACTIONS = ['get', 'update'];

/** GET, or POST for an update. */
export function configMethod({ args }: ApiCall): 'GET' | 'POST' {
  const given = configArgs(args);
  const hasPayload = given['configPayload'] !== undefined;
  const action = given['configAction'] ?? (hasPayload ? 'update' : 'get');
  if (action === 'get' && !hasPayload) return 'GET';
  if (action === 'update' && hasPayload) return 'POST';
  if (action === 'get') throw invalid('configPayload is set, but configAction is "get".', 'leave one of them out.');
  if (action === 'update')
    throw invalid(
      'configAction is "update", but configPayload is missing.',
      'set configPayload to the value to store.',
    );
  const near = nearestName(String(action), ACTIONS);
  throw invalid(
    `Invalid configAction: ${JSON.stringify(action)}.`,
    `use "get" or "update"${near === undefined ? '' : ` (did you mean "${near}"?)`}.`,
  );
}

/** The path with the id of the configuration. */
export function configPath({ args }: ApiCall): string {
  return `${API_PREFIX}/config/${pathSegment('configWorkflowId', configArgs(args)['configWorkflowId'])}`;
}

/** The query with the store's type. */
export function configQuery({ args }: ApiCall): Query {
  return { type: configArgs(args)['type'] };
}

function configArgs(args: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(args)) throw invalid('The API `config` needs arguments.', 'pass { configWorkflowId: "…" }.');
  const unknown = Object.keys(args).find((name) => !FIELDS.includes(name));
  if (unknown === undefined) return args;
  const near = nearestName(unknown, FIELDS);
  throw invalid(
    `The API \`config\` has no argument ${JSON.stringify(unknown)}${near === undefined ? '.' : `; did you mean ${near}?`}`,
    `use ${FIELDS.join(', ')}.`,
  );
}

function invalid(what: string, fix: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', { what, why: 'nothing was sent.', fix });
}
