import type { ReceivedRequest, Reply } from './app-server';

/** What the built-in routes remember. */
export interface AppState {
  readonly configs: Map<string, unknown>;
  /** The states of each; one that was seen makes room for the next. `metadata.states` of its start names them. */
  readonly workflows: Map<string, { runId: string; states: string[] }>;
  nextId: number;
}

type Fields = Record<string, unknown>;

const PASSWORDS: Readonly<Record<string, string>> = { test_user: 'test_pass', reader: 'reader_pass' };

/** The answer of a built-in route, in the shape that a real app server (3.51) gives. */
export function appResponse(request: ReceivedRequest, state: AppState): Reply {
  const { method, path } = request;
  if (path === '/server/health' || path === '/health') return { json: { status: 'healthy' } };
  if (path === '/server/ready' || path === '/ready') return { json: { status: 'ok' } };
  const route = /^\/workflows\/v1\/(auth|check|metadata|start|dev\/local-vault)$/.exec(path)?.[1];
  if (route) return method === 'POST' ? postResponse(route, request, state) : detail(405, 'Method Not Allowed');
  const [kind = '', id = '', run = ''] = path.replace('/workflows/v1/', '').split('/').map(decodeURIComponent);
  if (kind === 'config') return configResponse(request, id, state);
  if (kind === 'status') return statusResponse(id, state);
  if (kind === 'result') return resultResponse(id, state);
  if (kind === 'stop') return stopResponse(id, run, state);
  return detail(404, 'Not Found');
}

function postResponse(route: string, { body, text }: ReceivedRequest, state: AppState): Reply {
  if (route === 'start') return startResponse(body, text, state);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return invalid('body', []);
  const fields = body as Fields;
  if (route === 'dev/local-vault') {
    const guid = String(state.nextId++).padStart(32, '0');
    return envelope({ credential_guid: guid }, 'Credentials provisioned successfully');
  }
  const wrong = Array.isArray(fields['credentials'])
    ? fields['credentials'].findIndex((pair: Fields) => typeof pair['value'] !== 'string')
    : -1;
  if (wrong >= 0) {
    const field = `credentials.${wrong}.value`;
    return invalid(field, [{ field, message: 'Input should be a valid string', type: 'string_type' }]);
  }
  const credentials = flatCredentials(fields);
  if (credentials['host'] === 'explode') return detail(500, 'Internal server error');
  if (credentials['host'] === 'refuse') return detail(401, '[AAF-HDL-001] bad handler');
  if (route === 'auth') return authResponse(credentials);
  if (route === 'check') return checkResponse(credentials, fields);
  return {
    json: {
      success: true,
      data: [
        { TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'PUBLIC' },
        { TABLE_CATALOG: 'OTHER_DB', TABLE_SCHEMA: 'PUBLIC' },
      ],
    },
  };
}

function authResponse(credentials: Fields): Reply {
  const ok = isRight(credentials);
  const message = ok ? '' : 'wrong password';
  const data = {
    status: ok ? 'success' : 'invalid_credentials',
    message,
    identities: ok ? [credentials['username']] : [],
    scopes: ok ? ['read'] : [],
    expires_at: '',
    error: null,
  };
  return { status: ok ? 200 : 401, json: { success: ok, data, message: message || 'Authentication success' } };
}

function checkResponse(credentials: Fields, { metadata }: Fields): Reply {
  const databases = ((metadata as Fields | undefined)?.['databases'] ?? []) as string[];
  const missing = databases.filter((name) => name !== 'MY_DB' && name !== 'OTHER_DB');
  const reader = credentials['username'] === 'reader';
  const checks = [
    check('authCheck', isRight(credentials), 'auth ok', 'wrong password'),
    check('databasesCheck', missing.length === 0, 'all there', `missing: ${missing.join(', ')}`),
    ...(reader ? [check('createPermission', false, '', 'no CREATE permission')] : []),
  ];
  const failed = checks.filter(({ passed }) => !passed);
  const status =
    failed.length === 0 ? 'ready' : failed.every(({ name }) => name === 'createPermission') ? 'partial' : 'not_ready';
  const data = Object.fromEntries(
    checks.map(({ name, passed, message }) => [
      name,
      { success: passed, message, successMessage: passed ? message : '', failureMessage: passed ? '' : message },
    ]),
  );
  const preflight = { status, message: '', total_duration_ms: 0.0, checks };
  return { json: { success: true, data, message: `Preflight check ${status}`, preflight } };
}

function check(name: string, passed: boolean, good: string, bad: string) {
  return { name, passed, message: passed ? good : bad };
}

function startResponse(body: unknown, text: string, state: AppState): Reply {
  if (body === undefined || text === '') return { status: 500, raw: 'Internal Server Error', headers: TEXT };
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return detail(400, 'Invalid input');
  const fields = body as Fields;
  const workflowId = String(fields['workflow_id'] ?? `demo-67932a1289f72c2f-${state.nextId++}`);
  const runId = `run-${state.nextId++}`;
  const { states = ['COMPLETED'] } = (fields['metadata'] ?? {}) as { states?: string[] };
  state.workflows.set(workflowId, { runId, states: [...states] });
  return {
    json: {
      success: true,
      message: 'Workflow started successfully',
      data: { workflow_id: workflowId, run_id: runId },
      correlation_id: fields['correlation_id'] ?? 'c4e6d4ba-6280-4922-a49a-cb902a585e59',
    },
  };
}

function statusResponse(id: string, state: AppState): Reply {
  const workflow = state.workflows.get(id);
  if (!workflow) return detail(500, 'Failed to get workflow status');
  const status = workflow.states[0] ?? '';
  if (workflow.states.length > 1) workflow.states.shift();
  const data = { workflow_id: id, run_id: workflow.runId, status, execution_duration_seconds: 1 };
  return envelope(data, `Workflow status: ${status}`);
}

function resultResponse(id: string, state: AppState): Reply {
  const workflow = state.workflows.get(id);
  if (!workflow) return detail(404, `Workflow not found: ${id}`);
  if (workflow.states[0] === 'COMPLETED') {
    return envelope({ status: 'completed', workflow_id: id, result: { n: 3 } }, 'Workflow completed');
  }
  const error = workflow.states[0] === 'FAILED' ? 'Workflow failed' : 'Workflow terminated';
  const data = { status: 'failed', workflow_id: id, error };
  return { json: { success: false, data, message: 'Workflow failed' } };
}

function stopResponse(id: string, runId: string, state: AppState): Reply {
  const workflow = state.workflows.get(id);
  if (workflow?.runId !== runId) return detail(500, 'Failed to stop workflow');
  workflow.states.splice(0, Infinity, 'TERMINATED');
  return { json: { success: true, message: 'Workflow terminated successfully' } };
}

function configResponse({ method, query, body }: ReceivedRequest, id: string, { configs }: AppState): Reply {
  const key = `${query['type'] ?? 'workflows'}/${id}`;
  if (method === 'POST') {
    configs.set(key, body);
    return envelope(body, 'Workflow configuration updated successfully');
  }
  if (!configs.has(key)) return detail(404, `Config not found: ${id}`);
  return envelope(configs.get(key), 'Workflow configuration fetched successfully');
}

function flatCredentials(fields: Fields): Fields {
  const given = fields['credentials'] ?? fields;
  if (!Array.isArray(given)) return given as Fields;
  return Object.fromEntries(given.map(({ key, value }: { key: string; value: unknown }) => [key, value]));
}

function isRight({ username, password }: Fields): boolean {
  return password !== undefined && PASSWORDS[String(username)] === password;
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

function envelope(data: unknown, message: string): Reply {
  return { json: { success: true, data, message } };
}

function detail(status: number, text: string): Reply {
  return { status, json: { detail: text } };
}

function invalid(field: string, problems: readonly unknown[]): Reply {
  return { status: 422, json: { success: false, message: `Invalid request: ${field}`, detail: problems } };
}
