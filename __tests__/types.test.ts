import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IN_MATRIX } from './support/in-matrix';

const FOLDER = join(__dirname, 'types');

interface Compiler {
  readonly major: number;
  compile(...args: readonly string[]): { readonly stdout: string; readonly status: number | null };
}

function compilerAt(tsc: string): Compiler {
  const compile = (...args: readonly string[]) =>
    spawnSync(process.execPath, [tsc, ...args], { cwd: FOLDER, encoding: 'utf8' });
  return { major: Number(/\d+/.exec(compile('--version').stdout)?.[0]), compile };
}

const OTHER = process.env['CONNECTOR_TSC'];
const NATIVE = join(__dirname, '../scripts/typescript-7/node_modules/typescript/bin/tsc');
const OWN = require.resolve('typescript/bin/tsc');

/** TypeScript 7, which takes a tenth of the time; in the matrix the last that is written in JavaScript. */
const compilers = (OTHER ? [OTHER] : IN_MATRIX ? [OWN] : [NATIVE]).map(compilerAt);

const PROJECTS = [
  ...['globals', 'globals/tsconfig.register.json', 'jest-globals', 'commonjs', 'esm-nodenext', 'bundler'],
  ...['documentation', 'node10'],
];

/** TypeScript 7 no longer has the old resolution. */
const compilersOf = (project: string): readonly Compiler[] =>
  compilers.filter(({ major }) => major < 7 || project !== 'node10');

/** TypeScript 6 has it only where it is asked for. */
const optionsOf = (project: string, major: number): readonly string[] =>
  project === 'node10' && major === 6 ? ['--ignoreDeprecations', '6.0'] : [];

beforeAll(() => {
  const types = join(__dirname, '../dist/types/src/index.d.ts');
  if (!existsSync(types)) throw new Error('The projects compile against dist: run `npm run build` first.');
});

test.each(PROJECTS.filter((project) => compilersOf(project).length > 0))(
  'the project %s compiles',
  (project) => {
    for (const { major, compile } of compilersOf(project)) {
      expect(compile('-p', project, ...optionsOf(project, major)).stdout).toBe('');
    }
  },
  120_000,
);

test('a wrong project does not, and each error stands where the mistake is', () => {
  const expected = readFileSync(join(FOLDER, 'wrong/wrong.ts'), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const text = /^ *\/\/ error: (.*)/.exec(line)?.[1];
      return text === undefined ? [] : [[index + 2, text] as const];
    });
  for (const { compile } of compilers) {
    const { stdout, status } = compile('-p', 'wrong', '--pretty', 'false');
    const blocks = stdout.split(/^(?=wrong\/wrong\.ts\()/m).filter((block) => block.startsWith('wrong/'));
    expect(status).not.toBe(0);
    expect(blocks.map((block) => Number(/\((\d+),/.exec(block)?.[1]))).toEqual(expected.map(([line]) => line));
    expected.forEach(([, text], index) => expect(blocks[index]).toContain(text));
  }
}, 120_000);
