import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import type { RecordResult } from '../../src/cli/record/record-result';
import { type AppServer, startAppServer } from '../support/app-server';
import { brokenTest, MUST_FAIL } from '../support/breaking-proxy';
import { testInMatrix } from '../support/in-matrix';
import { startPostgresConnector } from '../support/postgres-connector';
import { until } from '../support/scripted-app';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { runCli } from './run-cli';
import { type CommandResult, runCommand } from './run-command';
import { runJest, statuses } from './run-jest';

jest.setTimeout(120_000);

const TSC = join(__dirname, '../../scripts/typescript-7/node_modules/typescript/bin/tsc');
const TSCONFIG = {
  compilerOptions: {
    ...{ strict: true, noEmit: true, skipLibCheck: true, esModuleInterop: true, exactOptionalPropertyTypes: true },
    ...{ target: 'ES2022', module: 'node16', types: ['node'], noUncheckedIndexedAccess: true },
  },
  include: ['tests'],
};

/** Ours, which is in a folder above. */
const PRETTIER = {
  'package.json': '{ "name": "shop", "devDependencies": { "prettier": "*" } }',
  '.prettierrc': '{ "semi": false }',
};

const ES_MODULES = {
  'package.json': '{ "name": "shop", "type": "module", "devDependencies": { "prettier": "*" } }',
};

const EVERY_SCENARIO = [
  ...['auth_valid', 'auth_wrong_credentials', 'preflight_ready', 'metadata_listed'],
  ...['workflow_completes', 'config_update', 'config_read'],
];

const CONFIG = "module.exports = { preset: 'jest-connector', globals: { connector: { applicationName: 'shop' } } };";
const CREDENTIALS = 'E2E_SHOP_USERNAME=test_user\nE2E_SHOP_PASSWORD=test_pass\n';

interface Recording extends CommandResult {
  readonly result: RecordResult;
}

/** Records in a project, and expects that it succeeds. */
async function record(project: string, args: readonly string[], url: string): Promise<Recording> {
  const run = await runCli(project, ['record', '--json', ...args], { env: { CONNECTOR_SERVER_HOST: url } });
  expect(run).toMatchObject({ exitCode: 0 });
  return { ...run, result: JSON.parse(run.stdout) as RecordResult };
}

const filesOf = (project: string): string[] =>
  readdirSync(project, { recursive: true, encoding: 'utf8' }).filter((path) => !path.startsWith('node_modules'));

describeEachJest('record', (major, { testInMatrix: inMatrix }) => {
  let server: AppServer;
  beforeAll(async () => {
    server = await startAppServer();
  });
  afterAll(() => server.close());

  const ways = [
    ['TypeScript', 'ts', { 'tsconfig.json': JSON.stringify(TSCONFIG), ...PRETTIER }],
    ['TypeScript as ES modules', 'ts', { 'tsconfig.json': JSON.stringify(TSCONFIG), ...PRETTIER, ...ES_MODULES }],
    ['JavaScript', 'js', {}],
    ['ES modules', 'js', { 'package.json': '{ "name": "shop", "type": "module" }' }],
  ] as const;
  inMatrix.each(ways)('writes %s that is green at once, and further exports', async (name, ending, files) => {
    const installed = await installPackage({ jest: major });
    const config = name.endsWith('ES modules') ? 'jest.config.cjs' : 'jest.config.js';
    const project = installed.project('record', { [config]: CONFIG, '.env': CREDENTIALS, ...files }, `record ${name}`);
    const { result } = await record(project, ['--all', '--writes'], server.url);

    expect(result).toMatchObject({ outcome: 'created', leftOut: [], advice: [] });
    expect(result.scenarios.map((scenario) => scenario.name)).toEqual(EVERY_SCENARIO);
    expect(result.scenarios.flatMap(({ accepts }) => accepts)).toEqual([]);
    expect(result.file).toMatch(new RegExp(`recorded\\.scenarios\\.${ending}$`));

    const more = ['--api', 'metadata', '--args', '{"max_objects": 2}', '--name', 'metadata_two', '--out', result.file];
    expect((await record(project, more, server.url)).result).toMatchObject({
      ...{ outcome: 'extended', exportName: 'metadataTwo' },
      test: result.test,
    });
    const code = readFileSync(join(project, result.file), 'utf8');
    expect(code).not.toMatch(/test_pass|test_user/);
    expect(code.match(/from "jest-connector"|(?:from |require\()'jest-connector'/g)).toHaveLength(1);

    const run = await runJest(project, [String(result.test)], {
      env: {
        CONNECTOR_SERVER_HOST: server.url,
        NODE_OPTIONS: name.endsWith('ES modules') ? '--experimental-vm-modules' : '',
      },
    });
    expect(statuses(run)).toEqual(
      Object.fromEntries(
        [...EVERY_SCENARIO.map((each) => `recorded ${each}`), 'metadataTwo metadata_two'].map((each) => [
          each,
          'passed',
        ]),
      ),
    );
    const isFlagNeeded = name === 'ES modules';
    expect(result.next).toEqual([
      `${isFlagNeeded ? 'NODE_OPTIONS=--experimental-vm-modules ' : ''}npx jest ${String(result.test)}`,
    ]);
    expect((await record(project, ['--all', '--writes'], server.url)).result).toMatchObject({ outcome: 'unchanged' });
    if (ending === 'ts') {
      expect(code).not.toMatch(/;$|'/m);
      const compiled = await runCommand([process.execPath, TSC, '-p', '.'], { cwd: project });
      expect(compiled).toMatchObject({ exitCode: 0, output: '' });
    }
  });

  inMatrix('several processes that record into one file at once lose nothing', async () => {
    const installed = await installPackage({ jest: major });
    const files = { 'jest.config.js': CONFIG, '.env': CREDENTIALS, ...PRETTIER };
    const project = installed.project('record', files, 'at once');
    const names = ['one', 'two', 'three', 'four'];
    const out = ['--out', 'recorded.scenarios.js', '--api', 'metadata'];
    const runs = await Promise.all(names.map((name) => record(project, [...out, '--name', name], server.url)));
    expect(runs.map(({ result }) => result.outcome).sort()).toEqual(['created', 'extended', 'extended', 'extended']);
    const code = readFileSync(join(project, 'recorded.scenarios.js'), 'utf8');
    expect([...code.matchAll(/name: ["'](\w+)["']/g)].map(([, name]) => name).sort()).toEqual([...names].sort());
    expect(filesOf(project).filter((path) => /\.(?:lock|tmp)$/.test(path))).toEqual([]);
  });

  inMatrix('Ctrl-C while a workflow runs stops it, and leaves no file', async () => {
    const project = (await installPackage({ jest: major })).project(
      'record',
      { 'jest.config.js': CONFIG, '.env': CREDENTIALS },
      'interrupted',
    );
    const before = filesOf(project);
    const sent = server.requests.length;
    let pid = 0;
    const args = ['record', '--api', 'workflow', '--writes', '--args', '{"metadata": {"states": ["RUNNING"]}}'];
    const running = runCli(project, args, {
      env: { CONNECTOR_SERVER_HOST: server.url },
      started: (leader) => (pid = leader),
    });
    const asked = (part: string): boolean => server.requests.slice(sent).some(({ path }) => path.includes(part));
    await until(() => asked('/status/'), 20_000);
    process.kill(-pid, 'SIGINT');
    expect(await running).toMatchObject({ exitCode: 130, stdout: '' });
    expect(asked('/stop/')).toBe(true);
    expect(filesOf(project)).toEqual(before);
  });
});

testInMatrix(
  'what record writes for the PostgreSQL example is green at once, and red if the app is broken in five ways',
  async () => {
    const app = await startPostgresConnector();
    const { text, close } = await brokenTest('./all.scenarios', app.url);
    try {
      const env = 'E2E_SHOP_USERNAME=connector_owner\nE2E_SHOP_PASSWORD=owner-pass-1\nE2E_SHOP_HOST=127.0.0.1\n';
      const files = { '.env': env, 'jest.config.js': CONFIG, 'broken.test.js': text };
      const project = (await installPackage()).project('record', files, 'postgres');
      const { result } = await record(project, ['--all', '--writes', '--out', 'all.scenarios.js'], app.url);
      expect(result.scenarios.flatMap(({ accepts }) => accepts)).toEqual([]);

      const run = await runJest(project, [], { env: { CONNECTOR_SERVER_HOST: app.url } });
      const ended = statuses(run);
      expect(Object.keys(ended)).toEqual(expect.arrayContaining(EVERY_SCENARIO.map((name) => `recorded ${name}`)));
      expect(Object.keys(ended).filter((name) => ended[name] !== 'passed')).toEqual(MUST_FAIL);
    } finally {
      close();
      await app.stop();
    }
  },
);
