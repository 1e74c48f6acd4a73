import { join } from 'node:path';
import ts from 'typescript';
import { readmeSamples } from './support/readme';

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

const samples = readmeSamples().filter(({ language }) => language === 'ts' || language === 'js');

const files = new Map(
  samples.map(({ language, file, code }, index): [string, string] => {
    const name = file?.replace(/^.*\//, '') ?? `sample.${language}`;
    const complete = language === 'js' || /^import /m.test(code) ? code : KNOWN + code;
    // Samples of one name are of different projects; scenarios.ts is imported by others.
    return [join(FOLDER, name === 'scenarios.ts' ? name : `${index + 1}-${name}`), complete];
  }),
);

function problemsOf(texts: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.directoryExists = (path) => path === FOLDER || directoryExists?.(path) === true;
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

test('every sample of the README compiles', () => {
  expect(samples.length).toBeGreaterThan(6);
  expect(problemsOf(files).filter((problem) => !EXPECTED.test(problem))).toEqual([]);
}, 60_000);
