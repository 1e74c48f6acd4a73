import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { describeEachJest } from './describe-each-jest';
import { type Installation, installPackage } from './installed-project';
import { runJest, statuses } from './run-jest';

const INSTALL_TIMEOUT = 300_000;
const RUN_TIMEOUT = 60_000;
const ENV = { '.env': 'MY_DB_HOST=db.local\nMY_DB_USER=from the file\n' };
// Jest runs a few fast files in band whatever -w says; a limit for workers makes it start them.
const IN_WORKERS = ['-w', '2', '--workerIdleMemoryLimit=8GB'];
const VM_MODULES = { nodeArgs: ['--experimental-vm-modules', '--no-warnings'] };

jest.setTimeout(RUN_TIMEOUT);

let server: AppServer;
let serverEnv: Record<string, string>;

beforeAll(async () => {
  server = await startAppServer();
  serverEnv = { CONNECTOR_SERVER_HOST: server.url };
});

afterAll(() => server.close());

describeEachJest('the preset', (major, { test, testInMatrix, testWays }) => {
  let installed: Installation;

  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, INSTALL_TIMEOUT);

  test('is all that TypeScript scenarios need, in the style of nodenext too', async () => {
    const run = await runJest(installed.project('typescript'), [], { env: serverEnv });
    expect(statuses(run)).toEqual({
      'my connector auth_valid': 'passed',
      'my connector workflow_started': 'passed',
      'matchers are there': 'passed',
    });
    expect(run).toMatchObject({ exitCode: 0, output: expect.not.stringMatching(/warn/i) });
  });

  test('runs unit tests without any server, and hoists jest.mock', async () => {
    const run = await runJest(installed.project('unit-only'));
    expect(run).toMatchObject({ exitCode: 0, json: { numPassedTests: 3 }, output: expect.not.stringMatching(/warn/i) });
  });

  const everyWay = [
    ['in 2 workers', IN_WORKERS, 2],
    ['in band', ['-i'], 1],
  ] as const;
  testWays(everyWay)('hands .env to tests %s, without overriding what is set', async (_, args, processes) => {
    const run = await runJest(installed.project('dotenv', ENV), args, { env: { MY_DB_USER: 'from the shell' } });
    expect(run).toMatchObject({
      exitCode: 0,
      json: { numPassedTests: 4 },
      output: expect.not.stringContaining('.env from'),
    });
    expect(Object.keys(statuses(run)).filter((name) => name.startsWith('runs in process'))).toHaveLength(processes);
  });

  testInMatrix('says how to install what a ready-made service needs', async () => {
    const services = '{ temporal: temporalDevServer(), dapr: { ...daprSidecar(), dependsOn: ["temporal"] } }';
    const config = `const { daprSidecar, temporalDevServer } = require('jest-connector');
      module.exports = { preset: 'jest-connector', globals: { connector: { services: ${services} } } };`;
    const project = installed.project('unit-only', { 'stack.config.js': config });
    const run = await runJest(project, ['-c', 'stack.config.js'], {
      env: { PATH: dirname(process.execPath), HOME: project },
    });
    expect(run.exitCode).toBe(1);
    expect(run.output).toContain('The command of the service "temporal" could not be started: temporal\n');
    expect(run.output).toMatch(
      /Fix: install the Temporal CLI \(brew install temporal, or https:\S+\), or\s+set CONNECTOR_TEMPORAL_PATH to its path/,
    );
  });

  test("leaves a user's own global setup in its place; .env is read nevertheless", async () => {
    const run = await runJest(installed.project('own-global-setup', ENV));
    expect(run).toMatchObject({ exitCode: 0, json: { numPassedTests: 1 } });
  });

  test('respects the keys of the user', async () => {
    const run = await runJest(installed.project('own-config'));
    expect(statuses(run)).toEqual({
      'made by my transformer': 'passed',
      'my moduleNameMapper': 'passed',
      'my setup file runs after the matchers are there': 'passed',
    });
    expect(run.output).toContain('my reporter: 3 passed');
  });

  testInMatrix('works with injectGlobals: false', async () => {
    const run = await runJest(installed.project('no-globals'), [], { env: serverEnv });
    expect(statuses(run)).toEqual({
      'matchers without globals': 'passed',
      'without globals auth_invalid': 'passed',
    });
  });

  test('shows where an error was thrown in TypeScript, and names a module that is not there as it was written', async () => {
    const files = { 'typo.test.ts': "import './scenaros.js';\ntest('never runs', () => {});\n" };
    const run = await runJest(installed.project('failing', files));
    expect(run.exitCode).toBe(1);
    expect(run.output).toContain("Cannot find module './scenaros.js' from 'typo.test.ts'");
    expect(run.output).toMatch(/> 6 \| {3}if \(answer\.status !== 'ready'\) throw new Error/);
    expect(run.output).toContain('place.test.ts:10:3');
  });

  testInMatrix('says that a tsconfig is broken, without a stack', async () => {
    const run = await runJest(installed.project('unit-only', { 'tsconfig.json': '{ "extends": "./missing.json" }' }));
    expect(run.exitCode).toBe(1);
    expect(run.output).toMatch(/Invalid TypeScript configuration .*tsconfig\.json\.\n\n/);
    expect(run.output).not.toMatch(/^\s+at /m);
    expect(run.output.match(/Why: File/g)).toHaveLength(run.output.match(/Test suite failed to run/g)?.length ?? 0);
  });

  testInMatrix('compiles again when what the tsconfig extends has changed', async () => {
    const tsconfig = { 'tsconfig.json': '{ "extends": "./base.json" }' };
    const withTarget = (target: string): Record<string, string> => ({
      ...tsconfig,
      'base.json': JSON.stringify({ compilerOptions: { target } }),
    });
    const modern = await runJest(installed.project('unit-only', withTarget('es2022')), ['async']);
    const old = await runJest(installed.project('unit-only', withTarget('es2016')), ['async']);
    expect([modern.exitCode, old.exitCode]).toEqual([0, 1]);
    expect(old.output).toContain('async functions are left as they are');
  });

  testInMatrix('counts coverage of TypeScript lines', async () => {
    const project = installed.project('unit-only');
    const run = await runJest(project, ['plain', '--coverage', '--coverageReporters=json']);
    expect(run.exitCode).toBe(0);
    const [coverage] = Object.values(JSON.parse(readFileSync(join(project, 'coverage/coverage-final.json'), 'utf8')));
    expect(coverage).toMatchObject({
      path: join(project, 'sum.ts'),
      fnMap: { 0: { name: 'sum', loc: { end: { line: 3 } } } },
      f: { 0: 1 },
    });
  });

  describe('in an ES module project', () => {
    const passed = {
      'plain auth_valid': 'passed',
      'named imports': 'passed',
      'TypeScript under "type": "module"': 'passed',
      '.mts with a top-level await': 'passed',
    };

    const kinds = [
      ['an ES module', { MY_TS_IS_ESM: '1' }],
      ['CommonJS', {}],
    ] as const;
    testWays(kinds)('named imports work, and .ts may be %s', async (_, env) => {
      const run = await runJest(installed.project('es-modules'), [], { ...VM_MODULES, env: { ...serverEnv, ...env } });
      expect(statuses(run)).toEqual(passed);
      expect(run).toMatchObject({ exitCode: 0, output: expect.not.stringMatching(/warn/i) });
    });

    testInMatrix('TypeScript needs no flag', async () => {
      const run = await runJest(installed.project('es-modules'), ['typed']);
      expect(run).toMatchObject({ exitCode: 0, json: { numPassedTests: 1 } });
    });
  });
});

describeEachJest('the reporter', (major, { test, testInMatrix }) => {
  let installed: Installation;

  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, INSTALL_TIMEOUT);

  const junit = (project: string, path: string): string => readFileSync(join(project, path), 'utf8');
  const options = (connector: object): object => ({ env: { MY_OPTIONS: JSON.stringify(connector) } });

  test('writes junit.xml with `junit: true`, from workers too', async () => {
    const project = installed.project('junit');
    expect(await runJest(project, IN_WORKERS, options({ junit: true }))).toMatchObject({ exitCode: 0 });
    expect(junit(project, 'junit.xml')).toMatch(/tests="2" failures="0"/);
  });

  testInMatrix('writes to a path, with --shard what the shard ran', async () => {
    const project = installed.project('junit');
    await runJest(project, ['--shard=1/2'], options({ junit: 'reports/shard.xml' }));
    expect(junit(project, 'reports/shard.xml')).toMatch(/tests="1" failures="0"/);
  });

  testInMatrix('leaves no file of an earlier run, and says in it why a start failed', async () => {
    const project = installed.project('junit', { 'b.xml': 'of an earlier run' });
    const env = { JEST_JUNIT_OUTPUT_NAME: 'b.xml', MY_OPTIONS: '{"junit":true,"timeout":"x"}' };
    expect(await runJest(project, [], { env })).toMatchObject({ exitCode: 1 });
    expect(junit(project, 'b.xml')).toMatch(/failures="1"[^]*<failure>ConnectorTestError \[INVALID_CONFIGURATION\]: /);
    await runJest(project, ['--reporters=default'], { env: { ...env, MY_OPTIONS: '{"junit":true}' } });
    expect(junit(project, 'b.xml')).toContain('INVALID_CONFIGURATION');
    await runJest(project, [], { env: { ...env, MY_OPTIONS: '{"junit":true}' } });
    expect(junit(project, 'b.xml')).toMatch(/tests="2" failures="0"/);
  });

  testInMatrix(
    "jest-junit's own environment variables keep working, and a file that cannot be loaded is in its file",
    async () => {
      const project = installed.project('junit', { 'broken.test.js': "require('./no-such-file');" });
      const env = {
        MY_OPTIONS: '{"junit":"a.xml"}',
        JEST_JUNIT_OUTPUT_NAME: 'b.xml',
        JEST_JUNIT_SUITE_NAME: 'my suite',
      };
      await runJest(project, [], { env });
      expect(readdirSync(project)).not.toContain('a.xml');
      const xml = junit(project, 'b.xml');
      expect(xml).toContain('<testsuite name="my suite"');
      expect(xml).toMatch(/<testsuites [^>]*tests="2" failures="0" errors="1"[^]*broken\.test\.js[^]*no-such-file/);
    },
  );

  test('says at the very end that -t matched nothing, and writes no JUnit file by default', async () => {
    const project = installed.project('junit');
    const run = await runJest(project, ['-t', 'secnd']);
    expect(existsSync(join(project, 'junit.xml'))).toBe(false);
    expect(run.exitCode).toBe(0);
    const lines = run.output.trim().split('\n');
    expect(lines.at(-1)).toBe('No test name matches -t "secnd", so nothing was checked. Did you mean "second"?');
  });
});

describeEachJest('withConnector', (major, { test, testInMatrix }) => {
  let installed: Installation;

  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, INSTALL_TIMEOUT);

  testInMatrix('adds to another preset', async () => {
    const run = await runJest(installed.project('own-preset', ENV));
    expect(run).toMatchObject({ exitCode: 0, json: { numPassedTests: 1 } });
  });

  test('reaches projects, and presets that are ES modules', async () => {
    const project = installed.project('projects');
    const run = await runJest(project);
    expect(run).toMatchObject({
      exitCode: 0,
      json: { numPassedTests: 3 },
      output: expect.not.stringMatching(/warn|unknown/i),
    });
    expect(existsSync(join(project, 'first/reports/junit.xml'))).toBe(true);
  });
});

describeEachJest('with TypeScript 7 in the project', (major, { testInMatrix }) => {
  testInMatrix(
    'nothing is different',
    async () => {
      const installed = await installPackage({ jest: major, typescript: 7 });
      const run = await runJest(installed.project('typescript'), [], { env: serverEnv });
      expect(run).toMatchObject({ exitCode: 0, json: { numPassedTests: 3 } });
    },
    INSTALL_TIMEOUT,
  );
});
