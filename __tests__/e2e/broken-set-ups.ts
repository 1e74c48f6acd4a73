import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorOptions } from '../../src/cli/doctor/facts';

/** A project with one mistake, and what `doctor` has to say about it. */
export interface BrokenSetUp {
  readonly title: string;
  /** Written over the fixture `doctor`, which has no mistake. */
  readonly files?: Readonly<Record<string, string>>;
  /** What can't be done with files alone. */
  readonly arrange?: (project: string) => void;
  readonly options?: DoctorOptions;
  readonly env?: Readonly<Record<string, string>>;
  /** The name of the check, and its verdict. */
  readonly finding: readonly [check: string, severity: 'warning' | 'problem'];
  readonly what: RegExp;
  readonly fix: RegExp;
}

/** A server that a set-up needs, at ports that the test fills in. */
export const PLACES = { unhealthy: '{{unhealthy}}', healthy: '{{healthy}}', nowhere: '{{nowhere}}' };

const config = (connector: object, more = ''): string =>
  `module.exports = { preset: 'jest-connector', ${more} globals: { connector: ${JSON.stringify(connector)} } };`;

const APP = { command: ['node', 'app.js'], port: 'auto', env: { PORT: '${port}' } };
const OPTIONS = { app: APP, applicationName: 'shop' };
const SECRETS = 'E2E_SHOP_USERNAME=svc_reader\nE2E_SHOP_PASSWORD="open sesame"\n';
const MANIFEST = { name: 'shop', private: true, devDependencies: { jest: '*', 'jest-connector': '*' } };
const MODULE_PACKAGE = JSON.stringify({ ...MANIFEST, type: 'module' });

const git = (project: string, ...args: string[]) => execFileSync('git', args, { cwd: project, stdio: 'ignore' });

/** The files that every set-up has: a `.env` can't be committed. */
export const SOUND: Readonly<Record<string, string>> = { '.env': SECRETS };

export const BROKEN_SET_UPS: readonly BrokenSetUp[] = [
  {
    title: 'no preset',
    files: { 'jest.config.js': 'module.exports = {};' },
    finding: ['preset', 'problem'],
    what: /doesn't use the preset/,
    fix: /preset: 'jest-connector'/,
  },
  {
    title: 'a CommonJS config in a package of ES modules',
    files: { 'package.json': MODULE_PACKAGE },
    finding: ['config', 'problem'],
    what: /Jest can't read its config:\n[^]*module is not defined/,
    fix: /export default|jest\.config\.cjs/,
  },
  {
    title: 'a preset that is not installed',
    files: { 'jest.config.js': "module.exports = { preset: 'jest-conector' };" },
    finding: ['config', 'problem'],
    what: /Preset jest-conector not found/,
    fix: /install what the Jest config loads/,
  },
  {
    title: 'an option beside globals',
    files: { 'jest.config.js': "module.exports = { preset: 'jest-connector', serverHost: 'http://127.0.0.1' };" },
    finding: ['config', 'warning'],
    what: /ignores unknown options of its config: serverHost/,
    fix: /globals: \{ connector/,
  },
  {
    title: 'a global setup that replaces the preset’s',
    files: {
      'jest.config.js': config(OPTIONS, "globalSetup: './setup.js',"),
      'setup.js': 'module.exports = () => undefined;',
    },
    finding: ['preset', 'problem'],
    what: /`globalSetup` is .*setup\.js, which replaces the preset's/,
    fix: /setupConnector/,
  },
  {
    title: 'reporters without ours',
    files: { 'jest.config.js': config(OPTIONS, "reporters: ['default'],") },
    finding: ['preset', 'warning'],
    what: /`reporters` lacks the reporter/,
    fix: /'jest-connector\/reporter'/,
  },
  {
    title: 'a misspelled option',
    files: { 'jest.config.js': config({ ...OPTIONS, workflowTimeuot: 60_000 }) },
    finding: ['options', 'problem'],
    what: /globals\.connector\.workflowTimeuot/,
    fix: /use `workflowTimeout`/,
  },
  {
    title: 'a variable of .env.example that is not set',
    files: { '.env': 'E2E_SHOP_USERNAME=svc_reader\nE2E_SHOP_PASWORD=secret-1\n' },
    finding: ['variables', 'warning'],
    what: /E2E_SHOP_PASSWORD is not set, and \.env\.example lists it/,
    fix: /rename E2E_SHOP_PASWORD to E2E_SHOP_PASSWORD in \.env/,
  },
  {
    title: 'the same where CI is set, without a .env',
    arrange: (project) => rmSync(join(project, '.env')),
    env: { CI: 'true' },
    finding: ['variables', 'problem'],
    what: /E2E_SHOP_USERNAME, E2E_SHOP_PASSWORD are not set.*CI is set/,
    fix: /cp \.env\.example \.env/,
  },
  {
    title: 'a .env that git tracks',
    arrange: (project) => {
      git(project, 'init');
      git(project, 'add', '--force', '.env');
    },
    finding: ['env', 'problem'],
    what: /git tracks \.env/,
    fix: /git rm --cached \.env/,
  },
  {
    title: 'a value that ends at a #',
    files: { '.env': 'E2E_SHOP_USERNAME=svc_reader\nE2E_SHOP_PASSWORD=te#st\n' },
    finding: ['env', 'warning'],
    what: /\.env:2: the value of E2E_SHOP_PASSWORD was cut at a "#"/,
    fix: /put the value in/,
  },
  {
    title: 'credentials of another application',
    files: {
      '.env': 'E2E_STORE_USERNAME=svc_reader\nE2E_STORE_PASSWORD=secret-1\n',
      '.env.example': 'E2E_STORE_USERNAME=\nE2E_STORE_PASSWORD=\n',
    },
    finding: ['credentials', 'warning'],
    what: /No scenario uses E2E_STORE_USERNAME, E2E_STORE_PASSWORD: the application "shop" reads E2E_SHOP_/,
    fix: /rename E2E_STORE_USERNAME/,
  },
  {
    title: 'a program that is not installed',
    files: { 'jest.config.js': config({ ...OPTIONS, app: { ...APP, command: ['no-such-program', 'serve'] } }) },
    finding: ['command', 'problem'],
    what: /The command of the app is not found: no-such-program/,
    fix: /install it, or correct globals\.connector\.app\.command/,
  },
  {
    title: 'a command that runs a missing file',
    files: { 'jest.config.js': config({ ...OPTIONS, app: { ...APP, command: ['node', 'server.js'] } }) },
    finding: ['command', 'problem'],
    what: /runs server\.js, which does not exist/,
    fix: /globals\.connector\.app\.cwd/,
  },
  {
    title: 'a command that runs a missing script',
    files: { 'jest.config.js': config({ ...OPTIONS, app: { ...APP, command: 'npm run serve' } }) },
    finding: ['command', 'problem'],
    what: /the script "serve", which package\.json .* does not have/,
    fix: /add the script/,
  },
  {
    title: 'a port on which something else listens',
    files: { 'jest.config.js': config({ ...OPTIONS, app: { command: ['node', 'app.js'], url: PLACES.unhealthy } }) },
    finding: ['port', 'problem'],
    what: /Another process already listens at .*, and it isn't a healthy app: GET \/server\/health returned 404/,
    fix: /lsof -i :\d+.*port: 'auto'/,
  },
  {
    title: 'a server that is not running',
    files: { 'jest.config.js': config({ serverHost: PLACES.nowhere, healthTimeout: 200, applicationName: 'shop' }) },
    finding: ['server', 'problem'],
    what: /Could not reach the app server at/,
    fix: /start the app server/,
  },
  {
    title: 'a server that is another one',
    files: { 'jest.config.js': config({ serverHost: PLACES.unhealthy, healthTimeout: 200, applicationName: 'shop' }) },
    finding: ['server', 'problem'],
    what: /is not healthy\.\nGET \/server\/health still returned 404/,
    fix: /check that this is the right server/,
  },
  {
    title: 'a server without the handler API at that path',
    files: { 'jest.config.js': config({ serverHost: PLACES.healthy, applicationName: 'shop' }) },
    finding: ['api-auth', 'problem'],
    what: /auth: 404, Not Found: the server has no such route/,
    fix: /correct `serverHost`/,
  },
  {
    title: 'a server in the environment instead of the app',
    env: { CONNECTOR_SERVER_HOST: PLACES.healthy },
    finding: ['server', 'warning'],
    what: /The environment names the server .*, so `app` is not started/,
    fix: /unset CONNECTOR_SERVER_HOST/,
  },
  {
    title: 'credentials that the app refuses',
    files: { '.env': 'E2E_SHOP_USERNAME=svc_reader\nE2E_SHOP_PASSWORD=wrong-password\n' },
    options: { start: true },
    finding: ['api-auth', 'problem'],
    what: /auth: 401, password authentication failed/,
    fix: /correct the credentials in \.env/,
  },
  {
    title: 'an app that does not start',
    files: { 'app.js': "console.error('no database at db.example'); process.exit(3);" },
    options: { start: true },
    finding: ['app', 'problem'],
    what: /The app exited with code 3 before it was ready\.[^]*no database at db\.example/,
    fix: /run the command yourself/,
  },
  {
    title: 'a JavaScript test in an ES module, without the flag of Node',
    files: {
      'package.json': MODULE_PACKAGE,
      'jest.config.js': "export { default } from './config.cjs';",
      'config.cjs': config(OPTIONS),
      'app.js': "import './app.cjs';",
      'tests/plain.test.js': "import { describeConnector } from 'jest-connector';\ndescribeConnector('shop', []);",
    },
    finding: ['modules', 'problem'],
    what: /Jest loads tests\/plain\.test\.js as an ES module/,
    fix: /--experimental-vm-modules/,
  },
  {
    title: 'no test file',
    arrange: (project) => rmSync(join(project, 'tests'), { recursive: true }),
    finding: ['tests', 'problem'],
    what: /Jest finds no test file: nothing in .* matches/,
    fix: /testMatch/,
  },
  {
    title: 'a file that Jest does not run',
    files: {
      'tests/orders.ts': "import { describeConnector } from 'jest-connector';\ndescribeConnector('orders', []);",
    },
    finding: ['tests', 'warning'],
    what: /Jest doesn't run tests\/orders\.ts, which calls describeConnector/,
    fix: /name it/,
  },
  {
    title: 'types of Jest that TypeScript does not see',
    files: {
      'tsconfig.json': '{ "compilerOptions": { "types": ["node"] } }',
      'tests/by-hand.test.ts': "test('adds', () => {\n  expect(1 + 1).toBe(2);\n});",
      'node_modules/@types/jest/package.json': '{ "name": "@types/jest", "version": "30.0.0" }',
    },
    finding: ['types', 'warning'],
    what: /tsconfig\.json doesn't list "jest" in `types`/,
    fix: /"types": \["node", "jest"\]/,
  },
  {
    title: 'two copies of the package',
    files: { 'tests/node_modules/jest-connector/package.json': '{ "name": "jest-connector", "version": "0.0.1" }' },
    finding: ['copies', 'problem'],
    what: /2 copies of jest-connector: .*\(0\.0\.1\)/,
    fix: /deduplicate/,
  },
  {
    title: 'a JUnit file in a folder that is a file',
    files: { 'jest.config.js': config({ ...OPTIONS, junit: 'app.js/junit.xml' }) },
    finding: ['output', 'problem'],
    what: /app\.js\/junit\.xml can't be written: app\.js is not a writable folder/,
    fix: /choose another path/,
  },
  {
    title: 'a report that git does not ignore',
    files: { 'jest.config.js': config({ ...OPTIONS, report: true }) },
    arrange: (project) => git(project, 'init'),
    finding: ['output', 'warning'],
    what: /git doesn't ignore connector-report/,
    fix: /add connector-report to \.gitignore/,
  },
];
