import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import * as matchers from '../matchers';
import * as entry from '../src';
import { API_NAMES } from '../src/apis/api-names';
import * as predicates from '../src/assertions';
import { CALL_SHAPE, CLIENT_SHAPE } from '../src/client/validate-client-options';
import { DAPR_SHAPE } from '../src/config/dapr-sidecar';
import { APP_SHAPE, SERVICE_SHAPE } from '../src/config/services-problems';
import { TEMPORAL_SHAPE } from '../src/config/temporal-dev-server';
import { CONFIG_SHAPE } from '../src/config/validate-config';
import { OPTIONS_SHAPE } from '../src/config/validate-options';
import { VARIABLES } from '../src/env/variables';
import { ERROR_CODES } from '../src/errors';
import { preset } from '../src/jest/preset/preset';
import { COMPARISON_SHAPE } from '../src/output/baseline/expected-data-options';
import { MASKS } from '../src/output/baseline/masks';
import * as outputEntry from '../src/output/lazy-output';
import { EVENTUALLY_SHAPE } from '../src/scenario/repeat-problems';
import { SCENARIO_SHAPE } from '../src/scenario/scenario-shape';
import { DeclaredMembers } from './support/declared-members';
import { namesIn, readmeHeadings, readmeSection, readmeTable, readmeText, type TableRow } from './support/readme';
import { sourceFiles } from './support/source-files';

const declared = new DeclaredMembers();
const sources = sourceFiles('src', 'matchers');
const read = (path: string): string => readFileSync(resolve(__dirname, '..', path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { exports: object; dependencies: object };

const options = readmeTable('Options', 'option');
const clientOptions = readmeTable('The client', 'option');
const readyMade = readmeTable('Temporal and Dapr', 'option');
const withPlace = (rows: readonly TableRow[], place: string) =>
  rows.filter(({ cells }) => cells[1]!.split(', ').includes(place));
const readyMadeOf = (name: string) => readyMade.filter(({ cells }) => ['both', `\`${name}\``].includes(cells[1]!));
const namesOf = (path: string, type: string) => declared.membersOf(path, type).map(({ name }) => name);

const outputNames = Object.keys(outputEntry);
const OUTPUT_FUNCTIONS = outputNames.filter((name) => /^(?:read|compare|check)/.test(name));

/** What there is, and the table that must name all of it and nothing else. */
const TABLES: readonly (readonly [what: string, names: readonly string[], inReadme: readonly string[]])[] = [
  ['predicates', Object.keys(predicates), namesIn(readmeTable('Checks', 'predicate'))],
  ['matchers', Object.keys(matchers), namesIn(readmeTable('Matchers', 'matcher'))],
  ['error codes', ERROR_CODES, readmeHeadings(3, readmeSection('Troubleshooting'))],
  ['APIs', API_NAMES, namesIn(readmeTable('APIs', 'api'))],
  ['scenario fields', Object.keys(SCENARIO_SHAPE), namesIn(readmeTable('Scenarios', 'field'))],
  ['options of the config', Object.keys(CONFIG_SHAPE), namesIn(withPlace(options, 'config'))],
  ['options of a block', Object.keys(OPTIONS_SHAPE), namesIn(withPlace(options, 'block'))],
  ['fields of eventually', Object.keys(EVENTUALLY_SHAPE), namesIn(readmeTable('Repeating', 'field'))],
  ['fields of app', Object.keys(APP_SHAPE), namesIn(readmeTable('The app', 'field'))],
  ['fields of a service', Object.keys(SERVICE_SHAPE), namesIn(readmeTable('Services', 'field'))],
  ['options of temporalDevServer', Object.keys(TEMPORAL_SHAPE), namesIn(readyMadeOf('temporalDevServer'))],
  ['options of daprSidecar', Object.keys(DAPR_SHAPE), namesIn(readyMadeOf('daprSidecar'))],
  ['environment variables', Object.keys(VARIABLES), namesIn(readmeTable('Environment variables', 'variable'))],
  [
    'functions of the client',
    namesOf('src/client/client-interface.ts', 'Client').filter((name) => name !== 'serverHost'),
    namesIn(readmeTable('The client', 'function')),
  ],
  ['options of a client', Object.keys(CLIENT_SHAPE), namesIn(withPlace(clientOptions, 'client'))],
  ['options of a call', Object.keys(CALL_SHAPE), namesIn(withPlace(clientOptions, 'call'))],
  ['options of a comparison', Object.keys(COMPARISON_SHAPE), namesIn(readmeTable('The baseline', 'option'))],
  ['masks', Object.keys(MASKS), namesIn(readmeTable('The baseline', 'mask'))],
  [
    'record rules',
    outputNames.filter((name) => !OUTPUT_FUNCTIONS.includes(name)),
    namesIn(readmeTable('Record rules', 'rule')),
  ],
  ['functions for output', OUTPUT_FUNCTIONS, namesIn(readmeTable('Without matchers', 'function'))],
  ['keys of the preset', Object.keys(preset), namesIn(readmeTable('What the preset sets', 'key'))],
  [
    'exports of the package',
    Object.keys(manifest.exports).map((path) => path.replace('.', 'jest-connector')),
    namesIn(readmeTable('What the package exports', 'import')),
  ],
];

test.each(TABLES)('the README’s table names all %s, and nothing else', (_what, names, inReadme) => {
  expect(names.length).toBeGreaterThan(0);
  expect([...inReadme].sort()).toEqual([...new Set(names)].sort());
});

test.each([
  ['a scenario', SCENARIO_SHAPE, 'src/scenario/scenario.ts', 'Scenario'],
  ['eventually', EVENTUALLY_SHAPE, 'src/scenario/scenario.ts', 'Eventually'],
  ['the config', CONFIG_SHAPE, 'src/config/options.ts', 'ConnectorConfig'],
  ['a service', SERVICE_SHAPE, 'src/config/service-config.ts', 'ServiceConfig'],
  ['temporalDevServer', TEMPORAL_SHAPE, 'src/config/temporal-dev-server.ts', 'TemporalDevServerOptions'],
  ['daprSidecar', DAPR_SHAPE, 'src/config/dapr-sidecar.ts', 'DaprSidecarOptions'],
  ['a block', OPTIONS_SHAPE, 'src/config/options.ts', 'ConnectorOptions'],
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
    .map(({ path }) => /^matchers\/(to-[a-z-]+)\.ts$/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  const names = files.map((name) => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase()));
  expect(names.sort()).toEqual(Object.keys(matchers).sort());
});

test('every option of a block is resolved', () => {
  const resolved = namesOf('src/config/resolve-options.ts', 'ResolvedOptions');
  expect(namesOf('src/config/options.ts', 'ConnectorOptions').filter((name) => !resolved.includes(name))).toEqual([]);
});

test('scenario options stand in the table of options with their place', () => {
  const names = namesIn(withPlace(options, 'scenario'));
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !(name in SCENARIO_SHAPE))).toEqual([]);
});

test('the README names no matcher, code or variable that does not exist', () => {
  // The names of others, and ours beside them, are looked at by python-original.test.ts.
  const text = readmeText().replace(readmeSection('Coming from Python'), '');
  const matcherNames = [...text.matchAll(/\bto(?:Be|Have|Satisfy|Match)[A-Z]\w+/g)].map(([name]) => name);
  expect(matcherNames.filter((name) => !(name in matchers))).toEqual([]);

  const known = [...ERROR_CODES, ...Object.keys(VARIABLES)];
  // Of Node, Jest and the samples.
  const others =
    /^(ECONN\w+|ENOTFOUND|NODE_\w+|E2E_\w+|MY_(?:DB\w*|USERNAME|PASSWORD)|TABLE_\w+|MY_QUEUE_PORT|ATLAN_(?:TEMPORAL|DEPLOYMENT)_\w+|DAPR_\w+|GET|DEFAULT_IGNORED_FIELDS|POST|PUT|PATCH|DELETE|JSON|COMPLETED|TIMED_OUT|CONTINUED_AS_NEW|NO_SUCH_DB|CI)$/;
  const constants = [...text.matchAll(/(?<![\w-])[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+(?!\w)/g)].map(([name]) => name);
  expect(constants.length).toBeGreaterThan(ERROR_CODES.length);
  expect(constants.filter((name) => !known.includes(name) && !others.test(name))).toEqual([]);
});

test('the README names every function that the package exports', () => {
  const functions = Object.entries(entry).filter(([, value]) => typeof value === 'function');
  expect(functions.length).toBeGreaterThan(50);
  expect(functions.map(([name]) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(readmeText()))).toEqual([]);
});

test('every link inside the README leads to a heading', () => {
  const anchors = [2, 3]
    .flatMap((level) => readmeHeadings(level))
    .map((title) => title.toLowerCase().replace(/ /g, '-'));
  const links = [...readmeText().matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !anchors.includes(link!))).toEqual([]);
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
  const own = ['CONNECTOR_RUN', ...ERROR_CODES];
  const known = Object.keys(VARIABLES);
  expect(known.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => !known.includes(name) && !own.includes(name))).toEqual([]);
});

test('every public name has TSDoc', () => {
  const names = ['src/index.ts', 'matchers/types.ts'].flatMap((path) => declared.exportsOf(path));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter(({ documentation }) => documentation === '').map(({ name }) => name)).toEqual([]);
});

test.each([
  ['src/config/options.ts', 'ConnectorConfig'],
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
  const members = declared.membersOf(path, type);
  expect(members.length).toBeGreaterThan(3);
  expect(members.filter(({ documentation }) => documentation === '').map(({ name }) => name)).toEqual([]);
});

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md');

  test('names every folder', () => {
    const folders = new Set(sources.map(({ path }) => dirname(path)));
    expect(folders.size).toBeGreaterThan(8);
    expect([...folders].filter((folder) => !text.includes(`${folder}/`))).toEqual([]);
  });

  test('says where to change what, by paths that exist', () => {
    const section = text.slice(text.indexOf('## Where to change what'), text.indexOf('## Runtime dependencies'));
    const paths = [...section.matchAll(/`((?:src|matchers|__tests__)\/[^`…]*)`/g)].map((match) => match[1] as string);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => !existsSync(resolve(__dirname, '..', path)))).toEqual([]);
  });

  test('names no file that does not exist', () => {
    const root = readdirSync(resolve(__dirname, '..'));
    const tests = sourceFiles('__tests__').map(({ path }) => path);
    const known = new Set([...root, ...sources.map(({ path }) => path), ...tests].map((path) => basename(path)));
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
