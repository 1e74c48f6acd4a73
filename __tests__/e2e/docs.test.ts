import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { Document } from '../support/document';
import { describeEachJest } from './describe-each-jest';
import { type Installation, installPackage } from './installed-project';
import { runJest, statuses } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  server.respond('GET /search/tables', ({ query }) => ({ json: { hits: [{ title: query['q'] }] } }));
});
afterAll(() => server.close());

/** The first sample of a page with these words in it. */
function sample(page: string, words: string): string {
  const found = new Document(page).samples().find(({ code }) => code.includes(words));
  if (found === undefined) throw new Error(`${page} has no sample with ${words}.`);
  return found.code;
}

const guide = (name: string, words: string): string => sample(`docs/guides/${name}.md`, words);

const FOLDER = 'tests/integration/my-connector';
const DATABASE = `import { describeConnector } from 'jest-connector';
import { scenarios } from './scenarios';
const createDatabase = async () => ({ end: async () => console.log('the database is closed') });
`;

/** What a reader has who copied each sample into a file. */
const FILES = {
  [`${FOLDER}/scenarios.ts`]: guide('getting-started', 'defineScenarios(['),
  [`${FOLDER}/connector.test.ts`]: guide('getting-started', "describeConnector('my connector', scenarios);"),
  [`${FOLDER}/hooks.test.ts`]: DATABASE + guide('writing-scenarios', 'setupTestEnvironment'),
  'tests/search.test.ts': guide('custom-apis', "describeConnector('search'"),
  'tests/responses.test.ts': guide('hand-written-tests', 'createClient()'),
  '.env': 'MY_DB_HOST=127.0.0.1\nMY_DB_USER=test_user\nMY_DB_PASSWORD=test_pass\n',
};

const PASSED = {
  'my connector auth_valid': 'passed',
  'my connector auth_invalid_password': 'passed',
  'my connector preflight_ready': 'passed',
  'search finds_sales': 'passed',
  'a wrong password is refused': 'passed',
};

describeEachJest('a project written from the documentation alone', (major, { test, testInMatrix, testWays }) => {
  let installed: Installation;
  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, 300_000);

  // The samples' app is not here: the variable goes before `app`, and nothing is started.
  const run = (project: string, env: Record<string, string> = {}, args: readonly string[] = ['-i']) =>
    runJest(project, args, { env: { CONNECTOR_SERVER_HOST: server.url, ...env } });

  test('passes with the files of the README, beside the demo app', async () => {
    const files = {
      'demo-app.mjs': readFileSync(join(__dirname, '../../templates/demo/demo-app.mjs'), 'utf8'),
      'jest.config.js': sample('README.md', "preset: 'jest-connector'"),
      'tests/connector.test.ts': sample('README.md', 'auth_wrong_password'),
    };
    const result = await runJest(installed.project('readme', files), []);
    expect(statuses(result)).toEqual({
      'shop auth_valid': 'passed',
      'shop auth_wrong_password': 'passed',
    });
    expect(result.exitCode).toBe(0);
  });

  const kinds = [
    ['CommonJS', { 'jest.config.js': guide('getting-started', "preset: 'jest-connector'") }],
    [
      'ES modules',
      {
        'jest.config.cjs': guide('getting-started', "preset: 'jest-connector'"),
        'package.json': '{ "private": true, "type": "module" }',
      },
    ],
  ] as const;
  testWays(kinds)('is green, %s', async (_kind, files) => {
    const result = await run(installed.project('readme', { ...FILES, ...files }), {}, []);
    expect(statuses(result)).toEqual(PASSED);
    expect(result.exitCode).toBe(0);
    expect(result.output).toContain('preflight_ready: PASSED');
    expect(result.output).toContain('the database is closed');
  });

  testInMatrix('is green with withConnector and a global setup of its own', async () => {
    const config = guide('jest-setup', 'withConnector({').replace(
      "preset: 'some-other-preset',",
      "preset: './other', globalSetup: './global-setup.js',",
    );
    const files = {
      'jest.config.js': config,
      'global-setup.js': guide('jest-setup', 'await setupConnector('),
      'other.js': 'module.exports = {};',
    };
    const result = await run(installed.project('readme', { ...FILES, ...files }));
    expect(statuses(result)).toEqual(PASSED);
  });

  testInMatrix('is not green when a variable is missing', async () => {
    const files = { ...FILES, 'jest.config.js': guide('getting-started', "preset: 'jest-connector'") };
    const result = await run(installed.project('readme', files), { MY_DB_PASSWORD: '', MY_DB_USER: '' });
    expect(result.json).toMatchObject({ success: false });
  });

  testInMatrix('is not green without its .env', async () => {
    const files = { ...FILES, 'jest.config.js': guide('getting-started', "preset: 'jest-connector'") };
    const without = await run(installed.project('readme', { ...files, '.env': '' }));
    expect(statuses(without)).toMatchObject({
      'my connector auth_valid': 'failed',
      'my connector auth_invalid_password': 'failed',
      'my connector preflight_ready': 'failed',
    });
  });
});
