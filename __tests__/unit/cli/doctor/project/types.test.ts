import { join } from 'node:path';
import { typeFindings } from '../../../../../src/cli/doctor/project/types';
import { factsWith } from '../../../../support/doctor-facts';
import { installed, temporaryProject } from '../../../../support/temporary-project';

const BY_HAND = "test('a', () => {\n  expect(1).toBe(1);\n});\n";
const TYPESCRIPT = installed('typescript', '5.9.3');

function findings(files: Record<string, string>, test = 'a.test.ts'): readonly (readonly [string, string])[] {
  const folder = temporaryProject(files);
  const found = typeFindings(factsWith(folder, { testFiles: [join(folder, test)] }));
  return found.map(({ severity, what }) => [severity, what.replaceAll(folder, '<folder>')]);
}

test('tests in JavaScript need no types', () => {
  expect(findings({ 'a.test.js': BY_HAND }, 'a.test.js')).toEqual([]);
});

test('a test without globals needs TypeScript only', () => {
  expect(findings({ 'a.test.ts': 'describeConnector([]);', ...TYPESCRIPT })).toEqual([
    ['ok', 'TypeScript 5.9.3 sees the types of the matchers'],
  ]);
});

test.each([
  ['no TypeScript', {}, 'warning', /^TypeScript is not installed/],
  ['an old TypeScript', installed('typescript', '5.3.3'), 'problem', /^TypeScript 5\.3\.3 can't read the types/],
  ['no @types/jest', TYPESCRIPT, 'warning', /^The types of `test` and `expect` are missing; a\.test\.ts uses them/],
  [
    'TypeScript 6 and a tsconfig that lists no types',
    { ...installed('typescript', '6.0.3'), ...installed('@types/jest', '30.0.0'), 'tsconfig.json': '{}' },
    'warning',
    /^<folder>\/tsconfig\.json doesn't list "jest" in `types`/,
  ],
])('%s', (_title, files, severity, what) => {
  expect(findings({ 'a.test.ts': BY_HAND, ...files })).toEqual([[severity, expect.stringMatching(what)]]);
});

test('before TypeScript 6, a tsconfig without `types` includes all of them', () => {
  const files = { ...TYPESCRIPT, ...installed('@types/jest', '30.0.0'), 'tsconfig.json': '{}' };
  expect(findings({ 'a.test.ts': BY_HAND, ...files })).toEqual([['ok', expect.any(String)]]);
});

test('@jest/globals and the package need one copy of expect', () => {
  const imports = `import { expect, test } from '@jest/globals';\n${BY_HAND}`;
  const common = {
    ...TYPESCRIPT,
    ...installed('@jest/globals', '30.0.0'),
    ...installed('@jest/expect', '30.0.0'),
    ...installed('expect', '30.0.0'),
    ...installed('jest-connector', '1.0.0'),
  };
  expect(findings({ 'a.test.ts': imports, ...common })).toEqual([['ok', expect.any(String)]]);
  const second = installed('expect', '29.0.0', 'node_modules/jest-connector/');
  expect(findings({ 'a.test.ts': imports, ...common, ...second })).toEqual([
    ['warning', expect.stringContaining('`expect` of @jest/globals (30.0.0) is another copy')],
  ]);
  expect(findings({ 'a.test.ts': imports, ...TYPESCRIPT })).toEqual([
    ['problem', '@jest/globals, which a.test.ts imports, is not installed.'],
  ]);
});
