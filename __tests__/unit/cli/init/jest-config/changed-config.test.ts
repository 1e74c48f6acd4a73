import { runInNewContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { template } from '../../../../../src/cli/init/files/template';
import { changedConfig } from '../../../../../src/cli/init/jest-config/changed-config';
import { diffOf } from '../../../../../src/cli/init/jest-config/diff';

const OWN = template('jest.config.js', 'shop');
const APP = { command: ['python', 'main.py'], url: 'http://127.0.0.1:8000' };
const CONNECTOR = { app: APP, applicationName: 'shop', strictPaths: true };

/** What a config exports; `withConnector` marks what it got. */
function exportOf(text: string): unknown {
  const { code } = transformSync(text, { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
  const module = { exports: {} as { default?: unknown } };
  const require = (name: string) =>
    name === 'jest-connector'
      ? {
          withConnector: (config: unknown) => ({
            wrapped: typeof config === 'function' ? (config as () => unknown)() : config,
          }),
          temporalDevServer: () => 'temporal',
          daprSidecar: () => 'dapr',
        }
      : { join: (...parts: string[]) => parts.join('/') };
  runInNewContext(code, { module, exports: module.exports, require, __dirname: '/shop' });
  return module.exports.default ?? module.exports;
}

const change = (name: string, text: string, own = OWN) => changedConfig({ name, text }, false, own);

test.each([
  ['an object', 'jest.config.js', 'module.exports = {\n  testTimeout: 1000\n};\n'],
  ['an object with a trailing comma', 'jest.config.js', 'module.exports = {\n  testTimeout: 1000,\n};\n'],
  ['an object on one line', 'jest.config.js', 'module.exports = { testTimeout: 1000 };\n'],
  [
    'a variable',
    'jest.config.cjs',
    '/** Ours. */\nconst config = {\n  testTimeout: 1000,\n};\nmodule.exports = config;\n',
  ],
  ['an ES module', 'jest.config.mjs', 'export default {\n  testTimeout: 1000,\n};\n'],
  [
    'TypeScript',
    'jest.config.ts',
    "import type { Config } from 'jest';\nconst config: Config = {\n  testTimeout: 1000,\n};\nexport default config satisfies Config;\n",
  ],
])('%s is wrapped, and gets the options', (_title, name, text) => {
  const changed = change(name, text);
  expect(exportOf(changed.text)).toEqual({ wrapped: { testTimeout: 1000, globals: { connector: CONNECTOR } } });
  expect(changed.advice).toBeUndefined();
});

test('an empty object is wrapped too', () => {
  expect(exportOf(change('jest.config.js', 'module.exports = {};').text)).toEqual({
    wrapped: { globals: { connector: CONNECTOR } },
  });
});

test.each([
  ['a function', 'module.exports = async () => ({ testTimeout: 1000 });'],
  ['an object with globals', "module.exports = { globals: { 'ts-jest': {} } };"],
])('%s is wrapped, and the options are left to the user', (_title, text) => {
  const changed = change('jest.config.js', text);
  expect(exportOf(changed.text)).toHaveProperty('wrapped');
  expect(changed.text).not.toContain('main.py');
  expect(changed.advice).toContain('Add this to the config: globals: {');
});

test('a config that exports nothing is not changed', () => {
  const text = 'exports.testTimeout = 1000;';
  expect(change('jest.config.js', text)).toEqual({ text, advice: expect.stringContaining('withConnector(') });
});

test.each([
  ['the preset', 'jest.config.js', "module.exports = { preset: 'jest-connector' };"],
  [
    'withConnector',
    'jest.config.js',
    "const { withConnector } = require('jest-connector');\nmodule.exports = withConnector({});",
  ],
  ['the key of package.json', 'package.json', '{ "jest": { "preset": "jest-connector" } }'],
])('a config that already uses the package is not changed: %s', (_title, name, text) => {
  expect(change(name, text)).toEqual({ text });
});

test.each([
  ['jest.config.json', '{\n    "testTimeout": 1000\n}\n', (whole: unknown) => whole],
  [
    'package.json',
    '{ "name": "shop", "jest": { "testTimeout": 1000 }, "devDependencies": { "jest-connector": "*" } }',
    (whole: unknown) => (whole as { jest: unknown }).jest,
  ],
])('%s gets the preset', (name, text, configIn) => {
  const changed = JSON.parse(change(name, text).text) as unknown;
  expect(configIn(changed)).toEqual({ preset: 'jest-connector', testTimeout: 1000, globals: { connector: CONNECTOR } });
});

test('JSON with another preset, or for an app with services, must become a file that can call functions', () => {
  const withPreset = '{ "preset": "ts-jest" }';
  expect(change('jest.config.json', withPreset)).toEqual({
    text: withPreset,
    advice: expect.stringContaining('jest.config.js'),
  });
  const plain = '{ "testTimeout": 1000 }';
  const own = template('sdk/jest.config.js', 'shop');
  expect(change('jest.config.json', plain, own)).toEqual({
    text: plain,
    advice: expect.stringContaining('withConnector'),
  });
});

test.each(['module.exports = {\n  testTimeout: 1000,\n};\n', 'export default {\n  testTimeout: 1000,\n};\n'])(
  'the functions that the services need are loaded once: %j',
  (text) => {
    const changed = change('jest.config.js', text, template('sdk/jest.config.js', 'shop')).text;
    expect(changed.match(/jest-connector'/g)).toHaveLength(1);
    if (!text.startsWith('export')) {
      expect(exportOf(changed)).toMatchObject({
        wrapped: { testTimeout: 1000, globals: { connector: { services: { temporal: 'temporal', dapr: 'dapr' } } } },
      });
    }
  },
);

test('the difference shows the lines that change, with their surroundings', () => {
  const before = `module.exports = {\n${Array.from({ length: 20 }, (_, index) => `  a${index}: 1,\n`).join('')}};\n`;
  const diff = diffOf(before, change('jest.config.js', before).text);
  expect(diff).toContain('- module.exports = {');
  expect(diff).toContain('+ module.exports = withConnector({');
  expect(diff).toContain("+       app: { command: ['python', 'main.py'], url: 'http://127.0.0.1:8000' },");
  expect(diff).not.toContain('a10: 1');
});
