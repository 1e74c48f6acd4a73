import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { samplesOf } from './support/readme';

/** As if the samples stood beside the documentation's: `jest-connector` is the built package. */
const FOLDER = join(__dirname, 'types/readme');
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: ['node', 'jest'],
};

/** What the text around a sample has said before it. */
const KNOWN = `import { describeConnector } from 'jest-connector';
import { scenarios } from './scenarios';
declare function createDatabase(): Promise<{ end(): Promise<void> }>;
`;

const ROOT = join(__dirname, '..');
const DOCUMENTS = ['README.md', ...readdirSync(join(ROOT, 'docs/guides')).map((name) => `docs/guides/${name}`)];
const folderOf = (document: string): string => join(FOLDER, document.replace(/\W/g, '-'));

/** The samples of a document, as files that stand beside one another. */
function filesOf(document: string): Map<string, string> {
  const folder = folderOf(document);
  const samples = samplesOf(readFileSync(join(ROOT, document), 'utf8'));
  const files = new Map(
    samples
      .filter(({ language }) => language === 'ts' || language === 'js')
      .map(({ language, file, code }, index): [string, string] => {
        const name = file?.replace(/^.*\//, '') ?? `sample.${language}`;
        const complete = language === 'js' || /^import /m.test(code) ? code : KNOWN + code;
        // Samples of one name are of different projects; scenarios.ts is imported by others.
        return [join(folder, name === 'scenarios.ts' ? name : `${index + 1}-${name}`), complete];
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

test('every sample of the README and of the guides compiles', () => {
  const documents = DOCUMENTS.map((document) => [document, filesOf(document)] as const);
  expect(documents.filter(([, files]) => files.size < 2).map(([document]) => document)).toEqual([]);
  const files = new Map(documents.flatMap(([, of]) => [...of]));
  expect(problemsOf(files).filter((problem) => !EXPECTED.test(problem))).toEqual([]);
}, 60_000);
