import { join } from 'node:path';
import ts from 'typescript';
import { markdownFiles } from '../scripts/docs/pages';
import * as entry from '../src';
import { Document, type Sample } from './support/document';

/** As if the samples were next to the compiled projects: `jest-connector` is the built package. */
const FOLDER = join(__dirname, 'types/docs');
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  target: ts.ScriptTarget.ES2022,
  // Without the types of browsers, which take a second to read.
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
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

function problemsOf(texts: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  const folders = new Set([FOLDER, ...DOCUMENTS.map(folderOf)]);
  host.directoryExists = (path) => folders.has(path) || directoryExists?.(path) === true;
  host.getSourceFile = (path, languageVersion) => {
    const text = host.readFile(path);
    return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName.replace(`${FOLDER}/`, '')}:${line}: ${text}`;
  });
}

/** What a sample's reader fills in, and what plain JavaScript does not say. */
const EXPECTED = /Parameter '(globalConfig|projectConfig)' implicitly has an 'any' type/;

test('every sample of the documentation compiles', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(15);
  const files = new Map(DOCUMENTS.flatMap((document) => [...filesOf(document)]));
  expect(files.size).toBeGreaterThan(100);
  expect(problemsOf(files).filter((problem) => !EXPECTED.test(problem))).toEqual([]);
}, 120_000);
