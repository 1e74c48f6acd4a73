import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals';
import type { AppServer, Reply } from '../support/app-server';
import { startStrictApp } from '../support/strict-app';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { runCommand } from './run-command';
import { type JestRun, messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(120_000);

const CONTRACT = 'below/contract.json';
/** The credentials of the environment. */
const E2E = { ATLAN_APPLICATION_NAME: 'demo', E2E_DEMO_USERNAME: 'test_user', E2E_DEMO_PASSWORD: 'test_pass' };

describeEachJest('the standard suite', (major, { test, testInMatrix }) => {
  let server: AppServer;
  let project: string;
  beforeAll(async () => {
    project = (await installPackage({ jest: major })).project('standard');
  }, 300_000);
  beforeEach(async () => {
    server = await startStrictApp();
  });
  afterEach(() => server.close());

  const contract = (...args: readonly string[]) => {
    const cli = join(dirname(createRequire(join(project, 'x.js')).resolve('jest-connector')), 'cli.js');
    return runCommand([process.execPath, cli, 'contract', '--out', CONTRACT, ...args], {
      cwd: project,
      env: { CONNECTOR_SERVER_HOST: server.url },
    });
  };
  const run = (args: readonly string[] = [], options: object = {}): Promise<JestRun> =>
    runJest(project, args, { env: { ...E2E, CONNECTOR_SERVER_HOST: server.url, STANDARD: JSON.stringify(options) } });
  const failed = (result: JestRun): string[] =>
    Object.entries(statuses(result))
      .filter(([, status]) => status === 'failed')
      .map(([name]) => name.replace(/^standard standard_(\S+) .*$/, '$1'));

  test('without its contract file says how to write it; then it is green, with names and places like all others', async () => {
    expect((await run()).stderr).toMatch(
      /CONTRACT_MISSING[^]*below\/contract\.json does not exist[^]*`npx jest-connector contract --out below\/contract\.json`/,
    );
    expect(await contract()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`Wrote ${CONTRACT}`) });

    const result = await run([], { except: { standard_auth_long_string: 'the source decides' } });
    expect(failed(result)).toEqual([]);
    expect(result.json).toMatchObject({ numPendingTests: 1, success: true });
    expect(statuses(result)).toHaveProperty(
      'standard standard_auth_long_string @standard (skipped: the source decides)',
      'pending',
    );
    const tests = result.json?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
    expect(tests.length).toBeGreaterThan(50);
    expect(new Set(tests.map((each) => JSON.stringify((each as { location?: unknown }).location)))).toEqual(
      new Set([expect.stringMatching(/"line":7\}/)]),
    );

    const one = await run(['-t', 'standard_contract_workflow_connection.name_missing']);
    expect(one.json).toMatchObject({ numPassedTests: 1, numFailedTests: 0 });
  });

  test('names what is broken, at the line of the call', async () => {
    await contract();
    const login: Reply = { json: { success: true, data: { status: 'success' } } };
    server.respond('POST /workflows/v1/auth', ({ body, text }) =>
      body === undefined
        ? { status: 500, raw: '' }
        : text.includes('test_pass')
          ? { json: { success: true, message: `hi ${text}` } }
          : text === '[1]'
            ? { status: 422, json: {} }
            : login,
    );
    server.respond('POST /workflows/v1/start', ({ body }) =>
      body === undefined || Array.isArray(body) ? { status: 422, json: {} } : undefined,
    );
    server.respond('GET /workflows/v1/config/jest-connector-standard', { json: { success: true, data: {} } });
    server.respond('GET /workflows/v1/metadata', login);
    server.respond('GET /workflows/v1/manifest', { json: { dag: 'new' } });
    const result = await run([], { requiredCredentials: ['username'] });
    const names = failed(result);
    const contracts = names.filter((name) => name.startsWith('contract_workflow_'));

    expect(names.filter((name) => !contracts.includes(name))).toEqual([
      ...[
        'auth_valid',
        'auth_wrong_credentials',
        'auth_no_credentials',
        'auth_without_username',
        'auth_unknown_credential',
      ],
      ...['auth_long_string', 'config_get', 'auth_malformed_json', 'metadata_wrong_method', 'contract_is_current'],
    ]);
    expect(contracts.length).toBeGreaterThan(15);
    const messages = messagesOf(result);
    expect(messages['standard standard_auth_valid @standard']).toMatch(/message\n\s+expected: no secret that was sent/);
    expect(messages['standard standard_auth_valid @standard']).toMatch(/suite\.test\.js:7:/);
    expect(messages['standard standard_contract_workflow_mode_null @standard @contract']).toMatch(
      /mustNotStart\n\s+expected: a refusal that starts no workflow\n\s+received: "workflow demo-\S+ \(run run-\d+\), which was stopped"/,
    );
    expect(messages['standard standard_contract_is_current @standard @contract']).toMatch(
      /CONTRACT_DRIFTED[^]*at "manifest": not expected/,
    );
    expect(JSON.stringify(result.json) + result.output).not.toContain('test_pass');
    const started = server.requests.filter(({ path }) => path.includes('/stop/')).length;
    expect(started).toBe(contracts.length);
  });

  testInMatrix('refuses an unknown name and a wrong file before anything is sent', async () => {
    const wrong = await run([], { contract: 'package.json' });
    expect(wrong.stderr).toMatch(/CONTRACT_INVALID[^]*Invalid contract file package\.json/);
    await contract();
    const asked = server.requests.length;
    const unknown = await run([], { except: { standard_auth_valdi: 'typo' } });
    expect(unknown.stderr).toMatch(/INVALID_OPTIONS[^]*did you mean: standard_auth_valid\n[^]*>\s+7 \|/);
    expect(server.requests.slice(asked).filter(({ path }) => path.includes('/workflows/'))).toEqual([]);
  });
});
