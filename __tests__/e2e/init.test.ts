import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testInMatrix, ways } from '../support/in-matrix';
import { installPackage, packedPackage } from './installed-project';
import { onTerminal } from './on-terminal';
import { runCli } from './run-cli';
import { runCommand } from './run-command';
import { runJest, statuses } from './run-jest';

const EXAMPLES = join(__dirname, '../../examples');
const DEMO = ['auth_valid', 'auth_wrong_password', 'preflight_ready', 'metadata_lists_tables', 'workflow_completes'];

const manifest = (more: object): string => JSON.stringify({ name: 'shop', private: true, ...more });

test.each(
  ways([
    ['JavaScript in ES modules', { type: 'module' }, 'connector.test.js'],
    ['TypeScript', { devDependencies: { typescript: '*' } }, 'connector.test.ts'],
    ['TypeScript in ES modules', { type: 'module', devDependencies: { typescript: '*' } }, 'connector.test.ts'],
    ['JavaScript', {}, 'connector.test.js'],
  ] as const),
)(
  'the demo passes at once, in %s',
  async (title, more, file) => {
    const project = (await installPackage()).project(
      'init',
      { 'package.json': manifest(more) },
      title.replace(/\W/g, '-'),
    );
    const { exitCode, stdout } = await runCli(project, ['init', '--demo']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`created  tests/integration/shop/${file}\n`);
    const [next] = /(?<=Next:\n {2}).*/.exec(stdout) ?? [];
    expect(next).toBe(title === 'JavaScript in ES modules' ? 'npm test' : 'npx jest');

    const run = await runCommand(['npm', 'test', '--silent', '--', '--verbose'], { cwd: project });
    expect(run.exitCode).toBe(0);
    for (const name of DEMO) expect(run.output).toMatch(new RegExp(`✓ ${name} `));

    const before = readFileSync(join(project, 'demo-app.mjs'), 'utf8');
    const again = await runCli(project, ['init', '--demo']);
    expect(again.exitCode).toBe(0);
    expect(again.stdout).not.toMatch(/^(?:created|changed)/m);
    expect(readFileSync(join(project, 'demo-app.mjs'), 'utf8')).toBe(before);
  },
  60_000,
);

test('the config that --yes changes runs the tests of before and the new ones', async () => {
  const files = {
    'package.json': manifest({ devDependencies: { typescript: '*' } }),
    'jest.config.js': "module.exports = {\n  testMatch: ['**/*.test.ts', '**/*.spec.js'],\n};\n",
    'old.spec.js': "test('of before', () => undefined);",
  };
  const project = (await installPackage()).project('init', files, 'existing-config');
  const { stdout } = await runCli(project, ['init', '--demo', '--yes']);
  expect(stdout).toContain('changed  jest.config.js (uses withConnector)');
  const run = await runJest(project);
  expect(run.exitCode).toBe(0);
  expect(statuses(run)).toEqual({
    'of before': 'passed',
    ...Object.fromEntries(DEMO.map((name) => [`shop ${name}`, 'passed'])),
  });
}, 60_000);

testInMatrix(
  'the suite of an app on the Python SDK starts Temporal, Dapr and the app, and passes',
  async () => {
    const project = (await installPackage()).project('init', {}, 'sdk');
    cpSync(join(EXAMPLES, 'sdk-connector/app'), join(project, 'app'), { recursive: true });
    copyFileSync(join(EXAMPLES, 'sdk-connector/requirements.txt'), join(project, 'requirements.txt'));
    mkdirSync(join(project, '.venv/bin'), { recursive: true });
    for (const program of ['python', 'temporal', 'daprd']) {
      copyFileSync(join(project, 'sdk-server.js'), join(project, '.venv/bin', program));
      chmodSync(join(project, '.venv/bin', program), 0o755);
    }
    expect((await runCli(project, ['init'])).exitCode).toBe(0);

    const services = {
      CONNECTOR_TEMPORAL_PATH: join(project, '.venv/bin/temporal'),
      CONNECTOR_DAPRD_PATH: join(project, '.venv/bin/daprd'),
    };
    const credentials = { HOST: 'db', USERNAME: 'svc_reader', PASSWORD: 'open sesame' };
    const named = Object.entries(credentials).map(([name, value]) => [`E2E_POSTGRES_${name}`, value]);
    // One after the other: the programs here listen late, and two runs could find the same port free.
    const without = await runJest(project, [], { env: services });
    const run = await runJest(project, [], {
      env: { ...services, ...Object.fromEntries(named), CONNECTOR_LOGS: '1' },
    });
    const ofStandard = Object.keys(statuses(run)).filter((name) => name.startsWith('standard standard_'));
    const known = ofStandard.filter((name) => name.includes('(skipped: the SDK '));
    expect([ofStandard.length, known.length]).toEqual([29, 3]);
    expect(without).toMatchObject({ exitCode: 0, json: { numPassedTests: 1, numPendingTests: 5 + 29 } });
    expect(run).toMatchObject({ exitCode: 0, json: { numPassedTests: 6 + 26, numPendingTests: 3 } });
    expect(run.stderr).toContain(`app connector:PostgresConnector, handler handler:PostgresHandler, in ${project}/app`);
  },
  60_000,
);

// `script` of other systems takes other options.
(process.platform === 'linux' ? test : test.skip)(
  'a terminal gets three questions, and Ctrl-C writes nothing',
  async () => {
    const { project } = await installPackage();
    const [name, app, github] = ['name of the connector?', 'Which command starts the app?', 'Add a GitHub workflow?'];
    const files = { 'package.json': manifest({}) };
    const asked = project('init', files, 'terminal');
    const output = await onTerminal(
      asked,
      ['init'],
      [
        [name, '-two\r'],
        [app, '\r'],
        [github, 'y'],
      ],
    );
    expect(output).toContain('created  .github/workflows/connector.yml');
    expect(output).toContain('created  tests/integration/shop-two/scenarios.js');
    expect(readFileSync(join(asked, 'jest.config.js'), 'utf8')).toContain("serverHost: 'http://127.0.0.1:8000'");

    const cancelled = project('init', files, 'cancelled');
    expect(await onTerminal(cancelled, ['init'], [[name, '\u0003']])).toContain('Cancelled; nothing was written.');
    expect(readdirSync(cancelled).sort()).toEqual(['package.json', 'sdk-server.js']);
  },
  60_000,
);

testInMatrix(
  'an empty folder has a suite that passes, with npm alone',
  async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'empty-')));
    const run = async (...command: string[]) => {
      const { exitCode, output } = await runCommand(command, { cwd: folder, timeout: 300_000 });
      if (exitCode !== 0) throw new Error(`${command.join(' ')} failed:\n${output}`);
      return output;
    };
    try {
      await run('npm', 'init', '-y');
      await run('npm', 'install', '--save-dev', '--no-audit', '--no-fund', 'jest', await packedPackage());
      await run('npx', 'jest-connector', 'init', '--demo');
      expect(await run('npx', 'jest')).toContain('5 passed');
      expect(await run('npx', 'jest-connector', 'doctor', '--start')).toContain('0 problems, 0 warnings');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  600_000,
);
