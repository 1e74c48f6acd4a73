import { equalTo, plainCheck } from '../../../../../src/cli/record/checks/check-expression';
import { type ExistingFile, readCode } from '../../../../../src/cli/record/code/existing-file';
import { addedCode, extendedText, newFileText, testText } from '../../../../../src/cli/record/code/file-text';
import type { ModuleStyle } from '../../../../../src/cli/record/code/module-style';
import { FromVariable } from '../../../../../src/cli/record/requests/args-tree';
import type { RecordedRequest } from '../../../../../src/cli/record/requests/record-request';

const credentials = { password: new FromVariable('E2E_SHOP_PASSWORD', 'secret') };

const recorded = (name: string, more: Partial<RecordedRequest['request']> = {}): RecordedRequest => ({
  request: { name, api: 'auth', args: { credentials }, isRead: true, isRefusal: false, ...more },
  checks: [
    { path: 'success', ...equalTo(true) },
    { path: 'a b', ...plainCheck('isNull') },
  ],
  left: 0,
  accepts: [],
});

const one = (style: ModuleStyle) => ({ recorded: [recorded('auth_valid')], exportName: 'authValid', style });

/** A file with another export, as it is written. */
function extended(text: string, path = 'a.ts'): string {
  const file = readCode(path, text) as ExistingFile;
  const style = file.style ?? 'import';
  return extendedText(file, addedCode(one(style), file.taken), style);
}

const ADDED = `defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    requires: ['E2E_SHOP_PASSWORD'],
    args: lazy(() => ({
      credentials: { password: process.env.E2E_SHOP_PASSWORD },
    })),
    assertThat: {
      success: equals(true),
      'a b': isNull(),
    },
  },
]);
`;

test('a new file imports what it uses', () => {
  expect(newFileText(one('import'))).toBe(
    `import { defineScenarios, equals, isNull, lazy } from 'jest-connector';\n\nexport const authValid = ${ADDED}`,
  );
  expect(newFileText(one('require'))).toBe(
    `const { defineScenarios, equals, isNull, lazy } = require('jest-connector');\n\nconst authValid = ${ADDED}\nmodule.exports = { authValid };\n`,
  );
  expect(testText('./a.scenarios', 'require')).toContain("const recorded = require('./a.scenarios');");
});

test('credentials of several scenarios are written once, under a name that is free', () => {
  const contents = {
    recorded: [recorded('one'), recorded('two')],
    exportName: 'credentials',
    style: 'import' as const,
  };
  const text = newFileText(contents);
  expect(text).toContain('const credentials2 = lazy(() => ({');
  expect(text.match(/args: \{ credentials: credentials2 \}/g)).toHaveLength(2);
  expect(text.match(/^ {4}requires,$/gm)).toHaveLength(2);
  const { text: added } = addedCode({ ...contents, exportName: 'all' }, new Set(['credentials', 'requires']));
  expect(added).toMatch(
    /^const credentials2 = [^]*^const requires2 = \['E2E_SHOP_PASSWORD'\];[^]*requires: requires2,/m,
  );
});

test.each([
  [
    "import { equals } from 'jest-connector';\n\nexport const a = 1;\n",
    "import { equals, defineScenarios, isNull, lazy } from 'jest-connector';\n\nexport const a = 1;\n\nexport const authValid = ",
  ],
  [
    "import {\n  equals,\n  lazy,\n} from 'jest-connector';\nexport const a = 1",
    "import {\n  equals,\n  lazy, defineScenarios, isNull,\n} from 'jest-connector';\nexport const a = 1\n\nexport const authValid = ",
  ],
  [
    "// License\nimport a from 'a';\nexport { a };\n",
    "// License\nimport { defineScenarios, equals, isNull, lazy } from 'jest-connector';\nimport a from 'a';\nexport { a };\n\nexport const authValid = ",
  ],
  [
    "import type { Scenario } from 'jest-connector';\nexport const a: Scenario[] = [];\n",
    "import { defineScenarios, equals, isNull, lazy } from 'jest-connector';\nimport type { Scenario } from 'jest-connector';\nexport const a: Scenario[] = [];\n\nexport const authValid = ",
  ],
  [
    "'use strict';\nconst { equals } = require('jest-connector');\nmodule.exports = { a: equals };\n",
    "'use strict';\nconst { equals, defineScenarios, isNull, lazy } = require('jest-connector');\nmodule.exports = { a: equals };\n\nmodule.exports.authValid = ",
  ],
  [
    "import { type Scenario, isTrue as isNull2 } from 'jest-connector';\nexport const a = 1;\n\n",
    "import { type Scenario, isTrue as isNull2, defineScenarios, equals, isNull, lazy } from 'jest-connector';\nexport const a = 1;\n\nexport const authValid = ",
  ],
  [
    "import {} from 'jest-connector';\nimport { equals } from 'jest-connector';\n",
    "import { defineScenarios, isNull, lazy} from 'jest-connector';\nimport { equals } from 'jest-connector';\n\nexport const authValid = ",
  ],
  [
    "const { lazy, ...rest } = require('jest-connector'), { equals } = require('jest-connector');\nexports.a = rest.isNull;\n",
    "const { lazy, ...rest } = require('jest-connector'), { equals, defineScenarios, isNull } = require('jest-connector');\nexports.a = rest.isNull;\n\nmodule.exports.authValid = ",
  ],
  [
    "const { lazy, ...rest } = require('jest-connector');\nexports.a = rest.isNull;",
    "const { defineScenarios, equals, isNull } = require('jest-connector');\nconst { lazy, ...rest } = require('jest-connector');\nexports.a = rest.isNull;\n\nmodule.exports.authValid = ",
  ],
  [
    "import * as kit from 'jest-connector';\nexport const a = kit;\n",
    "import { defineScenarios, equals, isNull, lazy } from 'jest-connector';\nimport * as kit from 'jest-connector';\nexport const a = kit;\n\nexport const authValid = ",
  ],
  [
    '// License',
    "// License\nimport { defineScenarios, equals, isNull, lazy } from 'jest-connector';\n\nexport const authValid = ",
  ],
  ['', "import { defineScenarios, equals, isNull, lazy } from 'jest-connector';\n\nexport const authValid = "],
])('%j gets another export', (before, beginning) => {
  const text = extended(before);
  expect(text).toBe(`${beginning}${ADDED}`);
  expect((readCode('a.ts', text) as ExistingFile).exports).toContain('authValid');
});

test('the line ends of a file stay', () => {
  const text = extended("import { equals } from 'jest-connector';\r\nexport const a = equals(1);\r\n");
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

test.each([
  ['one\r\n// two\n// three\r\n  ', '\r\n'],
  ['one\r\n// two\n// three\n\n\n', '\n'],
])('bytes of a file stay, and most of its line ends are those of %j', (comment, end) => {
  const before = `\ufeff// ${comment}`;
  const text = extended(before);
  expect(text.startsWith(before)).toBe(true);
  const added = text.slice(before.length);
  expect(added.replaceAll(end, '')).not.toMatch(/[\r\n]/);
});

test('what a file declares, exports and names is found', () => {
  const text = `import a, { b as c } from 'x'; import * as d from 'y'; import { lazy as later } from 'jest-connector';
export const { e, f: [g] } = a, h = 1; function i() {} export class J {} export { h as k }; enum L {}
export const list = [{ name: 'first' }, { name: "second" }];`;
  const file = readCode('a.ts', text) as ExistingFile;
  expect([...file.taken].sort()).toEqual(['J', 'L', 'a', 'c', 'd', 'e', 'g', 'h', 'i', 'k', 'later', 'list'].sort());
  expect([...file.exports].sort()).toEqual(['J', 'e', 'g', 'h', 'k', 'list'].sort());
  expect([...file.scenarioLines.keys()].sort()).toEqual(['first', 'second']);
  expect(file.own).toEqual(new Set());
  const other = readCode('a.js', 'exports.a = 1; module.exports.b = 2; module.exports = { c, d: 1 };') as ExistingFile;
  expect([other.style, [...other.exports].sort()]).toEqual(['require', ['a', 'b', 'c', 'd']]);
  const assigned = readCode('a.js', 'const all = { a, b: 1 };\nexports = module.exports = all;') as ExistingFile;
  expect([assigned.closed, [...assigned.exports]]).toEqual([undefined, ['a', 'b']]);
  const named = readCode('a.ts', "import a = require('a'); export * as b from 'b'; export * from 'c';") as ExistingFile;
  expect([named.style, named.closed, [...named.exports]]).toEqual(['import', undefined, ['b']]);
});

test.each([
  ['a.ts', 'const a = 1;\nexport = a;', 'line 2: `export = …`'],
  ['a.js', 'module.exports = Object.freeze({ a: 1 });', 'line 1: `module.exports = …`'],
  ['a.js', '\n\nexports = module.exports = class {};', 'line 3: `exports = …`'],
  ['a.js', "module.exports = require('./other');", 'line 1: `module.exports = …`'],
])('%s with %j can not get another export', (path, text, closed) => {
  expect((readCode(path, text) as ExistingFile).closed).toBe(closed);
});

test.each([
  ['a.ts', 'const a = {\n  b: ;\n', 'line 2: '],
  ['a.js', 'let a: string', 'line 1: '],
  ['a.ts', 'export const a = `', 'line 1: '],
])('%s with %j does not parse', (path, text, beginning) => {
  expect(String(readCode(path, text)).startsWith(beginning)).toBe(true);
});
