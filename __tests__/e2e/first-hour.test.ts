import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { until } from '../support/scripted-app';
import { unwrapped } from '../support/unwrapped';
import { describeEachJest } from './describe-each-jest';
import { type Installation, installPackage } from './installed-project';
import { type JestRun, messagesOf, runJest } from './run-jest';

jest.setTimeout(120_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

const times = (text: string, part: string): number => text.split(part).length - 1;

// The mistakes of a newcomer; each is explained where it is seen.
describeEachJest('in the first hour', (major, { test, testInMatrix, testWays }) => {
  let installed: Installation;
  let project: string;
  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, 300_000);

  function run(
    files: Readonly<Record<string, string>>,
    args: readonly string[] = [],
    env = {},
    started: (pid: number) => void = () => undefined,
  ): Promise<JestRun> {
    project = installed.project('first-hour', files);
    return runJest(project, args, { started, env: { CONNECTOR_SERVER_HOST: server.url, FORCE_COLOR: '0', ...env } });
  }

  test('a value that .env cuts, or a line that it ignores, is told once, and by the login that was refused', async () => {
    const env = 'MY_DB_USER=test_user\nMY_DB_PASSWORD=test_pass#1\nMY_DB_HOST db.local\n';
    const again = "require('./login.test.js');";
    const result = await run({ '.env': env, 'again.test.js': again }, ['-w', '2', '--workerIdleMemoryLimit=8GB']);

    const [cut, ignored] = [2, 3].map((line) => `jest-connector: ${join(project, '.env')}:${line}: `) as [
      string,
      string,
    ];
    expect(times(result.stderr, cut)).toBe(1);
    expect(result.stderr).toContain(`${cut}the value of MY_DB_PASSWORD was cut at a "#"`);
    expect(result.stderr).toContain('Fix: put the value in single quotes.');
    expect(times(result.stderr, `${ignored}the line does not have the form NAME=value`)).toBe(1);
    expect(result.output).not.toMatch(/test_pass|db\.local/);
  });

  test('a refused login that sent such a value says so', async () => {
    server.respond('POST /workflows/v1/auth', { status: 401, json: { success: false, data: { message: 'denied' } } });
    const result = await run({ '.env': 'MY_DB_USER=test_user\nMY_DB_PASSWORD=te#st\n' });
    server.respond('POST /workflows/v1/auth', () => undefined);

    expect(messagesOf(result)['login auth_valid']).toMatch(
      /Hint: the request contains the value of MY_DB_PASSWORD\.\s+\S*\.env:2: the value of MY_DB_PASSWORD was cut at a "#"[^]*put the value in single quotes/,
    );
  });

  const placesOfEnv = [
    ['none', {}, (folder: string) => `There is no .env in ${folder}. Create it there`],
    [
      'one in a subfolder',
      { 'tests/.env': 'MY_DB_USER=a\nMY_DB_PASSWORD=b\n' },
      (folder: string) => `Found nearby: ${folder}/tests/.env. Move it to ${folder}/.env.`,
    ],
    [
      'a template only',
      { '.env.example': 'MY_DB_USER=a\n' },
      (folder: string) => `Found nearby: ${folder}/.env.example. Copy it to ${folder}/.env.`,
    ],
    [
      'a typo in it',
      { '.env': 'MY_DB_USER=a\nMY_DB_PASWORD=b\n' },
      (folder: string) => `.env in ${folder} does not set MY_DB_PASSWORD. Is it a typo? Found MY_DB_PASWORD`,
    ],
  ] as const;
  testWays(placesOfEnv)(
    'a variable that is not set is named, with where .env is looked for: %s',
    async (_what, files, advice) => {
      const message = messagesOf(await run(files))['login auth_valid'] ?? '';
      const start = unwrapped(message).split('\n').slice(0, 10).join('\n');

      expect(start).toMatch(/credentials\.password is undefined/);
      expect(start).toMatch(/not set: (?:MY_DB_USER, )?MY_DB_PASSWORD\./);
      expect(unwrapped(start)).toContain(advice(project));
    },
  );

  test('a -t that matches nothing fails where CI is set, and is the last line elsewhere', async () => {
    const env = { MY_DB_USER: 'test_user', MY_DB_PASSWORD: 'test_pass' };
    const [inCi, local] = [
      await run({}, ['-t', 'auth_vaild'], { ...env, CI: '1' }),
      await run({}, ['-t', 'auth_vaild'], { ...env, CI: '' }),
    ];
    const message = 'No test name matches -t "auth_vaild", so nothing was checked. Did you mean "auth_valid"?';
    expect([inCi.exitCode, local.exitCode]).toEqual([1, 0]);
    expect(inCi.output.replaceAll('\n', ' ')).toContain(`ConnectorTestError [NOTHING_CHECKED]: ${message}`);
    expect(inCi.output.trim().split('\n').at(-3)).toMatch(/^ +Fix: correct the name after -t, or remove -t/);
    expect(local.output.trim().split('\n').at(-1)).toBe(message);
  });

  test('a run that Ctrl-C ends never looks passed, although its tests did', async () => {
    const files = {
      'jest.config.js': `module.exports = { preset: 'jest-connector', globals: { connector: ${JSON.stringify({
        app: { command: ['node', 'app.js'], port: 'auto', env: { PORT: '${port}' } },
        apis: { slow: { method: 'POST', path: '/slow' } },
      })} } };`,
      'login.test.js': `require('jest-connector').describeConnector('run', [
        { name: 'first', api: 'auth', args: {}, assertThat: { success: true } },
        { name: 'second', api: 'slow', args: {}, assertThat: { success: true } },
      ]);`,
      'other.test.js': `require('./login.test.js');`,
    };
    let pid = 0;
    const began = run(files, ['-i', 'login'], { CONNECTOR_SERVER_HOST: undefined }, (leader) => (pid = leader));
    await until(() => existsSync(join(project, 'asked')), 30_000);
    process.kill(-pid, 'SIGINT');
    const result = await began;

    expect(result.exitCode).not.toBe(0);
    expect(result.output).toMatch(/SIGINT: stopping the app\./);
    expect(result.output.trim().split('\n').at(-1)).toMatch(/^Interrupted by SIGINT: this run did not pass; /);
  });

  describe('a mistake in one of several files', () => {
    let result: JestRun;
    beforeAll(async () => {
      result = await run(
        {
          'await.test.js': `const { describeConnector, lazy } = require('jest-connector');
        const createDatabase = async () => ({ host: 'db.local' });
        const login = { api: 'auth', assertThat: { success: true } };
        describeConnector('early', [
          { ...login, name: 'undefined', args: lazy(({ context }) => ({ credentials: { host: context.db.host } })) },
          { ...login, name: 'throws', args: lazy(({ context }) => ({ credentials: { host: context.db.host.trim() } })) },
        ], { setupTestEnvironment: (context) => { context.db = createDatabase(); } });
        describeConnector('late', [
          { ...login, name: 'pending', args: lazy(({ context }) => ({ credentials: { host: context.db.host } })) },
        ], { beforeScenario: (_scenario, context) => { context.db = new Promise(() => {}); } });`,
          'rejection.test.js': `const { describeConnector, lazy } = require('jest-connector');
        const fails = async (what) => { throw new Error(what + ' failed'); };
        const login = { api: 'auth', args: {}, assertThat: { success: false } };
        describeConnector('of a scenario', [
          { ...login, name: 'first', args: lazy(() => { fails('lookup'); return {}; }) },
        ]);
        describeConnector('of the client', [{ ...login, name: 'second' }], {
          beforeScenario: (_scenario, { client }) => { client.call('auth', { bad: undefined }); },
        });
        describeConnector('of the end', [{ ...login, name: 'third' }], {
          cleanupTestEnvironment: () => { fails('end'); },
        });`,
          'scenarios.js': `const { equals, exists } = require('jest-connector');

exports.scenarios = [
  { name: 'right', api: 'auth', args: {}, assertThat: { success: equals(false) } },
  { name: 'auth_valid', api: 'auht', args: {}, assertThat: { success: equals(true) } },
  {
    api: 'auth',
    args: {},
    assertThat: { success: equals(true) },
  },
  { name: 'right', api: 'auth', args: {}, assertThat: { 'data.status': equals('success') } },
];`,
        },
        ['-i'],
      );
    }, 60_000);

    /** What Jest says of a file as a whole. */
    const messageOfFile = (name: string): string =>
      result.json?.testResults.find((each) => each.name.endsWith(`${name}.test.js`))?.message ?? '';

    test('a missing await in a hook is named, with the hook, before the lazy is blamed', () => {
      const messages = messagesOf(result);
      const start = (name: string): string => (messages[name] ?? '').split('\n').slice(0, 10).join('\n');

      for (const name of ['early undefined', 'early throws']) {
        expect(start(name)).toMatch(/Hint: context\.db is a promise, not a value; setupTestEnvironment set it/);
        expect(start(name)).toContain('Write `context.db = await …` in setupTestEnvironment.');
      }
      expect(start('late pending')).toContain('context.db is a pending promise, not a value; beforeScenario set it');
    });

    test('a rejection that nothing awaits is told with its place, a code and a fix', () => {
      const output = messageOfFile('rejection');

      expect(times(output, 'ConnectorTestError [UNHANDLED_REJECTION]: A promise was rejected')).toBeGreaterThanOrEqual(
        3,
      );
      expect(output).toMatch(/rejected while the scenario "first" ran \(in the block "of a scenario"\):\n/);
      expect(output).toMatch(
        /rejected (?:while the scenario "second" ran|in or after beforeScenario) \(in the block "of the client"\):\n/,
      );
      expect(output).toMatch(/rejected in or after cleanupTestEnvironment \(in the block "of the end"\):\n/);
      expect(output).toMatch(/^( +)Why: it was rejected .*:\n\1 {5}Error: lookup failed$/m);
      expect(output).toMatch(/Fix: write `await` before the call that returns the promise/);
      expect(output).toMatch(/> 2 \| +const fails/);
      expect(output).not.toMatch(/at .*node_modules\/jest-connector/);
    });

    test('a problem of a scenario in another file is shown at the scenario’s own line', () => {
      const output = messageOfFile('login');
      const start = output.split('\n').slice(0, 16).join('\n');

      expect(start).toMatch(/scenario "auth_valid" \(scenarios\.js:5\), api: expected one of/);
      expect(start).toMatch(/scenario 3 \(scenarios\.js:9\), name: expected/);
      expect(start).toMatch(/scenario "right" \(scenarios\.js:11\), name: expected a name that is unique/);
      expect(output).toMatch(/> +5 \| {2} { name: 'auth_valid', api: 'auht'/);
      expect(output).toMatch(/at .*login\.test\.js:4:/);
    });
  });

  const notice = 'jest-connector: the preset was not set up for ';
  test('a project without the preset says so', async () => {
    const files = { 'jest.config.js': 'module.exports = {};', 'plain.test.js': "test('unit', () => {});" };
    const without = await run(files, ['login']);
    expect(times(without.stderr, `${notice}${join(project, 'login.test.js')}`)).toBe(1);
    expect(without.stderr).toContain("Fix: set preset: 'jest-connector', or wrap the config in withConnector(…)");
  });

  testInMatrix('a project that registers the matchers itself does not', async () => {
    const config = "module.exports = { setupFilesAfterEnv: ['jest-connector/register'] };";
    expect((await run({ 'jest.config.js': config })).stderr).not.toContain(notice);
  });

  const imports = [
    ['destructured', `const { describeConnector, not_equals } = require('jest-connector');`, 'not_equals(1)'],
    ['imported', `import { describeConnector, not_equals } from 'jest-connector';`, 'not_equals(1)'],
    ['of the namespace', `import * as connector from 'jest-connector';`, 'connector.not_equals(1)'],
  ] as const;
  testWays(imports)('a name that Python spells so, %s, is told with the right one', async (_how, line, check) => {
    const test = `${line}\n\nconst checks = [${check}];\ntest('never', () => checks);\n`;
    const { output, exitCode } = await run({ 'python.test.ts': `// @ts-nocheck\n${test}` }, ['python']);

    expect(exitCode).toBe(1);
    expect(output).toContain('ConnectorTestError [UNKNOWN_NAME]: jest-connector does not export `not_equals`.');
    expect(output).toContain('Fix: import `notEquals`.');
    expect(output).toMatch(/> [24] \| .*not_equals/);
  });

  const skipping = (name: string, skipReason: string): string =>
    `require('jest-connector').describeConnector('block', [
        { name: '${name}_ran', api: 'auth', args: {}, assertThat: { success: false } },
        { name: '${name}', api: 'auth', args: {}, assertThat: { success: true }, skip: true, skipReason: '${skipReason}' },
        { name: '${name}_lacks', api: 'auth', args: {}, assertThat: { success: true }, requires: ['MY_UNSET'] },
      ]);`;
  const skippingFiles = {
    'login.test.js': skipping('a', 'until Monday'),
    'other.test.js': skipping('b', 'no licence'),
  };

  test('of several files, the skipped scenarios are listed with their reasons', async () => {
    const several = await run(skippingFiles);

    const end = several.output.slice(several.output.indexOf('Skipped scenarios:'));
    expect(end.trim().split('\n').sort()).toEqual(
      [
        'Skipped scenarios:',
        '  login.test.js: block a (skipped: until Monday)',
        '  login.test.js: block a_lacks (skipped: missing MY_UNSET)',
        '  other.test.js: block b (skipped: no licence)',
        '  other.test.js: block b_lacks (skipped: missing MY_UNSET)',
        `There is no .env in ${project}. Create it there, or set the variables in the shell.`,
        '2 scenarios were skipped. Not set: MY_UNSET.',
      ].sort(),
    );
    expect(several.output.trim().split('\n').at(-1)).toBe('2 scenarios were skipped. Not set: MY_UNSET.');
  });

  testInMatrix('of one file, or with --verbose, they are not, because Jest lists them', async () => {
    for (const arg of ['login', '--verbose']) {
      const { output } = await run(skippingFiles, [arg]);
      expect(output).toContain('a (skipped: until Monday)');
      expect(output).not.toContain('Skipped scenarios:');
    }
  });

  const writing = (cwd: string): Record<string, string> => ({
    'jest.config.js': `module.exports = { preset: 'jest-connector', globals: { connector: ${JSON.stringify({
      app: {
        command: ['node', '-e', 'fs.mkdirSync("local"); require(process.env.APP)'],
        cwd,
        port: 'auto',
        env: { PORT: '${port}' },
      },
    })} } };`,
    'login.test.js': `require('jest-connector').describeConnector([{ name: 'a', api: 'auth', args: {}, assertThat: { success: true } }]);`,
  });
  const writingEnv = { CONNECTOR_SERVER_HOST: undefined, APP: join(__dirname, 'fixtures/first-hour/app.js') };

  testInMatrix('what an app writes into the project is named', async () => {
    const reported = await run(writing('.'), [], writingEnv);
    expect(reported.stderr).toContain(`jest-connector: new in ${project} since the app started there: local/.`);
    expect(reported.stderr).toMatch(/Fix: set cwd: '\$\{folder\}', a temporary folder/);
  });

  testInMatrix('what an app writes is not named if .gitignore does, or if it is elsewhere', async () => {
    const ignored = { ...writing('.'), '.gitignore': 'local/\n' };
    for (const files of [ignored, writing('${folder}')]) {
      const { stderr, exitCode } = await run(files, [], writingEnv);
      expect(stderr).not.toContain('new in ');
      expect(exitCode).toBe(0);
    }
  });
});
