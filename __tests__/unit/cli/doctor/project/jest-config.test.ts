import { jestConfigFindings } from '../../../../../src/cli/doctor/project/jest-config';
import { factsWith, plainFacts, projectSettings } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

const failed = (failure: string) =>
  jestConfigFindings({ ...plainFacts(temporaryProject()), settings: { failure, environment: {} } });

test('without Jest there is nothing to say', () => {
  expect(jestConfigFindings(plainFacts(temporaryProject()))).toEqual([]);
});

test('a config that Jest can read', () => {
  const folder = temporaryProject();
  expect(jestConfigFindings(factsWith(folder))).toMatchObject([{ severity: 'ok', what: 'Jest can read its config' }]);
  const configs = [projectSettings(folder), projectSettings(folder)];
  expect(jestConfigFindings(factsWith(folder, { configs }))).toMatchObject([
    { what: 'Jest can read its config, 2 projects' },
  ]);
});

test('options that Jest does not know are named', () => {
  const warnings = '● Validation Warning:\n  Unknown option "connector" with value {}\n  Unknown option "tiemout"';
  expect(jestConfigFindings(factsWith(temporaryProject(), { warnings }))).toMatchObject([
    { severity: 'warning', what: 'Jest ignores unknown options of its config: connector, tiemout.' },
  ]);
});

test.each([
  ['ReferenceError: module is not defined in ES module scope', /jest\.config\.cjs/],
  ['SyntaxError: Cannot use import statement outside a module', /module\.exports/],
  ['Validation Error: Preset jest-connector not found', /npm install --save-dev jest-connector/],
  ['Multiple configurations found: jest.config.js, package.json', /--config/],
  ["Error: Cannot find module 'dotenv'", /install what the Jest config loads/],
  ['SyntaxError: Unexpected end of input', /correct the Jest config/],
])('%s', (failure, fix) => {
  expect(failed(failure)).toMatchObject([
    { severity: 'problem', what: `Jest can't read its config:\n${failure}`, fix: expect.stringMatching(fix) },
  ]);
});

test('a long failure is cut, and has no stack', () => {
  const lines = Array.from({ length: 30 }, (_line, index) => `line ${index}  \n    at file.js:${index}\n`);
  const [finding] = failed(lines.join('\n'));
  expect(finding?.what.split('\n')).toHaveLength(13);
  expect(finding?.what).toMatch(/line 0\nline 1\n/);
});
