import { join } from 'node:path';
import { type Formatter, projectFormatter } from '../../../../../src/cli/record/code/prettier';
import { temporaryProject } from '../../../../support/temporary-project';

/** The formatter of a project whose Prettier has these functions. */
function formatterWith(functions: string, file = 'a.ts'): Formatter {
  const folder = temporaryProject({
    'package.json': '{ "devDependencies": { "prettier": "3" } }',
    'node_modules/prettier/index.js': `module.exports = { resolveConfig: () => null, format: (text) => text, ${functions} };`,
  });
  return projectFormatter(join(folder, file), 50) as Formatter;
}

test.each([
  ['null', 'without a message'],
  ['undefined', 'without a message'],
  ['{ message: 5 }', 'without a message'],
  ['"wrong"', 'wrong'],
  ["new Error('\\nfirst line\\nsecond line')", 'first line'],
])('a configuration that throws %s leaves the code as it is', async (thrown, problem) => {
  const formatter = formatterWith(`resolveConfig: () => { throw ${thrown}; }`);
  expect(await formatter.format('a  =  1')).toBe('a  =  1');
  expect(await formatter.isFormatted('a = 1')).toBe(false);
  expect(formatter.problem).toBe(problem);
});

test('a configuration that never ends loading leaves the code as it is', async () => {
  const formatter = formatterWith('resolveConfig: () => new Promise(() => {})');
  expect(await formatter.format('a')).toBe('a');
  expect(formatter.problem).toBe('it did not end within 0.05 s');
});

test.each([
  ['a.ts', 'typescript'],
  ['a.mjs', 'babel'],
])('the parser of %s is %s, whatever the configuration names', async (file, parser) => {
  const formatter = formatterWith(
    `resolveConfig: () => ({ parser: 'markdown', semi: false }), format: (text, options) => JSON.stringify([text, options])`,
    file,
  );
  expect(JSON.parse(await formatter.format('a'))).toEqual(['a', expect.objectContaining({ parser, semi: false })]);
});

test('a result that does not parse is not used', async () => {
  const formatter = formatterWith("format: () => 'const = 1;'");
  expect(await formatter.format('a')).toBe('a');
  expect(formatter.problem).toMatch(/^its result does not parse, line 1: /);
});
