import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { describeEachJest } from './describe-each-jest';
import { type Installation, installPackage } from './installed-project';
import { runJest } from './run-jest';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '../..');
const DIST = join(ROOT, 'dist');

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

describeEachJest('a test file whose scenarios pass', (major, { test }) => {
  let installed: Installation;
  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, 300_000);

  test('loads three files of ours', async () => {
    const project = installed.project('bundle');
    const list = join(project, 'loaded.txt');
    const run = await runJest(project, ['-i'], {
      nodeArgs: ['-r', join(project, 'list-loaded-files.cjs')],
      env: { CONNECTOR_SERVER_HOST: server.url, LOADED_FILES: list },
    });
    expect(run.json).toMatchObject({ success: true, numPassedTests: 2 });
    expect(run.output).not.toContain('jest-connector:');
    const ours = readFileSync(list, 'utf8')
      .split('\n')
      .filter((path) => path.includes('jest-connector/dist/'));
    expect(ours.map((path) => basename(path)).sort()).toEqual(['chunk-core.js', 'index.js', 'register.js']);
  });
});

test('npm publishes the entries, their chunks and types, and the documentation', async () => {
  const installed = await installPackage();
  const paths = installed
    .published()
    .filter((path) => !/^dist\/types\/(src|matchers)\/.*\.d\.ts$|^docs\/.*\.(?:md|png)$|^examples\//.test(path));
  expect(paths.sort()).toMatchInlineSnapshot(`
   [
     "CHANGELOG.md",
     "CONTRIBUTING.md",
     "LICENSE",
     "README.md",
     "SECURITY.md",
     "dist/chunk-cli.js",
     "dist/chunk-core.js",
     "dist/chunk-doctor.js",
     "dist/chunk-failure.js",
     "dist/chunk-init.js",
     "dist/chunk-journal.js",
     "dist/chunk-main.js",
     "dist/chunk-matchers.js",
     "dist/chunk-measure.js",
     "dist/chunk-output.js",
     "dist/chunk-record.js",
     "dist/chunk-refusal.js",
     "dist/chunk-report.js",
     "dist/chunk-shared.js",
     "dist/chunk-standard.js",
     "dist/chunk-strength.js",
     "dist/chunk-transform.js",
     "dist/cli.js",
     "dist/global-setup.js",
     "dist/global-teardown.js",
     "dist/guardian.js",
     "dist/index.js",
     "dist/matchers.js",
     "dist/page.html",
     "dist/parquet-worker.js",
     "dist/preset.js",
     "dist/register.js",
     "dist/reporter.js",
     "dist/resolver.js",
     "dist/test-runner.js",
     "dist/transformer.js",
     "jest-preset.js",
     "llms.txt",
     "package.json",
     "templates/connector.test.ts",
     "templates/demo/demo-app.mjs",
     "templates/demo/env.example",
     "templates/demo/jest.config.js",
     "templates/demo/scenarios.ts",
     "templates/env.example",
     "templates/github-workflow.yml",
     "templates/jest.config.js",
     "templates/scenarios.ts",
     "templates/sdk/jest.config.js",
     "templates/sdk/standard.test.ts",
     "templates/server/jest.config.js",
   ]
  `);
});

/** A secret that has neither a secret's name nor its form. */
const SECRET = 'plum-harbour-41';

const load = (file: string): never => require(join(DIST, file)) as never;
type Fails = (...given: unknown[]) => unknown;

/** The message of what `work` throws. */
async function messageOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}

const project = (connector: object) => ({ rootDir: DIST, globals: { connector } });
const JEST = { watch: false, watchAll: false };

/** How an entry learns a secret. */
const TELL: Readonly<Record<string, () => unknown>> = {
  // Not by `secret`, whose list all copies of the package share.
  index: () => {
    process.env['E2E_HARBOUR_SEASON'] = SECRET;
    (load('index') as { source(name: string): unknown }).source('harbour');
    delete process.env['E2E_HARBOUR_SEASON'];
  },
  register: () => {
    const globals = globalThis as { connector?: unknown };
    globals.connector = { headers: { authorization: SECRET } };
    load('register');
    delete globals.connector;
  },
  // It learns before it finds that the configuration is wrong.
  'global-setup': () =>
    messageOf(() => (load('global-setup') as Fails)(JEST, project({ headers: { authorization: SECRET }, wrong: 1 }))),
};

/** What was written with `console.log`. */
const written: unknown[] = [];
const { log } = console;
beforeEach(() => {
  jest.resetModules();
  console.log = (...given) => written.push(given.join(' '));
});
afterEach(() => {
  console.log = log;
});

/** What an entry says of a text. */
const SHOW: Readonly<Record<string, (text: string) => unknown>> = {
  index: (text) => messageOf(() => (load('index') as { withConnector: Fails }).withConnector({ preset: text })),
  matchers: (text) => {
    expect.extend(load('matchers'));
    return messageOf(() => (expect(text) as unknown as { toSatisfy: Fails }).toSatisfy('other'));
  },
  register: (text) => {
    load('register');
    console.log(text);
    return String(written.pop());
  },
  'global-setup': (text) => messageOf(() => (load('global-setup') as Fails)(JEST, project({ [text]: 1 }))),
  reporter: (text) =>
    messageOf(() => new (load('reporter') as new (...given: unknown[]) => unknown)({}, { [text]: 1 })),
  transformer: (text) =>
    messageOf(() => (load('transformer') as { createTransformer: Fails }).createTransformer({ [text]: 1 })),
};

// To show something, register.js was loaded already, and it learns only when it is loaded.
const pairs = Object.keys(TELL).flatMap((told) =>
  Object.keys(SHOW).flatMap((shown) => (told === 'register' && shown === told ? [] : [[told, shown] as const])),
);

test.each(pairs)('a secret told to %s is hidden by %s', async (told, shown) => {
  const show = SHOW[shown] as (text: string) => unknown;
  const text = `of ${SECRET} here`;
  expect(await show(text)).toContain(text);
  await TELL[told]?.();
  expect(await show(text)).toContain('of [redacted] here');
});
