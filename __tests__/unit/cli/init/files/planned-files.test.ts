import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import type { AppChoice, Choices } from '../../../../../src/cli/init/choices';
import { plannedFiles } from '../../../../../src/cli/init/files/planned-files';
import { readProject } from '../../../../../src/cli/project/read-project';
import { temporaryProject } from '../../../../support/temporary-project';

const ROOT = join(__dirname, '../../../../..');
const CHOICES: Choices = { name: 'shop', language: 'commonjs', app: { kind: 'demo' }, github: true };
const SERVER = { kind: 'server', url: 'http://shop:9000' } as const;
const SDK = {
  'requirements.txt': 'atlan-application-sdk==3.51.0\n',
  'src/shop/__init__.py': '',
  'src/shop/app.py': 'from application_sdk.app import App\n\nclass Shop(App):\n    name = "shop"\n',
};

function planned(choices: Partial<Choices>, files: Record<string, string> = { 'package.json': '{}' }) {
  const project = readProject(temporaryProject(files));
  const all = plannedFiles({ ...CHOICES, ...choices }, project);
  return Object.fromEntries(all.map(({ path, text }) => [path, text]));
}

function connectorOf(text: string | undefined): Record<string, unknown> {
  const module = { exports: {} as { globals: { connector: Record<string, unknown> } } };
  const require = (name: string) =>
    name === 'node:path'
      ? { join: (...parts: string[]) => parts.join('/') }
      : { temporalDevServer: () => 'temporal', daprSidecar: () => 'dapr' };
  runInNewContext(text ?? '', { module, require, __dirname: '/shop' });
  return module.exports.globals.connector;
}

test('the demo has an app of its own', () => {
  expect(Object.keys(planned({}))).toEqual([
    'jest.config.js',
    'tests/integration/shop/scenarios.js',
    'tests/integration/shop/connector.test.js',
    '.env.example',
    'demo-app.mjs',
    '.github/workflows/connector.yml',
  ]);
});

test('an app on the SDK has the standard suite as well, and the others do not', () => {
  const files = planned({ app: { kind: 'sdk' }, language: 'module' }, SDK);
  const suite = files['tests/integration/shop/standard.test.js'];
  expect(suite).toMatch(/standardScenarios\(\{[^]*deviations: 'sdk'/);
  expect(suite).toContain("requires: ['E2E_SHOP_HOST', 'E2E_SHOP_USERNAME', 'E2E_SHOP_PASSWORD']");
  expect(suite).not.toMatch(/^ *contract:|MY_CONNECTOR/m);
  const others: AppChoice[] = [{ kind: 'demo' }, SERVER, { kind: 'command', command: 'node app.js', url: SERVER.url }];
  expect(others.flatMap((app) => Object.keys(planned({ app }))).filter((path) => /standard/.test(path))).toEqual([]);
});

test('a package of ES modules has a config that is CommonJS, and an existing config is not planned', () => {
  const module = { 'package.json': '{ "type": "module" }' };
  expect(Object.keys(planned({}, module))).toContain('jest.config.cjs');
  expect(Object.keys(planned({}, { ...module, 'jest.config.js': '' }))).not.toContain('jest.config.cjs');
});

test.each<[AppChoice, Record<string, unknown>]>([
  [{ kind: 'server', url: 'http://shop:9000' }, { serverHost: 'http://shop:9000' }],
  [
    { kind: 'command', command: 'node app.js --verbose', url: 'http://127.0.0.1:9000' },
    { app: { command: ['node', 'app.js', '--verbose'], url: 'http://127.0.0.1:9000' } },
  ],
  [
    { kind: 'command', command: "cd 'my app' && ./serve $1", url: 'http://127.0.0.1:9000' },
    { app: { command: "cd 'my app' && ./serve $1", url: 'http://127.0.0.1:9000' } },
  ],
])('the config of %j', (app, expected) => {
  expect(connectorOf(planned({ app })['jest.config.js'])).toEqual({
    ...expected,
    applicationName: 'shop',
    strictPaths: true,
  });
});

test.each([
  ['.venv/bin/python', ['/shop/.venv/bin/python', '-m']],
  ['nothing', [expect.stringMatching(/^python3?$/), '-m']],
])('the config of an app on the SDK, with the Python of %s', (python, start) => {
  const connector = connectorOf(planned({ app: { kind: 'sdk' } }, { ...SDK, [python]: '' })['jest.config.js']);
  const app = connector['app'] as { command: string[]; env: object };
  expect(connector['services']).toEqual({ temporal: 'temporal', dapr: 'dapr' });
  expect(app.command.slice(0, 2)).toEqual(start);
  expect(app.command.slice(2)).toEqual([
    ...['application_sdk.main', '--mode', 'combined', '--app', 'shop.app:Shop'],
    ...['--handler-host', '127.0.0.1', '--handler-port', '${port}', '--health-port', '0'],
  ]);
  expect(app.env).toMatchObject({ PYTHONPATH: '/shop/src', ATLAN_APPLICATION_NAME: 'shop' });
});

interface Workflow {
  readonly on: unknown;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly if?: string; readonly steps: readonly Step[] }>>;
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const workflowOf = (choices: Partial<Choices>, files?: Record<string, string>) =>
  planned(choices, files)['.github/workflows/connector.yml'] ?? '';
const stepsOf = (text: string): Step[] => Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) => steps);

describe('the GitHub workflow', () => {
  const text = workflowOf({ app: SERVER });
  const workflow = parse(text) as Workflow;

  test('only reads the repository, and runs on pull requests without the secrets of the base', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).filter((job) => 'permissions' in job)).toEqual([]);
    expect(workflow.on).toEqual(['push', 'pull_request']);
    expect(text).not.toContain('pull_request_target');
  });

  test('uses actions by commit, in the versions of our own workflow', () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, action = '']) => action);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
    const own = readFileSync(join(ROOT, '.github/workflows/ci.yml'), 'utf8');
    const shared = uses.filter((action) => /checkout|setup-/.test(action));
    expect(shared.length).toBeGreaterThan(3);
    expect(shared.filter((action) => !own.includes(action))).toEqual([]);
  });

  test('is skipped with a notice where there are no secrets, and the two conditions exclude each other', () => {
    const { skipped, test: tests } = workflow.jobs;
    expect(skipped?.if).toMatch(/head\.repo\.fork \|\| github\.actor == 'dependabot\[bot\]'\)$/);
    expect(tests?.if).toBe(`github.event_name != 'pull_request' || !${/\(.*\)$/.exec(skipped?.if ?? '')?.[0]}`);
    expect(skipped?.steps).toEqual([{ run: expect.stringContaining('::notice title=Connector tests skipped::') }]);
  });

  test('only the tests get the secrets, and the shards are merged', () => {
    const withSecrets = stepsOf(text).filter((step) => JSON.stringify(step).includes('secrets.E2E_'));
    expect(withSecrets).toEqual([
      {
        run: 'npx jest --shard=${{ matrix.shard }}/${{ strategy.job-total }}',
        env: {
          CONNECTOR_REPORT: './report-${{ matrix.shard }}',
          E2E_SHOP_HOST: '${{ secrets.E2E_SHOP_HOST }}',
          E2E_SHOP_USERNAME: '${{ secrets.E2E_SHOP_USERNAME }}',
          E2E_SHOP_PASSWORD: '${{ secrets.E2E_SHOP_PASSWORD }}',
        },
      },
    ]);
    expect(stepsOf(text)).toContainEqual({ run: 'npx jest-connector merge shards/* --out connector-report' });
  });
});

test('the workflow of the demo needs no secrets', () => {
  expect(workflowOf({})).not.toContain('secrets.E2E_');
});

test('the workflow of ES modules in JavaScript has the flag of Node', () => {
  expect(workflowOf({ language: 'module' })).toContain('NODE_OPTIONS: --experimental-vm-modules');
  expect(workflowOf({})).not.toContain('NODE_OPTIONS');
});

test('the workflow uses the package manager of the project', () => {
  const runs = stepsOf(workflowOf({}, { 'package.json': '{}', 'pnpm-lock.yaml': '' })).map(({ run = '' }) => run);
  expect(runs).toEqual(expect.arrayContaining(['corepack enable', 'pnpm install --frozen-lockfile']));
  expect(runs).toContain('pnpm exec jest-connector merge shards/* --out connector-report');
  expect(runs.filter((run) => /\bnp[mx] /.test(run))).toEqual([]);
});

test('the workflow of an app on the SDK installs what it needs, in the versions of the example', () => {
  const text = workflowOf({ app: { kind: 'sdk' } }, SDK);
  const { goPrograms } = require('../../../../../examples/sdk-connector/stack/paths') as {
    goPrograms: readonly { name: string; version: string }[];
  };
  for (const { version } of goPrograms) expect(text).toContain(`/releases/download/v${version}/`);
  expect(text).toContain('.venv/bin/pip install -r requirements.txt');
});
