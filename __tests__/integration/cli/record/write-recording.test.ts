import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { OUT, readSettings, recordingProject } from '../../../support/recording';

jest.mock('../../../../src/cli/doctor/jest-settings', () => ({
  readJestSettings: (jest: unknown, rootDir: string) => readSettings(jest, rootDir),
}));

const project = recordingProject();
const { record } = project;
const search = (...args: string[]) => record('--api', 'search', '--out', OUT, ...args);

/** A Prettier that runs `code` when it formats for the first time, and returns `result`. */
function prettierThat(code: string, result = 'text'): void {
  mkdirSync('node_modules/prettier');
  writeFileSync('package.json', '{ "name": "shop", "devDependencies": { "prettier": "3" } }');
  writeFileSync(
    'node_modules/prettier/index.js',
    `let isFirst = true;
    const change = () => { ${code} };
    exports.resolveConfig = () => null;
    exports.check = () => false;
    exports.format = (text) => { const now = isFirst; isFirst = false; if (now) change(); return ${result}; };`,
  );
}

const exportsOf = (text: string): string[] =>
  [...text.matchAll(/^module\.exports\.(\w+) = /gm)].map(([, name = '']) => name);

test('several commands that extend one file at once all do so', async () => {
  writeFileSync(OUT, '// Ours\n');
  const names = ['one', 'two', 'three', 'four'];
  const ended = await Promise.all(names.map((name) => search('--name', name)));
  expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  expect(exportsOf(readFileSync(OUT, 'utf8')).sort()).toEqual([...names].sort());
  expect(project.files().filter((name) => name.endsWith('.lock') || name.endsWith('.tmp'))).toEqual([]);
});

test('several commands that create one file at once all add to it', async () => {
  const ended = await Promise.all(['one', 'two'].map((name) => search('--name', name)));
  expect(ended.map(({ exitCode, printed }) => [exitCode, printed.slice(0, 7)]).sort()).toEqual([
    [0, 'created'],
    [0, 'extende'],
  ]);
  expect(readFileSync(OUT, 'utf8').match(/defineScenarios\(/g)).toHaveLength(2);
});

test.each([
  ['changed', '// Ours\n', '// Ours\nconst {\n'],
  ['created', undefined, 'const {\n'],
])('what was %s while the code was formatted stays', async (_what, before, start) => {
  if (before !== undefined) writeFileSync(OUT, before);
  prettierThat(`require('node:fs').appendFileSync(${JSON.stringify(OUT)}, 'exports.other = 1;\\n')`);
  expect(await search()).toMatchObject({ exitCode: 0 });
  const text = readFileSync(OUT, 'utf8');
  expect(text.slice(0, start.length)).toBe(start);
  expect(text).toContain('exports.other = 1;\n\nmodule.exports.searchResponds = ');
});

test('the name may be taken meanwhile', async () => {
  prettierThat(`require('node:fs').writeFileSync(${JSON.stringify(OUT)}, 'exports.searchResponds = 1;\\n')`);
  const { exitCode, notices } = await search();
  expect([exitCode, readFileSync(OUT, 'utf8')]).toEqual([1, 'exports.searchResponds = 1;\n']);
  expect(notices).toContain('exports searchResponds');
});

test('a file that changes all the time is left alone', async () => {
  writeFileSync(OUT, '// Ours\n');
  prettierThat(`isFirst = true; require('node:fs').appendFileSync(${JSON.stringify(OUT)}, '// more\\n')`);
  const { exitCode, notices } = await search();
  expect([exitCode, readFileSync(OUT, 'utf8')]).toEqual([1, expect.stringMatching(/^\/\/ Ours\n(\/\/ more\n)+$/)]);
  expect(notices).toContain('other processes keep changing it.');
});

test('code without its export is not written', async () => {
  prettierThat('', "''");
  const { exitCode, notices } = await search();
  expect([exitCode, existsSync(OUT)]).toEqual([1, false]);
  expect(notices).toContain('it would not export searchResponds.');
});

test('the permissions of a file stay', async () => {
  writeFileSync(OUT, 'exports.a = 1;\n');
  chmodSync(OUT, 0o600);
  expect(await search()).toMatchObject({ exitCode: 0 });
  expect(statSync(OUT).mode & 0o777).toBe(0o600);
});

test('without a place for the test, no file is left', async () => {
  symlinkSync('nowhere/recorded.test.js', 'recorded.test.js');
  const { exitCode, notices } = await search();
  expect([exitCode, existsSync(OUT)]).toEqual([1, false]);
  expect(notices).toContain(`${OUT} can't be written.`);
});

test('a Prettier that fails is reported in one line', async () => {
  prettierThat('throw null');
  const { exitCode, printed } = await search();
  expect(exitCode).toBe(0);
  expect(printed).toContain("Format it: the project's Prettier failed (without a message).");
});

test.each([
  ['a file as the folder', ['--out', 'package.json/a.js'], /there is no folder package\.json/],
  ['types', ['--out', 'a.d.mts'], /--out: expected a file that ends with/],
  [
    'a name that the file imports',
    ['--name', 'equals'],
    /--name: expected.*received: "equals" did you mean: equals_scenario/,
  ],
  ['a single export', [], /--out: expected a file that can get another export.*line 1: `module\.exports = …`/],
])('%s is refused before anything is sent', async (_what, args, message) => {
  writeFileSync(OUT, 'module.exports = Object.freeze({});\n');
  const { exitCode, notices } = await search(...args);
  expect(exitCode).toBe(2);
  expect(notices).toMatch(message);
  expect([project.app.requests, readFileSync(OUT, 'utf8')]).toEqual([[], 'module.exports = Object.freeze({});\n']);
});
