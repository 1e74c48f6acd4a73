import { missingVariables } from '../../../src/env/missing-variables';

test('not set, and set to nothing, is missing; each name once', () => {
  const environment = { SET: 'x', ZERO: '0', EMPTY: '', BLANK: ' ' };
  expect(missingVariables(['SET', 'ZERO', 'EMPTY', 'BLANK', 'UNSET', 'EMPTY'], environment)).toEqual([
    ...['EMPTY', 'BLANK', 'UNSET'],
  ]);
});
