import { type ApiRow, APIS, type BuiltInApi } from '../../src/apis/apis';
import { declarations } from './declared';
import type { Part } from './fill-page';
import { code, table } from './markdown';

/** The types of the arguments of each API. */
const ARGUMENTS: Readonly<Record<BuiltInApi, string>> = {
  auth: 'AuthArgs',
  preflight: 'PreflightArgs',
  metadata: 'MetadataArgs',
  workflow: 'WorkflowArgs',
  config: 'ConfigArgs',
};

/** `GET or POST /workflows/v1/config/{id}` */
function requestOf(row: ApiRow): string {
  const call = { args: { configWorkflowId: 'ID' } };
  const path = typeof row.path === 'function' ? row.path(call).replace('ID', '{configWorkflowId}') : row.path;
  return `${typeof row.method === 'function' ? 'GET or POST' : row.method} ${path}`;
}

function argumentsOf(name: BuiltInApi): string {
  const fields = declarations.membersOf('src/apis/connector-apis.ts', ARGUMENTS[name]).map(({ name: field }) => field);
  // `credentials` is inherited, and so it comes last.
  return [...fields]
    .sort((a, b) => Number(b === 'credentials') - Number(a === 'credentials'))
    .map(code)
    .join(', ');
}

/** Generated parts of docs/reference/apis.md. */
export const API_PARTS: Readonly<Record<string, Part>> = {
  apis: () =>
    table(
      ['API', 'request', 'arguments'],
      (Object.keys(APIS) as BuiltInApi[]).map((name) => [code(name), code(requestOf(APIS[name])), argumentsOf(name)]),
    ),
};
