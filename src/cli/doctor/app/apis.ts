import type { ApiResponse } from '../../../api-response';
import { namedIds } from '../../../apis/response/started-workflow';
import { createClient } from '../../../client/client';
import type { Client } from '../../../client/client-interface';
import type { ConnectorConfig } from '../../../config/options';
import { defined } from '../../../defined';
import { environmentCredentials, prefixOf } from '../../../env/credentials';
import { isConnectorTestError } from '../../../errors';
import { type Finding, ok, problemOf, warning } from '../finding';
import { type ApiVerdict, apiVerdict } from './api-verdict';
import { customApiFindings } from './custom-apis';

/** The server whose APIs are checked. */
export interface CheckedServer {
  readonly url: string;
  readonly config: ConnectorConfig;
  readonly applicationName: string | undefined;
  /** Whether requests that write may be sent, once each. */
  readonly writes: boolean;
}

/** An id that no workflow and no configuration has. */
const UNKNOWN_ID = 'jest-connector-doctor';
const TIMEOUT_MS = 15_000;

/** What each API returns for its plain request, with the credentials of the environment. */
export async function apiFindings(server: CheckedServer): Promise<Finding[]> {
  const client = clientOf(server);
  try {
    return await findingsWith(client, server);
  } finally {
    client.close();
  }
}

function clientOf({ url, config }: CheckedServer): Client {
  const { headers, query, workflowEndpoint, apis, timeout = TIMEOUT_MS } = config;
  return createClient({
    serverHost: url,
    timeout: Math.min(timeout, TIMEOUT_MS),
    ...defined({ headers, query, workflowEndpoint, apis }),
  });
}

async function findingsWith(client: Client, { config, applicationName, writes }: CheckedServer): Promise<Finding[]> {
  const credentials = credentialsOf(applicationName);
  const args = { credentials: credentials ?? {} };
  const hasCredentials = credentials !== undefined;
  const found: Finding[] = hasCredentials ? [] : [withoutCredentials(applicationName)];
  for (const api of ['auth', 'preflight', 'metadata'] as const) {
    const finding = await send(api, hasCredentials, () => client[api](args));
    found.push(finding);
    // Sending refused credentials again could lock the account.
    if (finding.severity === 'problem') return found;
  }
  found.push(await send('config', hasCredentials, () => client.config({ configWorkflowId: UNKNOWN_ID })));
  found.push(await send('status', hasCredentials, () => client.status(UNKNOWN_ID, UNKNOWN_ID)));
  found.push(...(await customApiFindings(client, config.apis ?? {})));
  return writes ? [...found, await startWorkflow(client, args)] : found;
}

function credentialsOf(applicationName: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (applicationName === undefined) return undefined;
  const { credentials } = environmentCredentials(applicationName, new Set());
  const set = Object.entries(credentials).filter(([, value]) => value !== undefined);
  return set.length === 0 ? undefined : Object.fromEntries(set);
}

function withoutCredentials(applicationName: string | undefined): Finding {
  const where = applicationName === undefined ? 'E2E_<APP>_*' : `${prefixOf(applicationName)}*`;
  return ok('apis', `There are no credentials in ${where}, so the requests below are sent without any`);
}

type CheckedApi = ApiVerdict['api'];

async function send(api: CheckedApi, hasCredentials: boolean, request: () => Promise<ApiResponse>): Promise<Finding> {
  try {
    return apiVerdict({ api, hasCredentials, response: await request() });
  } catch (error) {
    if (isConnectorTestError(error)) return problemOf(`api-${api}`, error);
    throw error;
  }
}

/** A workflow that was started is stopped at once. */
async function startWorkflow(client: Client, args: object): Promise<Finding> {
  const check = 'api-workflow';
  try {
    const response = await client.workflow(args as never);
    const { workflowId: workflow, runId: run } = namedIds(response.body);
    if (typeof workflow !== 'string' || typeof run !== 'string') {
      return apiVerdict({ api: 'workflow', hasCredentials: true, response });
    }
    const stopped = await client.stop(workflow, run);
    if (stopped.status < 300)
      return ok(check, `workflow: ${response.status}; it started ${workflow}, which was stopped`);
    const fix = `stop it yourself: POST /workflows/v1/stop/${workflow}/${run}`;
    return warning(check, `Workflow ${workflow} was started, and could not be stopped: ${stopped.status}.`, fix);
  } catch (error) {
    if (isConnectorTestError(error)) return problemOf(check, error);
    throw error;
  }
}
