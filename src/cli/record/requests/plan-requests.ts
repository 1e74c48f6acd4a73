import type { ApiDefinitions } from '../../../apis/api-definition';
import { isConnectorTestError } from '../../../errors';
import { isRecord } from '../../../validation/shape';
import type { RecordOptions } from '../record-options';
import type { ArgsTree } from './args-tree';
import type { LeftOut } from './left-out';
import { onlyReads, type PlannedRequest, takesCredentials } from './planned-request';
import { wrongLogin } from './wrong-login';

/** What requests are made of. */
export interface PlanInput {
  readonly options: RecordOptions;
  readonly apis: ApiDefinitions;
  /** Those of the environment. */
  readonly credentials: ArgsTree;
  /** The arguments of `--args`. */
  readonly given: ArgsTree;
}

/** The requests to send, and those that are left out from the start. */
export interface Plan {
  readonly requests: readonly PlannedRequest[];
  readonly leftOut: readonly LeftOut[];
}

const CONFIG_ID = 'jest-connector-recorded';
const PAYLOAD = { made_by: 'jest-connector', nested: { list: ['one', true, null] } };
const CONNECTION = { name: 'test_conn' };

/** The names of scenarios, by API. */
const NAMES: Readonly<Record<string, string>> = {
  auth: 'auth_valid',
  preflight: 'preflight_ready',
  metadata: 'metadata_listed',
  workflow: 'workflow_completes',
  config: 'config_read',
};

/** The name of a preflight that is ready only in part. */
export const PARTIAL_PREFLIGHT = 'preflight_partial';

/** The name of a scenario for which none is given. */
export function defaultName(api: string, expectRefusal = false): string {
  const word = api.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
  return expectRefusal ? `${word}_refused` : (NAMES[api] ?? `${word}_responds`);
}

/** The requests that the options select. */
export function planRequests(input: PlanInput): Plan {
  const { options } = input;
  if (recordsOwnConfig(options)) return { requests: configRequests(), leftOut: [] };
  if (options.api !== undefined) return { requests: [singleRequest(options.api, input)], leftOut: [] };
  const { wrong, leftOut } = refusedLogin(input);
  const written = [...workflowRequests(input), ...configRequests()];
  return {
    requests: distinct([
      withCredentials('auth', input),
      ...wrong,
      withCredentials('preflight', input),
      withCredentials('metadata', input),
      ...customRequests(input),
      ...(options.writes ? written : []),
    ]),
    leftOut: [...leftOut, ...(options.writes ? [] : written.map((request) => withoutWrites(request, options)))],
  };
}

/** Whether a configuration is recorded as with `--all`: written under an id of its own, and read. */
export function recordsOwnConfig({ api, args, writes, expectRefusal }: RecordOptions): boolean {
  return api === 'config' && args === undefined && writes === true && expectRefusal !== true;
}

function singleRequest(api: string, { options, apis, credentials, given }: PlanInput): PlannedRequest {
  const own = isRecord(given) ? given : {};
  const args = takesCredentials(api) && !('credentials' in own) ? { credentials, ...own } : own;
  return {
    ...{ api, args, isRefusal: options.expectRefusal === true, isRead: onlyReads(api, args, apis) },
    name: options.name ?? defaultName(api, options.expectRefusal),
  };
}

/** APIs of the user may have names that are alike. */
function distinct(requests: readonly PlannedRequest[]): PlannedRequest[] {
  const taken = new Map<string, number>();
  return requests.map((request) => {
    const count = (taken.get(request.name) ?? 0) + 1;
    taken.set(request.name, count);
    return count === 1 ? request : { ...request, name: `${request.name}_${count}` };
  });
}

function withCredentials(api: string, { credentials }: PlanInput): PlannedRequest {
  return { api, name: defaultName(api), args: { credentials }, isRead: true, isRefusal: false };
}

function refusedLogin({ credentials }: PlanInput): { wrong: PlannedRequest[]; leftOut: LeftOut[] } {
  const [api, name] = ['auth', 'auth_wrong_credentials'];
  try {
    const args = { credentials: wrongLogin(credentials) };
    const onlyAfter = defaultName('auth');
    return { wrong: [{ api, name, args, onlyAfter, isRead: true, isRefusal: true }], leftOut: [] };
  } catch (error) {
    if (!isConnectorTestError(error)) throw error;
    const fix = 'record a refused login with --api auth --args … --expect-refusal.';
    return { wrong: [], leftOut: [{ api, name, reason: String(error.why).replace(/\.$/, ''), fix }] };
  }
}

/** Those that only read and need no arguments. */
function customRequests({ apis }: PlanInput): PlannedRequest[] {
  return Object.entries(apis)
    .filter(([api, { path }]) => onlyReads(api, {}, apis) && !path.includes('{'))
    .map(([api]) => ({ api, name: defaultName(api), args: {}, isRead: true, isRefusal: false }));
}

function workflowRequests({ credentials }: PlanInput): PlannedRequest[] {
  const args = { credentials, connection: CONNECTION };
  return [{ api: 'workflow', name: defaultName('workflow'), args, isRead: false, isRefusal: false }];
}

function configRequests(): PlannedRequest[] {
  const shared = { api: 'config', lock: CONFIG_ID, isRefusal: false };
  const [update, read] = ['config_update', defaultName('config')] as const;
  return [
    { ...shared, name: update, args: { configWorkflowId: CONFIG_ID, configPayload: PAYLOAD }, isRead: false },
    { ...shared, name: read, args: { configWorkflowId: CONFIG_ID }, isRead: true, needs: update, payload: PAYLOAD },
  ];
}

function withoutWrites({ api, name, needs }: PlannedRequest, options: RecordOptions): LeftOut {
  const reason = needs === undefined ? 'its request writes' : 'it needs the configuration that --writes writes';
  const other = options.name === undefined ? '' : ', and another --name';
  return { api, name, reason, fix: `run the same command with --writes${other}.` };
}
