import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InitOptions } from '../../../../src/cli/init/choices';
import { runInit } from '../../../../src/cli/init/init';
import { recordedTerminal } from '../../../support/recorded-terminal';
import { installed, temporaryProject } from '../../../support/temporary-project';

const PACKAGES = { ...installed('jest', '30.0.0'), ...installed('jest-connector', '1.0.0') };

async function init(folder: string, options: InitOptions = {}): Promise<string> {
  const terminal = recordedTerminal();
  expect(await runInit({ args: [folder], options, terminal })).toBe(0);
  return terminal.printed.join('\n');
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('what was done and the next two commands are printed', async () => {
  const folder = temporaryProject({ ...PACKAGES, 'package.json': '{ "name": "@acme/Shop" }', '.gitignore': 'dist' });
  expect(await init(folder, { app: 'node app.js' })).toBe(`created  jest.config.js
created  tests/integration/shop/scenarios.js
created  tests/integration/shop/connector.test.js
created  .env.example
changed  .gitignore (node_modules/, .env, .env.local, connector-report/)
changed  package.json (the script "test" is \`jest\`)

Next:
  cp .env.example .env   # enter the credentials
  npx jest`);
  expect(read(folder, '.gitignore')).toBe('dist\nnode_modules/\n.env\n.env.local\nconnector-report/\n');
  expect(read(folder, 'package.json')).toBe('{\n  "name": "@acme/Shop",\n  "scripts": {\n    "test": "jest"\n  }\n}\n');
});

test('nothing is overwritten, and what exists is named', async () => {
  const files = { ...PACKAGES, 'package.json': '{ "name": "shop", "scripts": { "test": "make test" } }' };
  const folder = temporaryProject({
    ...files,
    '.env.example': 'MINE=1\n',
    'jest.config.js': "module.exports = { preset: 'jest-connector' };",
  });
  await init(folder, { demo: true });
  const printed = await init(folder, { demo: true });
  expect(printed.split('\n\n')[0]).toBe(`exists   tests/integration/shop/scenarios.js (not changed)
exists   tests/integration/shop/connector.test.js (not changed)
exists   .env.example (not changed)
exists   demo-app.mjs (not changed)
exists   jest.config.js (not changed)
exists   .gitignore (not changed)`);
  expect(read(folder, '.env.example')).toBe('MINE=1\n');
  expect(read(folder, 'package.json')).toBe(files['package.json']);
});

test('an existing Jest config is shown as a diff, and changed with --yes only', async () => {
  const before = 'module.exports = {\n  testTimeout: 1000,\n};\n';
  const folder = temporaryProject({ ...PACKAGES, 'package.json': '{ "name": "shop" }', 'jest.config.js': before });
  const printed = await init(folder, { url: 'http://127.0.0.1:9000' });
  expect(printed).toMatch(/^Not changed without `--yes`:\n\njest\.config\.js:\n/m);
  expect(printed).toContain('+ module.exports = withConnector({');
  expect(printed).toMatch(/^Next:\n {2}npx jest-connector init --yes\n {2}npx jest$/m);
  expect(read(folder, 'jest.config.js')).toBe(before);

  expect(await init(folder, { url: 'http://127.0.0.1:9000', yes: true })).toContain(
    'changed  jest.config.js (uses withConnector)',
  );
  expect(read(folder, 'jest.config.js')).toContain("serverHost: 'http://127.0.0.1:9000'");
});

test('a folder without a package.json gets one', async () => {
  const folder = temporaryProject({ 'main.py': 'print()' });
  const printed = await init(join(folder, 'new/suite'), { json: true, name: 'Big Shop' });
  expect(JSON.parse(printed)).toEqual({
    files: expect.arrayContaining([{ path: 'package.json', outcome: 'created' }]) as unknown,
    advice: [],
    next: ['npm install', 'npx jest'],
  });
  expect(JSON.parse(read(folder, 'new/suite/package.json'))).toMatchObject({
    scripts: { test: 'jest' },
    devDependencies: { jest: '^30.0.0', 'jest-connector': expect.stringMatching(/^\^\d/) },
  });
  expect(existsSync(join(folder, 'new/suite/tests/integration/big-shop/scenarios.ts'))).toBe(true);
});

test('JavaScript in ES modules gets a script with the flag of Node, and a foreign script stays', async () => {
  const manifest =
    '{\n\t"type": "module",\n\t"scripts": { "test": "echo \\"Error: no test specified\\" && exit 1" }\n}';
  const folder = temporaryProject({ ...PACKAGES, 'package.json': manifest });
  expect(await init(folder, { demo: true, javascript: true })).toMatch(/Next:\n {2}npm test\n/);
  expect(read(folder, 'package.json')).toContain(
    '\t\t"test": "node --experimental-vm-modules node_modules/jest/bin/jest.js"',
  );

  const foreign = temporaryProject({
    ...PACKAGES,
    'package.json': '{ "type": "module", "scripts": { "test": "vitest" } }',
  });
  expect(await init(foreign, { demo: true })).toContain('Run the tests with `node --experimental-vm-modules');
  expect(read(foreign, 'package.json')).toContain('vitest');
});

test('the app of a project is guessed by its files', async () => {
  const withMain = temporaryProject({ ...PACKAGES, 'package.json': '{}', 'main.py': '' });
  await init(withMain);
  expect(read(withMain, 'jest.config.js')).toContain("command: ['python', 'main.py']");
  const withStart = temporaryProject({ ...PACKAGES, 'package.json': '{ "scripts": { "start": "node ." } }' });
  await init(withStart);
  expect(read(withStart, 'jest.config.js')).toContain("command: ['npm', 'start']");
  const without = temporaryProject({ ...PACKAGES, 'package.json': '{}', 'tsconfig.json': '{}' });
  await init(without);
  expect(read(without, 'jest.config.js')).toContain("serverHost: 'http://127.0.0.1:8000'");
});

test('a folder that cannot be written is an error, not half a suite', async () => {
  if (process.getuid?.() === 0) return;
  const folder = temporaryProject({ 'package.json': '{}' });
  chmodSync(folder, 0o555);
  await expect(init(folder)).rejects.toThrow('EACCES');
});
