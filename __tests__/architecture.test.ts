import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { OUTPUTS, WRITING } from './support/outputs';
import { type SourceFile, sourceFiles } from './support/source-files';

const files = sourceFiles('src', 'matchers');

/** A folder may import from folders of a lower level, and from itself. */
const LEVELS: readonly (readonly [prefix: string, level: number])[] = [
  ['src/cli/', 8],
  ['src/index', 7],
  ['src/jest/', 6],
  ['src/page/', 6],
  ['matchers/', 5],
  ['src/run-report/', 5],
  ['src/runner/', 4],
  ['src/report/', 4],
  ['src/strength/', 4],
  ['src/standard/', 4],
  ['src/config/', 3],
  ['src/contract/', 3],
  ['src/scenario/', 2],
  ['src/client/', 2],
  ['src/env/', 2],
  ['src/service/', 2],
  ['src/output/', 2],
  ['src/apis/', 1],
  ['src/assertions/', 1],
  ['src/json/exact-json', -2],
  ['src/json/json', -3],
  ['src/redaction/', -1],
  ['src/', 0],
];

/** A scenario says what the output of its workflow must be. */
const IN_ONE_LEVEL = [['src/scenario/', 'src/output/']];

/** What each subfolder may import of the subfolders beside it; what stands in the folder itself, every one may. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'src/apis/preflight': [],
  'src/apis/response': [],
  'src/assertions/values': ['paths'],
  'src/assertions/paths': ['values', 'predicates'],
  'src/assertions/checks': ['paths', 'predicates', 'values'],
  'src/assertions/predicates': ['checks', 'values'],
  'src/assertions/schema': ['checks', 'paths', 'predicates', 'values'],
  'src/cli/commands': ['contract', 'doctor', 'init', 'merge', 'record', 'show', 'strength'],
  'src/cli/contract': [],
  'src/cli/doctor': ['project'],
  'src/cli/doctor/app': [],
  'src/cli/doctor/project': [],
  'src/cli/init': ['project'],
  'src/cli/init/files': [],
  'src/cli/init/jest-config': [],
  'src/cli/project': [],
  'src/cli/merge': [],
  'src/cli/record': ['doctor', 'project'],
  'src/cli/record/checks': ['code'],
  'src/cli/record/code': ['requests'],
  'src/cli/record/requests': ['checks', 'code'],
  'src/cli/show': [],
  'src/cli/strength': [],
  'src/client/body': [],
  'src/client/http': ['body'],
  'src/client/http/exchange': [],
  'src/jest/block': ['channel', 'concurrency', 'failure', 'journal', 'output', 'server', 'strength', 'watch'],
  'src/jest/channel': ['output', 'server'],
  'src/jest/concurrency': ['failure'],
  'src/jest/failure': [],
  'src/jest/files': ['journal', 'output', 'preset', 'reporter', 'setup', 'transform'],
  'src/jest/journal': ['failure'],
  'src/jest/output': [],
  'src/jest/preset': [],
  'src/jest/reporter': ['failure', 'output'],
  'src/jest/server': [],
  'src/jest/setup': ['channel', 'output', 'preset', 'reporter', 'server'],
  'src/jest/strength': [],
  'src/jest/transform': [],
  'src/jest/watch': ['block', 'failure', 'output'],
  'src/output/read': [],
  'src/output/baseline': ['read', 'update'],
  'src/output/update': ['baseline', 'read'],
  'src/output/rules': ['baseline', 'read'],
  'src/redaction/names': [],
  'src/redaction/text': ['names'],
  'src/redaction/copies': [],
  'src/page/coverage': ['data'],
  'src/page/data': [],
  'src/page/detail': ['data', 'parts'],
  'src/page/list': ['data', 'parts'],
  'src/page/overview': ['coverage', 'data', 'parts'],
  'src/page/parts': ['data'],
  'src/report/cut': [],
  'src/report/hints': ['cut'],
  'src/run-report/folder': [],
  'src/run-report/github': ['model', 'outputs'],
  'src/run-report/join': ['journal', 'model'],
  'src/run-report/journal': ['model'],
  'src/run-report/merge': ['model'],
  'src/run-report/model': [],
  'src/run-report/outputs': ['model'],
  'src/run-report/page': ['model'],
  'src/run-report/page/detail': [],
  'src/run-report/results-file': ['model'],
  'src/runner/request': [],
  'src/scenario/request': [],
  'src/runner/repeat': [],
  'src/runner/workflow': [],
  'src/scenario/strength': [],
  'src/service/logs': ['process', 'run'],
  'src/service/process': ['logs'],
  'src/service/run': ['logs'],
  'src/service/start': ['logs', 'process', 'run'],
  'src/standard/negatives': [],
  'src/standard/scenarios': ['negatives'],
  'matchers/preflight': ['shared'],
  'matchers/shared': [],
};

const placeOf = (path: string) => {
  const found = LEVELS.find(([prefix]) => path.startsWith(prefix));
  if (!found) throw new Error(`${path} stands in no folder`);
  return { folder: found[0], level: found[1] };
};

/** Single entry points to modules: what is outside, and the only places that may load it. */
const MODULE_ENTRY_POINTS: readonly (readonly [name: string, module: RegExp, places: RegExp])[] = [
  ['axios', /^axios(\/|$)/, /^src\/client\/http\/http\.ts$/],
  [
    'child processes',
    /^node:child_process$/,
    /^src\/(service\/|cli\/(show\/open-in-browser|doctor\/(jest-settings|git)|strength\/run-jest)\.ts$)/,
  ],
  ['commander', /^commander$/, /^src\/cli\//],
  ['dotenv', /^dotenv$/, /^src\/env\/dotenv\.ts$/],
  ['Parquet', /^hyparquet/, /^src\/output\/read\/parquet-worker\.ts$/],
  ['pretty-format', /^pretty-format$/, /^src\/assertions\/values\/print\.ts$/],
  ['Jest’s equality', /^@jest\/expect-utils$/, /^src\/assertions\/values\/deep-equal\.ts$/],
  ['Jest', /^(jest$|expect$|@jest\/(?!expect-utils))/, /^(src\/jest|matchers)\//],
];

/** Single entry points to globals. */
const GLOBAL_ENTRY_POINTS: readonly (readonly [name: string, pattern: RegExp, places: RegExp])[] = [
  [
    'process.env',
    /\bprocess\.env\b/,
    /^src\/(env\/|cli\/doctor\/jest-settings\.ts|service\/run\/run-state\.ts|redaction\/process-redactor\.ts)/,
  ],
  ['console', /\bconsole\./, /^(src\/jest\/|matchers\/to-satisfy-record-rules\.ts)/],
];

test.each(files.map((file) => [file.path, file] as const))('%s imports only what its place allows', (_path, file) => {
  const here = placeOf(file.path);
  const wrong = file.imports
    .filter(({ isOurs }) => isOurs)
    .filter(({ target, typeOnly }) => !(typeOnly && target === 'src/runner/scenario-result'))
    .filter(({ target }) => {
      const there = placeOf(existsSync(resolve(__dirname, '..', `${target}.ts`)) ? target : `${target}/index`);
      if (IN_ONE_LEVEL.some(([from, to]) => from === here.folder && to === there.folder)) return false;
      return there.folder !== here.folder && there.level >= here.level;
    });
  expect(wrong.map(({ target }) => target)).toEqual([]);
});

test('the documentation lists each level once, with the same folders', () => {
  const text = readFileSync(resolve(__dirname, '../docs/internals/architecture.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (\d) \| (`[^|]*`) \|/gm)].map(([, level, folders = '']) => [
    Number(level),
    [...folders.matchAll(/`([^`*]+?)(?:\.ts)?`/g)].map(([, folder]) => folder).sort(),
  ]);
  const foldersOf = (level: number) =>
    LEVELS.filter(([, of]) => of === level).map(([prefix]) => prefix.replace(/\/$/, ''));
  const levels = [1, 2, 3, 4, 5, 6, 7, 8].map((level) => [level, foldersOf(level).sort()]);
  expect(rows.filter(([level]) => level !== 0)).toEqual(levels);
});

const subfolderOf = (path: string): string => dirname(path);
/** Every folder that has files of its own. */
const folders = [...new Set(files.map(({ path }) => subfolderOf(path)))];

test.each(Object.entries(BESIDE))('%s imports of the folders beside it only %j', (folder, allowed) => {
  const beside = files
    .filter(({ path }) => subfolderOf(path) === folder)
    .flatMap(({ imports }) => imports.filter(({ isOurs }) => isOurs).map(({ target }) => subfolderOf(target)))
    .filter((target) => target !== folder && subfolderOf(target) === subfolderOf(folder) && target in BESIDE)
    .map((target) => target.slice(subfolderOf(folder).length + 1));
  expect([...new Set(beside)].sort()).toEqual([...allowed].sort());
});

test('every subfolder is listed above, and no folder holds more than 15 files', () => {
  const subfolders = folders.filter((folder) => /^src\/.+\/|^matchers\//.test(folder));
  expect(subfolders.filter((folder) => folder !== 'src/jest').sort()).toEqual(Object.keys(BESIDE).sort());
  const crowded = folders.filter((folder) => files.filter(({ path }) => subfolderOf(path) === folder).length > 15);
  expect(crowded).toEqual([]);
});

test.each(MODULE_ENTRY_POINTS)('only its own places load %s', (_name, module, places) => {
  const loading = files.filter(({ imports }) =>
    imports.some(({ target, isOurs, typeOnly }) => !isOurs && !typeOnly && module.test(target)),
  );
  expect(loading.length).toBeGreaterThan(0);
  expect(loading.map(({ path }) => path).filter((path) => !places.test(path))).toEqual([]);
});

test.each(GLOBAL_ENTRY_POINTS)('only its own places touch %s', (_name, pattern, places) => {
  const touching = files.filter(({ text }) => pattern.test(text.replace(/'[^'\n]*'/g, '')));
  expect(touching.map(({ path }) => path).filter((path) => !places.test(path))).toEqual([]);
});

test('the canary test knows every module that writes', () => {
  const code = ({ text }: SourceFile): string => text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, '');
  const writing = files.filter((file) => WRITING.test(code(file))).map(({ path }) => path);
  expect(writing.sort()).toEqual(Object.keys(OUTPUTS).sort());
});

test('a report is made of results alone: whatever a result does not hold, no report can show', () => {
  const sources = /^src\/(report\/|assertions\/|redaction\/|json\/|validation\/|[a-z-]+$)/;
  const wrong = files
    .filter(({ path }) => path.startsWith('src/report/'))
    .flatMap(({ imports }) =>
      imports.filter(({ isOurs, typeOnly, target }) => isOurs && !typeOnly && !sources.test(target)),
    );
  expect(wrong).toEqual([]);
});

test('the core knows no test runner, not even its types', () => {
  const core = files.filter(({ path }) => placeOf(path).level < 5);
  const naming = core.filter(({ imports }) =>
    imports.some(({ target }) => /^(jest$|expect$|@jest\/(?!expect-utils))/.test(target)),
  );
  expect(naming.map(({ path }) => path)).toEqual([]);
});

test('there are no import cycles, of types either', () => {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const done = new Set<string>();
  const cycles: string[] = [];

  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const { target, isOurs } of byPath.get(path)?.imports ?? []) {
      if (isOurs) visit(byPath.has(target) ? target : `${target}/index`, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of byPath.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

describe('what is loaded when it is first used', () => {
  const byPath = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const loadedBy = (path: string, isLazy: boolean): string[] =>
    (byPath.get(path)?.imports ?? [])
      .filter((each) => each.isOurs && !each.typeOnly && each.isLazy === isLazy)
      .map(({ target }) => (byPath.has(target) ? target : `${target}/index`));

  /** Every test file loads these. */
  const atStart = new Set<string>();
  const visit = (path: string): void => {
    if (atStart.has(path)) return;
    atStart.add(path);
    loadedBy(path, false).forEach(visit);
  };
  ['src/index', 'src/jest/files/register-matchers'].forEach(visit);
  const loadsLazily = (path: string): boolean => loadedBy(path, true).length > 0;

  test('a module that only does this for others is named lazy-*', () => {
    const only = [...atStart].filter((path) => loadsLazily(path) && loadedBy(path, false).length === 0);
    expect(only.length).toBeGreaterThan(2);
    expect(only.filter((path) => !basename(path).startsWith('lazy-'))).toEqual([]);
    const named = [...byPath.keys()].filter((path) => basename(path).startsWith('lazy-'));
    expect(named.filter((path) => !atStart.has(path) || !loadsLazily(path))).toEqual([]);
  });

  test('is not loaded at the start by another module', () => {
    const wanted = [...atStart].flatMap((path) => loadedBy(path, true).map((target) => [path, target] as const));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, target]) => atStart.has(target))).toEqual([]);
  });

  test('has the type of the module that is loaded', () => {
    const requires = /require\('(\.[^']+)'\)(\s+as typeof import\('\1'\))?/g;
    const untyped = files.flatMap(({ path, text }) =>
      [...text.matchAll(requires)].filter(([, , type]) => type === undefined).map(([call]) => `${path}: ${call}`),
    );
    expect(untyped).toEqual([]);
  });
});

test('files are small, kebab-case, and in no drawer for everything', () => {
  const lines = (file: SourceFile): number => file.text.split('\n').length;
  expect(files.filter((file) => lines(file) > 200).map(({ path }) => path)).toEqual([]);
  expect(files.filter(({ path }) => !/^[a-z0-9/-]+\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
  expect(files.filter(({ path }) => /utils|helpers|common|manager/.test(path)).map(({ path }) => path)).toEqual([]);
});
