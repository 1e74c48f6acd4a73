import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { markdownFiles } from '../scripts/docs/pages';
import * as entry from '../src';
import { Document, type Sample } from './support/document';

const TSC = join(__dirname, '../scripts/typescript-7/node_modules/typescript/bin/tsc');
/** In the repository, so that `jest-connector` is the built package. */
const FOLDER = join(__dirname, '../.cache/docs-samples');
const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  target: 'es2022',
  // Without the types of browsers, which take a second to read.
  lib: ['es2023'],
  module: 'node16',
  moduleResolution: 'node16',
  types: ['node', 'jest'],
};

/** What the text around a sample has introduced before it. */
const KNOWN = `import { describeConnector } from 'jest-connector';
import { scenarios } from './scenarios';
declare function createDatabase(): Promise<{ end(): Promise<void> }>;
`;

/** What an entry of a reference page may use: all functions, and values that its reader has. */
const IN_REFERENCE = `import { ${Object.entries(entry)
  .filter(([, value]) => typeof value === 'function')
  .map(([name]) => name)
  .join(', ')}, type AnyArgs, type ApiResponse, type AssertThat, type Client } from 'jest-connector';
declare const response: ApiResponse, responses: ApiResponse[], records: object[], names: string[], outputFolder: string;
declare const credentials: AnyArgs, wrong: AnyArgs, metadata: AnyArgs, workflowId: string, runId: string, client: Client;
`;

// docs/failures.md shows files of fixtures, which other tests run.
const DOCUMENTS = markdownFiles().filter(
  (path) => path === 'README.md' || (/^docs\/(?:guides|reference)\//.test(path) && hasCode(path)),
);
const folderOf = (document: string): string => join(FOLDER, document.replace(/\W/g, '-'));

function hasCode(path: string): boolean {
  return new Document(path).samples().some(isCode);
}

function isCode({ language }: Sample): boolean {
  return language === 'ts' || language === 'js';
}

function complete({ language, code }: Sample, document: string): string {
  if (language === 'js' || /^import /m.test(code)) return code;
  if (!document.includes('/reference/')) return KNOWN + code;
  // A predicate's example is an entry of `assertThat`, any other is what a test contains.
  const isEntry = /^(?:'[^']*'|\w+): /.test(code);
  const text = isEntry
    ? `export const assertThat: AssertThat = { ${code} };`
    : `export async function run() { ${code} }`;
  return `${IN_REFERENCE}${text}\n`;
}

/** The samples of a document, as files that stand beside one another. */
function filesOf(path: string): Map<string, string> {
  const folder = folderOf(path);
  const files = new Map(
    new Document(path)
      .samples()
      .filter(isCode)
      .map((sample, index): [string, string] => {
        const name = sample.file?.replace(/^.*\//, '') ?? `sample.${sample.language}`;
        // Samples of one name are of different projects; scenarios.ts is imported by others.
        return [join(folder, name === 'scenarios.ts' ? name : `${index + 1}-${name}`), complete(sample, path)];
      }),
  );
  const scenarios = join(folder, 'scenarios.ts');
  // A guide may use the scenarios that another one has written.
  return files.has(scenarios) ? files : files.set(scenarios, 'export const scenarios = [];');
}

/** Compiled by TypeScript 7, which takes a tenth of the time. */
function problemsOf(texts: ReadonlyMap<string, string>): string[] {
  rmSync(FOLDER, { recursive: true, force: true });
  const files = new Map([...texts, [join(FOLDER, 'tsconfig.json'), JSON.stringify({ compilerOptions: OPTIONS })]]);
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const { stdout } = spawnSync(process.execPath, [TSC, '-p', FOLDER, '--pretty', 'false'], {
    cwd: FOLDER,
    encoding: 'utf8',
  });
  return stdout.split(/\n(?! )/).filter((problem) => problem !== '');
}

/** What a sample's reader fills in, and what plain JavaScript does not say. */
const EXPECTED = /Parameter '(globalConfig|projectConfig)' implicitly has an 'any' type/;

test('every sample of the documentation compiles', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(15);
  const files = new Map(DOCUMENTS.flatMap((document) => [...filesOf(document)]));
  expect(files.size).toBeGreaterThan(100);
  const problems = problemsOf(files);
  expect(problems.filter((problem) => !EXPECTED.test(problem))).toEqual([]);
  // Without these, nothing was compiled.
  expect(problems).not.toEqual([]);
}, 120_000);
