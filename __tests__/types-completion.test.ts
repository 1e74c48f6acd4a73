import { join } from 'node:path';
import ts from 'typescript';

const FILE = join(__dirname, 'types/documentation/completion.ts');
const OPTIONS: ts.CompilerOptions = {
  strict: true,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  types: [],
  // Without the types of browsers, which take a second to read.
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
};

let text = '';
let version = 0;
const textOf = (path: string): string | undefined => (path === FILE ? text : ts.sys.readFile(path));

/** One for all tests: the files of the libraries are read once. */
const service = ts.createLanguageService({
  getCompilationSettings: () => OPTIONS,
  getScriptFileNames: () => [FILE],
  getScriptVersion: (path) => (path === FILE ? String(version) : '1'),
  getScriptSnapshot: (path) => {
    const content = textOf(path);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => __dirname,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
  realpath: (path) => ts.sys.realpath?.(path) ?? path,
});
afterAll(() => service.dispose());

/** What an editor offers at the `|` of `code`. */
function offeredAt(code: string): string[] {
  const marked = `import { defineScenarios, equals } from 'jest-connector';\n${code}`;
  text = marked.replace('|', '');
  version += 1;
  return service.getCompletionsAtPosition(FILE, marked.indexOf('|'), {})?.entries.map(({ name }) => name) ?? [];
}

test.each([
  ['known answer paths', "{ name: 'a', api: 'auth', assertThat: { '|': 1 } }", 'data.status', 'preflight.status'],
  ['known arguments', "{ name: 'a', api: 'preflight', args: { | }, assertThat: {} }", 'checks_to_run', 'max_objects'],
  ['APIs', "{ name: 'a', api: '|' }", 'workflow', 'data.status'],
  ['fields', "{ name: 'a', api: 'auth', | }", 'assertThat', 'checks_to_run'],
])(
  'an editor offers the %s',
  (_what, scenario, offered, notOffered) => {
    const names = offeredAt(`defineScenarios([${scenario}]);`);
    expect(names).toContain(offered);
    expect(names).not.toContain(notOffered);
  },
  60_000,
);
