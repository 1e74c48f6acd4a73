import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import * as matchers from '../../matchers';
import { declarations } from '../../scripts/docs/declared';
import { OUTPUT_FUNCTIONS } from '../../scripts/docs/function-parts';
import { markdownFiles, readPage } from '../../scripts/docs/pages';
import * as entry from '../../src';
import { API_NAMES } from '../../src/apis/api-names';
import * as predicates from '../../src/assertions';
import { COMMANDS } from '../../src/cli/commands/commands';
import { CALL_SHAPE, CLIENT_SHAPE } from '../../src/client/validate-client-options';
import { DAPR_SHAPE } from '../../src/config/dapr-sidecar';
import { REPORT_SHAPE } from '../../src/config/report-options';
import { APP_SHAPE, SERVICE_SHAPE } from '../../src/config/services-problems';
import { TEMPORAL_SHAPE } from '../../src/config/temporal-dev-server';
import { CONFIG_SHAPE } from '../../src/config/validate-config';
import { OPTIONS_SHAPE } from '../../src/config/validate-options';
import { VARIABLES } from '../../src/env/known-variables';
import { ERROR_CODES } from '../../src/errors';
import { preset } from '../../src/jest/preset/preset';
import { COMPARISON_SHAPE } from '../../src/output/baseline/expected-data-options';
import { MASKS } from '../../src/output/baseline/masks';
import * as outputEntry from '../../src/output/lazy-output';
import { EVENTUALLY_SHAPE } from '../../src/scenario/repeat-problems';
import { SCENARIO_SHAPE } from '../../src/scenario/scenario-shape';
import { API_SHAPES, STANDARD_SHAPE } from '../../src/standard/options-problems';
import { Document, namesIn } from '../support/document';
import { sourceFiles } from '../support/source-files';

const sources = sourceFiles('src', 'matchers');
const ROOT = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { exports: object; dependencies: object; scripts: object };

const reference = (name: string): Document => new Document(`docs/reference/${name}.md`);
const scenario = reference('scenario');
const options = reference('options');
const services = reference('services');
const client = reference('client');
const output = reference('output');
const presetPage = reference('preset');
const namesOf = (path: string, type: string) => declarations.membersOf(path, type).map(({ name }) => name);

/** The options below the headings that name the place. */
const optionsOf = (place: string): string[] =>
  options
    .headings(3)
    .filter((title) => new RegExp(`\\b${place}\\b`).test(title))
    .flatMap((title) => namesIn(options.rows('option', title)));

const outputNames = Object.keys(outputEntry);

/** What there is, and what the reference must name: all of it and nothing else. */
const TABLES: readonly (readonly [what: string, names: readonly string[], inReference: readonly string[]])[] = [
  ['predicates', Object.keys(predicates), reference('predicates').headings(3)],
  ['matchers', Object.keys(matchers), reference('matchers').headings(3)],
  ['error codes', ERROR_CODES, reference('errors').headings(2).slice(1)],
  ['APIs', API_NAMES, namesIn(reference('apis').rows('API'))],
  ['scenario fields', Object.keys(SCENARIO_SHAPE), namesIn(scenario.rows('field', 'Fields'))],
  ['options of the config', Object.keys(CONFIG_SHAPE), optionsOf('config')],
  ['options of a block', Object.keys(OPTIONS_SHAPE), optionsOf('block')],
  ['fields of report', Object.keys(REPORT_SHAPE), namesIn(options.rows('field', 'Fields of `report`'))],
  ['fields of eventually', Object.keys(EVENTUALLY_SHAPE), namesIn(scenario.rows('field', '`eventually`'))],
  ['fields of app', Object.keys(APP_SHAPE), namesIn(services.rows('field', 'Fields of `app`'))],
  ['fields of a service', Object.keys(SERVICE_SHAPE), namesIn(services.rows('field', 'Fields of a service'))],
  [
    'options of temporalDevServer',
    Object.keys(TEMPORAL_SHAPE),
    namesIn(services.rows('option', 'Options of `temporalDevServer`')),
  ],
  ['options of daprSidecar', Object.keys(DAPR_SHAPE), namesIn(services.rows('option', 'Options of `daprSidecar`'))],
  ['environment variables', Object.keys(VARIABLES), namesIn(reference('environment').rows('variable'))],
  [
    'functions of the client',
    namesOf('src/client/client-interface.ts', 'Client').filter((name) => name !== 'serverHost'),
    client.headings(3, 'Functions'),
  ],
  ['options of a client', Object.keys(CLIENT_SHAPE), namesIn(client.rows('option', 'Options of `createClient`'))],
  ['options of a call', Object.keys(CALL_SHAPE), namesIn(client.rows('option', 'Options of a call'))],
  [
    'options of standardScenarios',
    Object.keys(STANDARD_SHAPE),
    namesIn(reference('standard-suite').rows('option', 'Options')),
  ],
  [
    'options of an API of standardScenarios',
    Object.entries(API_SHAPES).flatMap(([api, shape]) => Object.keys(shape).map((name) => `${api}.${name}`)),
    Object.keys(API_SHAPES).flatMap((api) =>
      namesIn(reference('standard-suite').rows('option', `\`${api}\``)).map((name) => `${api}.${name}`),
    ),
  ],
  ['options of a comparison', Object.keys(COMPARISON_SHAPE), namesIn(output.rows('option'))],
  ['masks', Object.keys(MASKS), namesIn(output.rows('mask'))],
  [
    'record rules',
    [...outputNames.filter((name) => !OUTPUT_FUNCTIONS.includes(name)), 'warn'],
    output.headings(3, 'Record rules'),
  ],
  ['functions for output', OUTPUT_FUNCTIONS, output.headings(3, 'Functions')],
  ['commands', COMMANDS.map(({ name }) => name), reference('command-line').headings(2).slice(2)],
  ['keys of the preset', Object.keys(preset), namesIn(presetPage.rows('key'))],
  [
    'exports of the package',
    Object.keys(manifest.exports).map((path) => path.replace('.', 'jest-connector')),
    namesIn(presetPage.rows('import')),
  ],
];

test.each(TABLES)('the reference names all %s, and nothing else', (_what, names, inReference) => {
  expect(names.length).toBeGreaterThan(0);
  expect([...inReference].sort()).toEqual([...new Set(names)].sort());
});

test.each([
  ['a scenario', SCENARIO_SHAPE, 'src/scenario/scenario.ts', 'Scenario'],
  ['eventually', EVENTUALLY_SHAPE, 'src/scenario/eventually.ts', 'Eventually'],
  ['the config', CONFIG_SHAPE, 'src/config/options.ts', 'ConnectorConfig'],
  ['report', REPORT_SHAPE, 'src/config/report-options.ts', 'ReportOptions'],
  ['a service', SERVICE_SHAPE, 'src/config/service-config.ts', 'ServiceConfig'],
  ['temporalDevServer', TEMPORAL_SHAPE, 'src/config/temporal-dev-server.ts', 'TemporalDevServerOptions'],
  ['daprSidecar', DAPR_SHAPE, 'src/config/dapr-sidecar.ts', 'DaprSidecarOptions'],
  ['a block', OPTIONS_SHAPE, 'src/config/options.ts', 'ConnectorOptions'],
  ['standardScenarios', STANDARD_SHAPE, 'src/standard/standard-options.ts', 'StandardOptions'],
  [
    'the preflight of standardScenarios',
    API_SHAPES['preflight'] ?? {},
    'src/standard/standard-options.ts',
    'StandardPreflight',
  ],
  [
    'the workflow of standardScenarios',
    API_SHAPES['workflow'] ?? {},
    'src/standard/standard-options.ts',
    'StandardWorkflow',
  ],
  ['a client', CLIENT_SHAPE, 'src/client/client-options.ts', 'ClientOptions'],
  ['a call', CALL_SHAPE, 'src/client/client-options.ts', 'CallOptions'],
])('the validation of %s knows the fields of its type', (_what, shape, path, type) => {
  expect(Object.keys(shape).sort()).toEqual(namesOf(path, type).sort());
});

test('every predicate is exported', () => {
  const places = sources.filter(({ path }) => /^src\/assertions\/(?:predicates|schema)\//.test(path));
  const made = places.flatMap(({ text }) =>
    [...text.matchAll(/\bfactory: (\w+),/g)].map((match) => match[1] as string),
  );
  const marked = places.flatMap(({ text }) =>
    [...text.matchAll(/^markFactories\(([^)]*)\)/gm)].flatMap((match) => (match[1] as string).match(/\w+/g) ?? []),
  );
  expect(made.length).toBeGreaterThan(20);
  expect([...made, ...marked].filter((name) => !(name in predicates))).toEqual([]);
});

test('every matcher is exported', () => {
  const files = sources
    .map(({ path }) => /^matchers\/(?:[a-z]+\/)?(to-[a-z-]+)\.ts$/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  const names = files.map((name) => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase()));
  expect(names.sort()).toEqual(Object.keys(matchers).sort());
});

test('every option of a block is resolved', () => {
  const resolved = namesOf('src/config/resolve-options.ts', 'ResolvedOptions');
  expect(namesOf('src/config/options.ts', 'ConnectorOptions').filter((name) => !resolved.includes(name))).toEqual([]);
});

test('options of a scenario are fields of a scenario', () => {
  const names = optionsOf('scenario');
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !(name in SCENARIO_SHAPE))).toEqual([]);
});

describe('the documentation', () => {
  // Python's names, and ours beside them, are checked by python-original.ts; the other two show what tests print.
  const isOther = (path: string) => /from-python|failures\.md|internals/.test(path);
  const paths = markdownFiles().filter((path) => path === 'README.md' || (path.startsWith('docs/') && !isOther(path)));
  const text = paths.map(readPage).join('\n');

  test('names no matcher, code or variable that does not exist', () => {
    const matcherNames = [...text.matchAll(/\bto(?:Be|Have|Satisfy|Match)[A-Z]\w+/g)].map(([name]) => name);
    expect(matcherNames.length).toBeGreaterThan(20);
    expect(
      matcherNames.filter((name) => !(name in matchers) && !['toBe', 'toHaveBeenCalledWith'].includes(name)),
    ).toEqual([]);

    const known = [...ERROR_CODES, ...Object.keys(VARIABLES)];
    // Of Node, Jest and the samples.
    const others =
      /^(ECONN\w+|ENOTFOUND|NODE_\w+|E2E_\w+|MY_(?:DB\w*|USERNAME|PASSWORD)|TABLE_\w+|MY_QUEUE_PORT|ATLAN_(?:TEMPORAL|DEPLOYMENT)_\w+|DAPR_\w+|DB_USER|DB_PASSWORD|GET|DEFAULT_IGNORED_FIELDS|POST|PUT|PATCH|DELETE|JSON|COMPLETED|TIMED_OUT|CONTINUED_AS_NEW|NO_SUCH_DB|OTHER_DB|IAM_ROLE_ARN|JEST_JUNIT_\w+|CI|__JEST_CONNECTOR_\w+)$/;
    const constants = [...text.matchAll(/(?<![\w-])[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+(?!\w)/g)].map(([name]) => name);
    expect(constants.length).toBeGreaterThan(ERROR_CODES.length);
    expect(constants.filter((name) => !known.includes(name) && !others.test(name))).toEqual([]);
  });

  test('names every function that the package exports', () => {
    const functions = Object.entries(entry).filter(([, value]) => typeof value === 'function');
    expect(functions.length).toBeGreaterThan(50);
    expect(functions.map(([name]) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });
});

test('every error code is one that something throws', () => {
  const texts = sources.filter(({ path }) => path !== 'src/errors.ts').map(({ text }) => text);
  expect(ERROR_CODES.filter((code) => !texts.some((text) => text.includes(`'${code}'`)))).toEqual([]);
  expect([...ERROR_CODES].sort()).toEqual(ERROR_CODES);
});

test('every environment variable that is read is a known one', () => {
  const names = sources
    .filter(({ path }) => path.startsWith('src/env/') || path === 'src/service/run/run-state.ts')
    .flatMap(({ text }) => [...text.matchAll(/'([A-Z][A-Z0-9]+(?:_[A-Z]+)+|CI)'/g)].map((match) => match[1]!));
  // What setup hands to its own workers is no setting, and a code is an error's.
  const own = ['CONNECTOR_JOURNAL', 'CONNECTOR_RUN', 'JEST_WORKER_ID', ...ERROR_CODES];
  const known = Object.keys(VARIABLES);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !known.includes(name) && !own.includes(name))).toEqual([]);
});

test('every public name has TSDoc', () => {
  const names = ['src/index.ts', 'matchers/types.ts'].flatMap((path) => declarations.exportsOf(path));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter(({ documentation }) => documentation === '').map(({ name }) => name)).toEqual([]);
});

test.each([
  ['src/config/options.ts', 'ConnectorConfig'],
  ['src/config/report-options.ts', 'ReportOptions'],
  ['src/config/service-config.ts', 'ServiceConfig'],
  ['src/config/options.ts', 'ConnectorOptions'],
  ['src/config/temporal-dev-server.ts', 'TemporalDevServerOptions'],
  ['src/config/dapr-sidecar.ts', 'DaprSidecarOptions'],
  ['src/scenario/scenario.ts', 'Scenario'],
  ['src/client/client-interface.ts', 'Client'],
  ['src/client/client-options.ts', 'ClientOptions'],
  ['src/client/client-options.ts', 'CallOptions'],
  ['matchers/types.ts', 'ConnectorMatchers'],
])('every field of %s %s has TSDoc', (path, type) => {
  const members = declarations.membersOf(path, type);
  expect(members.length).toBeGreaterThan(3);
  expect(members.filter(({ documentation }) => documentation === '').map(({ name }) => name)).toEqual([]);
});

test('nothing of the package runs when it is installed, of which npm would warn', () => {
  const names = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
  expect(Object.keys(manifest.scripts).filter((name) => names.includes(name))).toEqual([]);
  expect(manifest.scripts).toMatchObject({ prepack: 'npm run build' });
});

describe('the architecture', () => {
  const text = read('docs/internals/architecture.md');

  test('names every folder', () => {
    const folders = new Set(sources.map(({ path }) => dirname(path)));
    expect(folders.size).toBeGreaterThan(8);
    expect([...folders].filter((folder) => !text.includes(`${folder}/`))).toEqual([]);
  });

  test('says where to change what, by paths that exist', () => {
    const section = text.slice(text.indexOf('## Where to change what'), text.indexOf('## Runtime dependencies'));
    const paths = [...section.matchAll(/`((?:src|matchers|__tests__)\/[^`…]*)`/g)].map((match) => match[1] as string);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !existsSync(resolve(ROOT, path)))).toEqual([]);
  });

  test('names no file that does not exist', () => {
    const others = ['.', '__tests__/support'].flatMap((folder) => readdirSync(resolve(ROOT, folder)));
    const tests = sourceFiles('__tests__', 'scripts').map(({ path }) => path);
    const known = new Set([...others, ...sources.map(({ path }) => path), ...tests].map((path) => basename(path)));
    const named = [...text.matchAll(/[\w-]+(?:\.[\w-]+)*\.(?:ts|js|json)\b/g)].map(([name]) => name);
    expect(named.length).toBeGreaterThan(50);
    // Of the reader's own project.
    expect(named.filter((name) => !known.has(name) && !['x.ts', 'x.js', 'file.js'].includes(name))).toEqual([]);
  });

  test('justifies every runtime dependency, and no other', () => {
    const table = text.slice(text.indexOf('## Runtime dependencies'), text.indexOf('Peers:'));
    const named = [...table.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });
});
