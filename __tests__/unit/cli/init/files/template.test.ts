import { inLanguage, template, withParts } from '../../../../../src/cli/init/files/template';

const TYPESCRIPT = `import { defineScenarios, equals } from 'jest-connector';
import { other } from './other';

export const scenarios = defineScenarios([]);
`;

test('a template in the language of the project', () => {
  expect(inLanguage(TYPESCRIPT, 'typescript')).toBe(TYPESCRIPT);
  expect(inLanguage(TYPESCRIPT, 'module')).toBe(TYPESCRIPT.replace("'./other'", "'./other.js'"));
  expect(inLanguage(TYPESCRIPT, 'commonjs')).toBe(`const { defineScenarios, equals } = require('jest-connector');
const { other } = require('./other');

const scenarios = defineScenarios([]);

module.exports = { scenarios };
`);
});

test('a template has the name of the connector, also in its variables', () => {
  const text = template('env.example', 'big-shop');
  expect(text).toContain('\nE2E_BIG_SHOP_PASSWORD=\n');
  expect(text + template('connector.test.ts', 'big-shop')).not.toMatch(/my-connector|MY_CONNECTOR/);
  expect(template('connector.test.ts', 'big-shop')).toContain("describeConnector('big-shop', scenarios)");
});

test('parts that are not wanted are left out, with their marks', () => {
  const text = 'a\n  # init:one\n  b\n  # init:end\nc\n# init:two\nd\n# init:end\n';
  expect(withParts(text, ['one'])).toBe('a\n  b\nc\n');
  expect(withParts(text, ['two'])).toBe('a\nc\nd\n');
});
