import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { COMMANDS, commandsIn } from '../support/ci-commands';
import { formsOf } from '../support/forms-of-secret';
import { testInMatrix } from '../support/in-matrix';
import { filesOf, PAGE, readOutput } from '../support/output-files';
import { OUTPUTS, OUTPUTS_OF_JEST } from '../support/outputs';
import { unwrapped } from '../support/unwrapped';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { recordedOf } from './recorded-canary';
import { runCli } from './run-cli';
import { type JestRun, runJest, statuses } from './run-jest';
import { JOURNAL_COPIER, TALKING_APP, TALKING_TEST } from './talking-app';

jest.setTimeout(60_000);

/** Distinct, and with characters that every encoding writes otherwise. */
const planted = Object.fromEntries(
  ['username', 'password', 'extra', 'header', 'apiKey', 'query', 'ownName', 'marked', 'printed'].map((place) => [
    place,
    // A header carries no other letters.
    ['header', 'apiKey'].includes(place) ? `cAn4ry-${place}/+&%` : `cAn4ry-${place}/é"+&%`,
  ]),
);
const inEnvironment = 'cAn4ry-environment/é"+&%';
const fromE2e = { E2E_FROM_ENV_VALUE: 'cAn4ry-e2evar/é"+&%', E2E_SOURCE_RAW_JSON: '{"pat": "cAn4ry-rawjson/é"}' };
const secrets = { ...planted, environment: inEnvironment, e2e: fromE2e.E2E_FROM_ENV_VALUE, raw: 'cAn4ry-rawjson/é' };

/** What a server or an app writes to be executed by CI; behind a carriage return, too. */
const commands = `first\n${COMMANDS.map((command) => `  ${command}\n`).join('')}half\r${COMMANDS.join('\r')}\n`;

/** Everything that the run wrote: what a person sees, Jest's JSON, and every file of the project that it made. */
function outputsOf(run: JestRun, project: string): Record<string, string> {
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(project, name)).isFile())
    .map((name) => [name, readOutput(join(project, name))] as const);
  return { stdout: run.stdout, stderr: run.stderr, json: JSON.stringify(run.json), ...Object.fromEntries(files) };
}

/** What `npx jest-connector contract` writes of an app whose contract has secrets in it. */
async function contractOf(project: string): Promise<string> {
  const properties = { host: { default: inEnvironment }, password: { default: planted['password'] } };
  server.respond('GET /workflows/v1/input-contract', { json: { properties } });
  server.respond('GET /workflows/v1/manifest', { json: { dag: { token: planted['marked'], by: inEnvironment } } });
  await runCli(project, ['contract', '--url', server.url]);
  return readFileSync(join(project, 'contract.json'), 'utf8');
}

/** Where which secret was found. */
function leaksOf(outputs: Readonly<Record<string, string>>): string[] {
  return Object.entries(outputs).flatMap(([output, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([place]) => `${place} in ${output}`),
  );
}

/** The files of a report, and what GitHub shows of a job. */
const OUTPUTS_OF_REPORT = Object.entries(OUTPUTS)
  .filter(([path]) => path.startsWith('src/run-report/folder/') || path.startsWith('src/run-report/github/'))
  .flatMap(([, outputs]) => outputs);

/** Our own commands for GitHub: each is a line, and its escaped strings contain no other. */
function withoutAnnotations(text: string): string {
  return text.replace(/^::(?:error|warning) ((?:\w+=[^,:\n]*,)*title=[^,:\n]*)::(.*)$/gm, '$1 $2');
}

/** Where a CI system would find a command; in Jest's JSON in any of its texts. */
function commandsLeft(outputs: Readonly<Record<string, string>>): string[] {
  // What the page has is compressed, so nothing but a browser reads it.
  const read = Object.entries(outputs).filter(([output]) => !output.endsWith(PAGE));
  return read.flatMap(([output, text]) => {
    const texts = output === 'json' ? textsIn(JSON.parse(text)) : [text];
    return texts.flatMap(commandsIn).map((line) => `${line} in ${output}`);
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Fifteen scenarios run (the blocks whose hooks fail run none), and two requests are made by hand. */
const DEBUG_BLOCKS = 17;

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  // The server gives everything back, once more inside a text, as an error message of a database would.
  server.respond('POST /echo', ({ body, headers, query, text }) => ({ json: { body, headers, query, text } }));
  server.respond('POST /workflows/v1/auth', ({ body, text }) => ({ status: 401, json: { body, text, message: text } }));
  server.respond('POST /commands', { headers: { 'content-type': 'text/plain' }, raw: commands });
  server.respond('POST /reset', { fault: 'reset' });
  server.respond('POST /broken', ({ text }) => ({ headers: { 'content-type': 'application/json' }, raw: `{${text}` }));
  server.respond('POST /workflows/v1/dev/local-vault', ({ text }) => ({ status: 500, json: { detail: text } }));
  server.respond('POST /workflows/v1/start', { json: { success: true, data: { workflow_id: 'canary', run_id: 'r' } } });
  server.respond('GET /workflows/v1/status/canary/r', { json: { data: { status: 'FAILED' } } });
  server.respond('GET /workflows/v1/result/canary', ({ headers, query }) => ({
    json: { data: { error: JSON.stringify([headers, query]), result: { headers, query } } },
  }));
});
afterAll(() => server.close());

/** The output of `record`, which has a test of its own. */
const RECORDED = 'recorded.scenarios.js';

testInMatrix('no secret leaves when record writes what an app responds with', async () => {
  const project = (await installPackage()).project('canary', { '.env': `MY_DB_PASSWORD='${inEnvironment}'\n` });
  const outputs = { [RECORDED]: await recordedOf(project, server.url, { ...planted, inEnvironment }) };
  expect(leaksOf(outputs)).toEqual([]);
  expect(commandsLeft(outputs)).toEqual([]);
});

describeEachJest('no secret leaves', (major, { test, testWays }) => {
  const everyWay = [
    ['in band, with all that is sent', ['-i'], { CONNECTOR_DEBUG: 'full' }],
    ['from workers, with what is sent', ['-w', '2', '--workerIdleMemoryLimit=8GB'], { CONNECTOR_DEBUG: '1' }],
    ['in band', ['-i'], {}],
    ['from workers', ['-w', '2', '--workerIdleMemoryLimit=8GB'], {}],
  ] as const;
  testWays(everyWay)('%s, whatever fails', async (_how, args, env) => {
    const project = (await installPackage({ jest: major })).project('canary', {
      '.env': `MY_DB_PASSWORD='${inEnvironment}'\n`,
    });
    const run = await runJest(project, ['--ci=false', ...args], {
      env: {
        CONNECTOR_REPORT: '1',
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: join(project, 'step-summary.md'),
        GITHUB_WORKSPACE: project,
        PLANTED: JSON.stringify(planted),
        COMMANDS: commands,
        CONNECTOR_SERVER_HOST: server.url,
        ...fromE2e,
        ...env,
      },
    });
    const { '.env': _own, ...outputs } = outputsOf(run, project);

    expect(run.json).toMatchObject({ numPassedTests: 1, numFailedTests: 18 });
    expect(Object.keys(outputs)).toEqual(expect.arrayContaining([...OUTPUTS_OF_JEST, ...OUTPUTS_OF_REPORT]));
    outputs['stderr'] = withoutAnnotations(run.stderr);
    expect(outputs['stderr']).not.toBe(run.stderr);
    expect(leaksOf(outputs)).toEqual([]);
    expect(commandsLeft(outputs)).toEqual([]);
    for (const output of OUTPUTS_OF_JEST.filter((name) => name !== 'stdout')) {
      expect(outputs[output]).toContain('##│[error]planted');
    }
    expect(run.stderr).toMatch(/Response \(200 OK, text\/plain\):\n +│ first\n +│ {3}::error::planted\n/);
    for (const output of ['json', ...OUTPUTS_OF_REPORT.filter((name) => !name.endsWith('manifest.json'))]) {
      expect(outputs[output]).toContain('[redacted]');
    }
    const end = run.stderr.slice(run.stderr.lastIndexOf('Failed scenarios:'));
    expect(end).toMatch(/ {2}canary lazy_throws: \[LAZY_FAILED\] .*\[redacted\].* \(leak\.test\.js:\d+\)\n/);
    expect(end).toMatch(/ {2}hooks hook: refused: \[redacted\].*\(leak\.test\.js:\d+\)\n/);
    expect(unwrapped(run.stderr)).toContain(
      'body.credentails does not exist, so its check passed; did you mean body.credentials?',
    );
    expect(run.stderr).toMatch(/Hint: same cause as in "no_answer": /);
    const blocks = run.stderr.match(/^jest-connector: .*\n {2}(?:GET|POST|nothing was sent)/gm) ?? [];
    expect(blocks).toHaveLength('CONNECTOR_DEBUG' in env ? DEBUG_BLOCKS : 0);
  });

  test('when a notice names the server', async () => {
    const project = (await installPackage({ jest: major })).project('canary', {
      'jest.config.js': `module.exports = { preset: 'jest-connector', globals: { connector: { app: { command: 'true' } } } };`,
    });
    const withPassword = server.url.replace('://', `://me:${encodeURIComponent(planted['password'] ?? '')}@`);
    const run = await runJest(project, [], {
      env: { PLANTED: JSON.stringify(planted), CONNECTOR_SERVER_HOST: withPassword },
    });

    expect(run.stderr).toMatch(
      /jest-connector: using the server that is already running at\s+http:\/\/me:\[redacted\]@127\.0\.0\.1:\d+/,
    );
    expect(run.stderr.match(/using the server/g)).toHaveLength(1);
    expect(leaksOf({ stdout: run.stdout, stderr: run.stderr })).toEqual([]);
  });

  test('when the app writes it: into its log, live, and into a failure', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'canary-'));
    const app = { command: ['node', 'app.js', '${port}'], port: 'auto', env: { ADMIN_TOKEN: planted['password'] } };
    const connector = { app, apis: { echo: { method: 'POST', path: '/echo' }, end: { method: 'POST', path: '/end' } } };
    const project = (await installPackage({ jest: major })).project('canary', {
      '.env': `MY_DB_PASSWORD='${inEnvironment}'\n`,
      'app.js': TALKING_APP,
      'jest.config.js': `module.exports = {
        preset: 'jest-connector',
        testMatch: ['**/app.test.js'],
        reporters: ['default', 'jest-connector/reporter', '<rootDir>/journal-copier.js'],
        globals: { connector: ${JSON.stringify(connector)} },
      };`,
      'journal-copier.js': JOURNAL_COPIER,
      'app.test.js': TALKING_TEST,
    });
    const run = await runJest(project, ['-u'], {
      env: {
        ...{ CONNECTOR_REPORT: '1', CONNECTOR_STRENGTH: '1' },
        GITHUB_ACTIONS: 'true',
        GITHUB_STEP_SUMMARY: join(project, 'step-summary.md'),
        PLANTED: JSON.stringify(planted),
        COMMANDS: commands,
        CONNECTOR_SERVER_HOST: '',
        CONNECTOR_LOGS: '1',
        TMPDIR: temporary,
      },
    });
    // What went wrong is only known from the run itself.
    expect(run.stderr).toMatch(/^Tests: /m);
    expect(run.stderr).not.toContain('● writes a baseline');
    const logs: Record<string, string> = {
      'contract.json': await contractOf(project),
      ...filesOf(temporary),
      'baseline.json': readFileSync(join(project, 'baseline.json'), 'utf8'),
      'step-summary.md': readFileSync(join(project, 'step-summary.md'), 'utf8'),
      journal: Object.values(filesOf(join(project, 'journals'))).join('\n'),
      ...Object.fromEntries(
        Object.entries(filesOf(join(project, 'connector-report'))).map(([name, text]) => [
          `connector-report/${name}`,
          text,
        ]),
      ),
    };
    rmSync(temporary, { recursive: true });

    expect(run.stderr).toMatch(/^\[app\] at boot: \[redacted\] \[redacted\]/m);
    expect(run.stderr).toMatch(/^\[app\] made by a test: \[redacted\]$/m);
    expect(statuses(run)).toMatchObject({ 'sends after jest.resetModules()': 'passed' });
    expect(run.stderr).toMatch(/Server log.*:\n\s+│ asked: \[redacted\] \[redacted\]/);
    expect(run.stderr).toMatch(
      /The app exited with code 3 while this scenario ran, which is why the request got no response\. Its last log lines are shown below\.[^]*Server log.*:\n\s+│ at the end: \[redacted\] \[redacted\]\n\s+The full log: \S+app\.log\n[^]*# the port was only used for this run/,
    );
    expect(run.stderr).toMatch(
      /The app exited with code 3 before this scenario began, which is why [^]* The full log:\s+\S+app\.log/,
    );
    expect([...OUTPUTS_OF_JEST.slice(0, 3), ...Object.keys(logs), RECORDED].sort()).toEqual(
      expect.arrayContaining(Object.values(OUTPUTS).flat()),
    );
    expect(run.stderr).toContain('record 1: found [redacted]');
    for (const output of ['journal', 'connector-report/results.jsonl']) {
      expect(logs[output]).toContain('[redacted]');
      expect(logs[output]).toContain('"strength":{');
    }
    expect(logs['contract.json']).toContain('"default": "[redacted]"');
    expect(logs['baseline.json']).toContain('"kept": "kept"');
    expect(logs['app.log']).toMatch(
      /BEGIN PRIVATE KEY----- \[redacted\]\n(?:.*INFO \[db\] \[redacted\]\n)+.*-----END PRIVATE/,
    );
    expect(run.stderr + logs['app.log']).not.toMatch(/[\w+/]{60}/);
    expect(logs['app.log']).toMatch(/at boot: \[redacted\] \[redacted\][^]*asked: \[redacted\] \[redacted\]/);
    const stderr = withoutAnnotations(run.stderr);
    const outputs = { stdout: run.stdout, stderr, json: JSON.stringify(run.json), ...logs };
    expect(leaksOf(outputs)).toEqual([]);
    expect(commandsLeft(outputs)).toEqual([]);
    expect(run.stderr).toMatch(/^\[app\] {3}::error::planted$/m);
    expect(run.stderr).toMatch(/^ +│ {3}::error::planted\n[^]*│ half\n +│ ::error::planted$/m);
    expect(logs['app.log']).toContain('##│[error]planted');
  });

  const configs = [
    ['that is invalid', ''],
    ['that throws', "require('dotenv').config({ quiet: true }); throw new Error(process.env.MY_DB_PASSWORD);"],
  ] as const;
  testWays(configs)('when doctor checks a config %s', async (_how, first) => {
    const headers = { 'x-api-key': planted['apiKey'] };
    const connector = {
      headers,
      serverHost: server.url,
      applicationName: 'from_env',
      secretNames: [planted['ownName']],
    };
    const project = (await installPackage({ jest: major })).project('canary', {
      '.env': `MY_DB_PASSWORD='${inEnvironment}'\nnot an assignment of ${inEnvironment}\n`,
      'jest.config.js': `${first} module.exports = { preset: 'jest-connector', globals: { connector: ${JSON.stringify(connector)} } };`,
    });
    const env = { PLANTED: JSON.stringify(planted), COMMANDS: commands, ...fromE2e };
    for (const json of [[], ['--json']]) {
      const { exitCode, stdout, stderr } = await runCli(project, ['doctor', ...json], { env });
      expect(exitCode).toBe(1);
      expect(stdout).toContain('[redacted]');
      expect(leaksOf({ stdout, stderr })).toEqual([]);
      expect(commandsLeft({ stdout, stderr })).toEqual([]);
    }
  });

  test('when the app writes it before it ends', async () => {
    const command = ['node', 'app.js', '--password', planted['printed']];
    const app = { command, env: { ADMIN_TOKEN: planted['password'] } };
    const project = (await installPackage({ jest: major })).project('canary', {
      '.env': `MY_DB_PASSWORD='${inEnvironment}'\n`,
      'app.js':
        'console.log(`${process.env.COMMANDS}refused: ${process.env.ADMIN_TOKEN} ${process.env.MY_DB_PASSWORD}`); process.exit(3);',
      'jest.config.js': `module.exports = { preset: 'jest-connector', globals: { connector: { app: ${JSON.stringify(app)} } } };`,
    });
    const run = await runJest(project, [], { env: { COMMANDS: commands, CONNECTOR_SERVER_HOST: '' } });

    expect(run.stderr).toMatch(/SERVICE_EXITED[^]*--password '?\[redacted\][^]*refused: \[redacted\] \[redacted\]/);
    expect(run.stderr).toMatch(/^ +│ {3}::error::planted\n[^]*│ half\n +│ ::error::planted$/m);
    expect(commandsLeft({ stdout: run.stdout, stderr: run.stderr })).toEqual([]);
    expect(leaksOf({ stdout: run.stdout, stderr: run.stderr })).toEqual([]);
  });
});
