import { expect, test } from '@jest/globals';
import { readVariables } from '../../../src/env/read-variables';

test.each([
  ['password: process.env.MY_PASSWORD,', 'MY_PASSWORD', 'password'],
  ["'password': process.env['MY_PASSWORD']", 'MY_PASSWORD', 'password'],
  ['password: process.env?.["MY_PASSWORD"]', 'MY_PASSWORD', 'password'],
  ['const password = process.env.MY_PASSWORD;', 'MY_PASSWORD', 'password'],
  ['password = env.MY_PASSWORD', 'MY_PASSWORD', 'password'],
  ['password: process\n  .env.MY_PASSWORD', 'MY_PASSWORD', 'password'],
  ["password: requireEnv('MY_PASSWORD')", 'MY_PASSWORD', 'password'],
  ['`Bearer ${process.env.MY_PASSWORD}`', 'MY_PASSWORD', undefined],
  ['const { MY_PASSWORD } = process.env;', 'MY_PASSWORD', undefined],
  ['const { MY_PASSWORD: password } = process.env;', 'MY_PASSWORD', 'password'],
  ['x(process.env.MY_PASSWORD as string) // process.env.OTHER', 'MY_PASSWORD', undefined],
])('%s', (source, name, field) => {
  expect(readVariables(source)).toEqual([{ name, field }]);
});

test.each([
  "password: process.env.MY_PASSWORD ?? 'none'",
  "password: process.env['MY_PASSWORD'] || ''",
  "const { MY_PASSWORD = 'none' } = process.env;",
  '// password: process.env.MY_PASSWORD',
  ' * password: process.env.MY_PASSWORD',
  "url: 'https://x/env', environment.MY_PASSWORD",
  'Object.keys(process.env)',
])('reads none that has to be there: %s', (source) => {
  expect(readVariables(source)).toEqual([]);
});
