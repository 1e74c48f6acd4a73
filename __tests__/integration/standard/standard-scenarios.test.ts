import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureCallSite } from '../../../src/call-site';
import { type Client, createClient } from '../../../src/client/client';
import { writeContract } from '../../../src/contract/contract-file';
import { readContract } from '../../../src/contract/read-contract';
import type { ScenarioResult } from '../../../src/runner/scenario-result';
import type { AnyApiScenario } from '../../../src/scenario/scenario';
import { validateScenarios } from '../../../src/scenario/validate-scenarios';
import type { StandardOptions } from '../../../src/standard/standard-options';
import { createStandardScenarios } from '../../../src/standard/standard-scenarios';
import type { AppServer, ReceivedRequest, Reply } from '../../support/app-server';
import { runOneScenario } from '../../support/run-one-scenario';
import { startStrictApp, STRICT_CREDENTIALS } from '../../support/strict-app';

// Some tests run the whole suite.
jest.setTimeout(60_000);

let app: AppServer;
let client: Client;
let folder: string;
beforeEach(async () => {
  app = await startStrictApp();
  client = createClient({ serverHost: app.url });
  folder = mkdtempSync(join(tmpdir(), 'standard-'));
  writeContract(join(folder, 'contract.json'), await readContract(client));
});
afterEach(async () => {
  client.close();
  rmSync(folder, { recursive: true });
  await app.close();
});

const OPTIONS: StandardOptions = {
  credentials: STRICT_CREDENTIALS,
  preflight: { metadata: { databases: ['MY_DB'] } },
  workflow: { metadata: { databases: ['MY_DB'] }, connection: { name: 'c' } },
  contract: 'contract.json',
};

const suite = (options: StandardOptions = OPTIONS): AnyApiScenario[] =>
  createStandardScenarios(options, { site: captureCallSite(suite), place: undefined, folder }) as AnyApiScenario[];

/** The results of all scenarios, by name. */
async function run(options?: StandardOptions, names = /./): Promise<ReadonlyMap<string, ScenarioResult>> {
  const results = new Map<string, ScenarioResult>();
  for (const scenario of suite(options).filter(({ name }) => names.test(name))) {
    results.set(scenario.name, await runOneScenario(app.url, scenario, { context: { client } }));
  }
  return results;
}

const failing = async (options?: StandardOptions, names?: RegExp): Promise<string[]> =>
  [...(await run(options, names))].filter(([, { success }]) => !success).map(([name]) => name.replace('standard_', ''));

test('all scenarios are valid, and pass against an app that refuses all that it should', async () => {
  expect(validateScenarios(suite(), ['auth', 'preflight', 'metadata', 'workflow', 'config'])).toEqual([]);
  const results = await run();
  expect(
    [...results.values()]
      .filter(({ success }) => !success)
      .map(({ name, error, outcomes }) => ({ name, error, outcomes })),
  ).toEqual([]);
  expect([...results.keys()].filter((name) => !name.startsWith('standard_contract_'))).toMatchInlineSnapshot(`
   [
     "standard_auth_valid",
     "standard_auth_wrong_credentials",
     "standard_auth_no_credentials",
     "standard_auth_without_username",
     "standard_auth_without_password",
     "standard_auth_unknown_credential",
     "standard_auth_long_string",
     "standard_preflight_ready",
     "standard_preflight_wrong_credentials",
     "standard_metadata_listed",
     "standard_metadata_wrong_credentials",
     "standard_workflow_ends",
     "standard_config_update",
     "standard_config_get",
     "standard_config_unknown",
     "standard_auth_malformed_json",
     "standard_auth_json_list",
     "standard_auth_wrong_method",
     "standard_preflight_malformed_json",
     "standard_preflight_json_list",
     "standard_preflight_wrong_method",
     "standard_metadata_malformed_json",
     "standard_metadata_json_list",
     "standard_metadata_wrong_method",
     "standard_workflow_malformed_json",
     "standard_workflow_json_list",
     "standard_workflow_wrong_method",
     "standard_config_malformed_json",
     "standard_config_wrong_method",
     "standard_unknown_path",
   ]
  `);
  expect(results.size).toBeGreaterThan(50);
});

test('no scenario sends a real user name with a wrong or missing password', async () => {
  await run(OPTIONS, /_(auth|preflight|metadata)_/);
  const logins = app.requests.filter(({ path }) => /\/(auth|check|metadata)$/.test(path));
  const wrong = logins.filter(({ text }) => text.includes('test_user') && !text.includes('test_pass'));
  expect(wrong).toEqual([]);
  const users = new Set(logins.flatMap(({ text }) => /jest-connector-\w+(?="\},\{"key":"password)/.exec(text) ?? []));
  expect(users.size).toBeGreaterThan(2);
});

describe('an app that is broken', () => {
  const body = ({ body: fields }: ReceivedRequest) => (fields ?? {}) as Readonly<Record<string, unknown>>;
  const LOGIN: Reply = { json: { success: true, data: { status: 'success' } } };
  test.each<[string, string, Reply | ((request: ReceivedRequest) => Reply | undefined), string[]]>([
    [
      'accepts every login',
      'POST /workflows/v1/auth',
      (request) => (Array.isArray(request.body) || request.body === undefined ? { status: 422, json: {} } : LOGIN),
      [
        ...[
          'auth_wrong_credentials',
          'auth_no_credentials',
          'auth_without_username',
          'auth_without_password',
          'auth_long_string',
        ],
      ],
    ],
    [
      'is ready whatever its checks say',
      'POST /workflows/v1/check',
      (request) =>
        Array.isArray(request.body) || request.body === undefined
          ? { status: 422, json: {} }
          : {
              json: { success: true, data: {}, preflight: { status: 'ready', checks: [{ name: 'a', passed: false }] } },
            },
      ['preflight_ready', 'preflight_wrong_credentials'],
    ],
    [
      'lists nothing',
      'POST /workflows/v1/metadata',
      (request) =>
        Array.isArray(request.body) || request.body === undefined
          ? { status: 422, json: {} }
          : body(request)['credentials'] && JSON.stringify(request.body).includes('test_pass')
            ? { json: { success: true, data: [] } }
            : { status: 401, json: { detail: 'no' } },
      ['metadata_listed'],
    ],
    [
      'forgets what it stores',
      'GET /workflows/v1/config/jest-connector-standard',
      { json: { success: true, data: {} } },
      ['config_get'],
    ],
    [
      'fails at malformed JSON',
      'POST /workflows/v1/auth',
      (request) => (request.body === undefined ? { status: 500, raw: 'Internal Server Error' } : undefined),
      ['auth_malformed_json'],
    ],
    ['reads by GET', 'GET /workflows/v1/auth', LOGIN, ['auth_wrong_method']],
    ['answers every path', 'POST /workflows/v1/jest-connector-unknown', { json: {} }, ['unknown_path']],
    [
      'returns the password',
      'POST /workflows/v1/auth',
      (request) =>
        JSON.stringify(request.body ?? '').includes('test_pass')
          ? { json: { success: true, data: { status: 'success', message: JSON.stringify(request.body) } } }
          : undefined,
      ['auth_valid', 'auth_without_username', 'auth_unknown_credential'],
    ],
    [
      'fails at what it does not know',
      'POST /workflows/v1/auth',
      (request) => (request.text.includes('jest_connector_unknown') ? { status: 500, json: {} } : undefined),
      ['auth_unknown_credential'],
    ],
    [
      'refuses with status 200 what it does not know, and what is long',
      'POST /workflows/v1/auth',
      (request) =>
        /jest_connector_unknown|x{1000}/.test(request.text)
          ? { json: { success: false, message: 'Internal server error' } }
          : undefined,
      ['auth_unknown_credential', 'auth_long_string'],
    ],
    [
      'returns a page for what is long',
      'POST /workflows/v1/auth',
      (request) =>
        request.text.includes('x'.repeat(1000))
          ? { raw: '<!doctype html><h1>Too long</h1>', headers: { 'content-type': 'text/html' } }
          : undefined,
      ['auth_long_string'],
    ],
  ])('%s', async (_what, route, reply, names) => {
    app.respond(route, reply);
    const api = /^[a-z]+/.exec(names[0] ?? '')?.[0];
    expect(await failing(OPTIONS, new RegExp(`^standard_${api}`))).toEqual(names);
  });

  test('starts a workflow with anything: each is named and stopped', async () => {
    app.respond('POST /workflows/v1/start', (request) =>
      request.body === undefined ? undefined : { json: { success: true, data: { workflow_id: 'w', run_id: 'r' } } },
    );
    const results = await run({ ...OPTIONS, workflow: { ...(OPTIONS.workflow as object) } });
    const started = [...results.values()].filter(({ outcomes }) =>
      outcomes.some(({ path, passed }) => path === 'mustNotStart' && !passed),
    );
    expect(started.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['standard_workflow_json_list', 'standard_contract_workflow_connection.name_missing']),
    );
    expect(started[0]?.outcomes.find(({ path }) => path === 'mustNotStart')?.received).toMatch(
      /^workflow w \(run r\), which /,
    );
    // One more, whose end could not be read.
    expect(app.requests.filter(({ path }) => path.includes('/stop/w/r')).length).toBe(started.length + 1);
  });

  test('ignores one field of its contract', async () => {
    app.respond('POST /workflows/v1/start', (request) => {
      const { connection } = body(request);
      const limit = (body(request)['metadata'] as { limit?: unknown } | undefined)?.limit;
      return connection === undefined || limit === undefined ? undefined : { json: { success: true, data: {} } };
    });
    const names = await failing(OPTIONS, /limit/);
    expect(names).toEqual(
      ['null', 'wrong_type', 'below_minimum'].map((kind) => `contract_workflow_metadata.limit_${kind}`),
    );
  });

  test('ends its workflow as failed', async () => {
    app.respond('GET /workflows/v1/status/demo-67932a1289f72c2f-2/run-3', { json: { data: { status: 'FAILED' } } });
    expect(
      await failing({
        credentials: STRICT_CREDENTIALS,
        auth: false,
        preflight: false,
        metadata: false,
        config: false,
        workflow: { connection: { name: 'c' } },
      }),
    ).toEqual(['workflow_ends']);
  });

  test('has another contract than the file', async () => {
    app.respond('GET /workflows/v1/input-contract', { json: { type: 'object', properties: {} } });
    const results = await run({ ...OPTIONS, auth: false });
    const failed = [...results.values()].filter(({ success }) => !success);
    expect(failed.map(({ name }) => name)).toEqual(['standard_contract_is_current']);
    expect(failed[0]?.error).toMatchObject({
      code: 'CONTRACT_DRIFTED',
      message: expect.stringContaining('npx jest-connector contract') as string,
    });
  });
});

describe('options', () => {
  test('what is made wrong must be valid otherwise', async () => {
    const results = await run({
      credentials: STRICT_CREDENTIALS,
      workflow: { metadata: { databases: 'MY_DB' } },
      contract: 'contract.json',
    });
    const { error } = results.get('standard_contract_workflow_mode_null') ?? {};
    expect(error?.message).toMatch(
      /are invalid themselves; nothing was sent\.[^]*at "metadata.databases"[^]*`metadata`, `connection`,\s+`args`/,
    );
  });

  test('credentials that have no user and no secret need wrong ones', async () => {
    const results = await run({
      credentials: { host: 'x' },
      preflight: false,
      metadata: false,
      config: false,
      workflow: false,
    });
    expect(results.get('standard_auth_wrong_credentials')?.error?.message).toContain('set `wrongCredentials`');
    const given = await run({
      credentials: { host: 'x' },
      wrongCredentials: { host: 'y' },
      preflight: false,
      metadata: false,
      config: false,
      workflow: false,
    });
    expect(given.get('standard_auth_wrong_credentials')).toMatchObject({ success: true });
  });

  test('credentials in any form, also as pairs and nested in extra', async () => {
    const pairs = [
      { key: 'username', value: 'test_user' },
      { key: 'password', value: 'test_pass' },
      { key: 'extra.token', value: 'tok-99-tok' },
    ];
    expect(await failing({ ...OPTIONS, credentials: () => pairs }, /standard_(auth|preflight|metadata)/)).toEqual([]);
    expect(app.requests.some(({ text }) => text.includes('"test_user"') && text.includes('tok-99-tok'))).toBe(true);
    const wrong = app.requests.filter(({ text }) => text.includes('jest-connector-') && text.includes('extra.token'));
    expect(wrong.some(({ text }) => !text.includes('tok-99-tok'))).toBe(true);
  });

  test('a required credential that is not there is a mistake', async () => {
    const results = await run({
      credentials: STRICT_CREDENTIALS,
      requiredCredentials: ['tenant'],
      preflight: false,
      metadata: false,
      config: false,
      workflow: false,
    });
    expect(results.get('standard_auth_without_tenant')?.error?.message).toContain(
      'have no "tenant" that could be left out',
    );
  });
});
