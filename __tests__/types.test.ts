import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, 'types');

/** Another compiler: `CONNECTOR_TSC=…/typescript/bin/tsc npx jest __tests__/types.test.ts`. */
const TSC = process.env['CONNECTOR_TSC'] ?? require.resolve('typescript/bin/tsc');

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [TSC, ...args], { cwd: FOLDER, encoding: 'utf8' });

const major = Number(/\d+/.exec(run('--version').stdout)?.[0]);

const PROJECTS: readonly (readonly [project: string, ...options: string[]])[] = [
  ['globals'],
  ['globals/tsconfig.register.json'],
  ['jest-globals'],
  ['commonjs'],
  ['esm-nodenext'],
  ['bundler'],
  ['documentation'],
  // TypeScript 7 no longer has the old resolution; 6 asks for a word.
  ...(major >= 7 ? [] : [['node10', ...(major === 6 ? ['--ignoreDeprecations', '6.0'] : [])] as const]),
];

beforeAll(() => {
  const types = join(__dirname, '../dist/types/src/index.d.ts');
  if (!existsSync(types)) throw new Error('The projects compile against dist: run `npm run build` first.');
});

test.each(PROJECTS)(
  'the project %s compiles',
  (project, ...options) => {
    expect(run('-p', project, ...options).stdout).toBe('');
  },
  60_000,
);

test('a wrong project does not, and each error stands where the mistake is', () => {
  const { stdout, status } = run('-p', 'wrong', '--pretty', 'false');
  const expected = readFileSync(join(FOLDER, 'wrong/wrong.ts'), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const text = /^ *\/\/ error: (.*)/.exec(line)?.[1];
      return text === undefined ? [] : [[index + 2, text] as const];
    });
  const blocks = stdout.split(/^(?=wrong\/wrong\.ts\()/m).filter((block) => block.startsWith('wrong/'));
  expect(status).not.toBe(0);
  expect(blocks.map((block) => Number(/\((\d+),/.exec(block)?.[1]))).toEqual(expected.map(([line]) => line));
  expected.forEach(([, text], index) => expect(blocks[index]).toContain(text));
}, 60_000);
