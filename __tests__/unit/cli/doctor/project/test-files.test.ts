import { join } from 'node:path';
import { testFileFindings } from '../../../../../src/cli/doctor/project/test-files';
import { factsWith, projectSettings } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

const SUITE = "import { describeConnector } from 'jest-connector';\ndescribeConnector([]);\n";

function findings(files: Record<string, string>, tests: readonly string[]): string[] {
  const folder = temporaryProject(files);
  const facts = factsWith(folder, {
    configs: [projectSettings(folder, { testMatch: ['**/*.test.ts'], testRegex: ['spec'] })],
    testFiles: tests.map((name) => join(folder, name)),
  });
  return testFileFindings(facts).map(({ severity, what }) => `${severity}: ${what.replaceAll(folder, '<folder>')}`);
}

test('test files that use the package are counted', () => {
  const files = { 'a.test.ts': SUITE, 'b.test.ts': SUITE };
  expect(findings(files, ['a.test.ts', 'b.test.ts'])).toEqual(['ok: Jest finds 2 test files']);
});

test('no test file', () => {
  expect(findings({ 'a.ts': SUITE }, [])).toEqual([
    'problem: Jest finds no test file: nothing in <folder> matches **/*.test.ts, spec.',
  ]);
});

test('test files without the package', () => {
  const names = ['a', 'b', 'c', 'd'].map((name) => `${name}.test.ts`);
  expect(findings(Object.fromEntries(names.map((name) => [name, 'test();'])), names)).toEqual([
    'warning: No file of the project imports jest-connector; Jest runs a.test.ts, b.test.ts, c.test.ts.',
  ]);
});

test('a suite that Jest does not run', () => {
  expect(findings({ 'a.test.ts': SUITE, 'my-suite.ts': SUITE }, ['a.test.ts'])).toEqual([
    "warning: Jest doesn't run my-suite.ts, which calls describeConnector.",
  ]);
});

test.each([
  ['a test imports', { 'a.test.ts': `import './my-suite';\n${SUITE}`, 'my-suite.ts': SUITE }],
  ['a test requires', { 'a.test.ts': `require('./my-suite.js');\n${SUITE}`, 'my-suite.js': SUITE }],
  ['another config runs', { 'a.test.ts': SUITE, 'other.spec.ts': SUITE }],
])('a suite that %s is not lost', (_what, files) => {
  expect(findings(files as Record<string, string>, ['a.test.ts'])).toEqual(['ok: Jest finds 1 test file']);
});
