import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import { call, calledNames, type Code, literal, plain } from '../../../../../src/cli/record/code/code';
import { importLine, styleOf } from '../../../../../src/cli/record/code/module-style';
import { printCode } from '../../../../../src/cli/record/code/print-code';
import { parseJson } from '../../../../../src/json/exact-json';

// Without plugins of its own, Prettier loads them by `import()`, which Jest doesn't have.
const PRETTIER = { parser: 'typescript', singleQuote: true, plugins: [typescript, estree as never] };

const VALUES: Readonly<Record<string, unknown>> = {
  short: { a: 1, list: [1, 'two', null, true], nested: { empty: {}, none: [] } },
  long: { a: 'x'.repeat(50), b: 'y'.repeat(50), 'c-d': -0.5, e1: { f: ['z'.repeat(40), 'w'.repeat(40)] } },
  rows: [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ],
  single: [{ a: 1, b: 2 }],
  quotes: ["it's", 'say "a"', `both ' and "`, 'back\\slash', 'line\nbreak\ttab'],
  string: { key: 'long '.repeat(30), other: 'fits below '.repeat(6), fitting: 'a' },
};

test.each(Object.entries(VALUES))('%s is printed as Prettier does', async (_name, value) => {
  const text = `const a = ${printCode(literal(value), 'const a = '.length)};\n`;
  expect(await format(text, PRETTIER)).toBe(text);
});

test('calls and functions are, too', async () => {
  const credentials: Code = { kind: 'object', fields: [['password', plain('process.env.E2E_SHOP_PASSWORD')]] };
  const args = call('lazy', { kind: 'function', result: { ...credentials, isOpen: true } });
  const checks: Code = {
    kind: 'object',
    isOpen: true,
    fields: [
      ['success', call('equals', literal(true))],
      ['data.a', call('anyOf', call('isNull'), call('allOf', call('isString'), call('isNotEmpty')))],
      [`data.${'long'.repeat(15)}`, call('allOf', call('isString'), call('isNotEmpty'))],
      ['requires', plain('requires')],
    ],
  };
  const code = call('defineScenarios', {
    kind: 'list',
    items: [
      {
        kind: 'object',
        isOpen: true,
        fields: [
          ['args', args],
          ['assertThat', checks],
        ],
      },
    ],
  });
  const text = `${printCode(code)};\n`;
  expect(await format(text, PRETTIER)).toBe(text);
  expect(calledNames([code])).toEqual([
    'allOf',
    'anyOf',
    'defineScenarios',
    'equals',
    'isNotEmpty',
    'isNull',
    'isString',
    'lazy',
  ]);
});

test.each([
  ['a secret-free list', ['a', { b: null }]],
  ['line separators', '\u2028\u2029\u0085\ufeff\u202e'],
  ['half characters', '\ud800 \udc00'],
  ['ends of code', `*/ \`\${a}\` </script> '" \\' // --> ]]>`],
  ['large integers', parseJson('[9007199254740993, -9007199254740993, 0, -0]') as unknown],
  ['a prototype', JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2, "a-b": 3, "": 4 }') as unknown],
])('%s evaluates to itself', (_name, value) => {
  const text = printCode(literal(value));
  expect(text).not.toMatch(/[\u2028\u2029\u0085\ufeff\u202e]|[\ud800-\udfff]/);

  const evaluated = eval(`(${text})`) as unknown;
  expect(evaluated).toEqual(value);
  expect(Object.keys(evaluated as object)).toEqual(Object.keys(value as object));
});

test('imports are written in the style of the file', () => {
  expect(importLine('import', ['a', 'b'], 'm')).toBe("import { a, b } from 'm';");
  expect(importLine('require', ['a'], 'm')).toBe("const { a } = require('m');");
  expect(
    importLine(
      'import',
      Array.from({ length: 9 }, () => 'abcdefghij'),
      'm',
    ),
  ).toMatch(/^import \{\n( {2}\w+,\n){9}\} from 'm';$/);
  expect(['a.ts', 'a.mjs', 'a.js'].map((path) => styleOf(path, true))).toEqual(['import', 'import', 'import']);
  expect(['a.cts', 'a.cjs', 'a.js'].map((path) => styleOf(path, false))).toEqual(['import', 'require', 'require']);
});
