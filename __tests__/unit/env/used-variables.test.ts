import { expect, test } from '@jest/globals';
import { usedVariables } from '../../../src/env/used-variables';

const environment = { LONG: 'secret value', SHORT: 'te', EMPTY: '' };

test.each([
  [{ credentials: [{ key: 'password', value: 'te' }] }, ['SHORT']],
  [{ headers: { authorization: 'Bearer secret value' } }, ['LONG']],
  ['the test', []],
  [{ a: '', b: null, c: 1 }, []],
  [undefined, []],
])('%j', (value, names) => {
  expect(usedVariables(['LONG', 'SHORT', 'EMPTY', 'UNSET'], value, environment)).toEqual(names);
});
