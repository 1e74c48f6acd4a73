import { exportNameOf } from '../../../../../src/cli/record/code/export-name';
import * as kit from '../../../../../src/index';

// It prints a notice in tests without the preset, as ours are.
jest.mock('../../../../../src/jest/preset-check');

test.each([
  ['metadata_of_sales', 'metadataOfSales'],
  ['Auth-valid_2', 'authValid2'],
  ['x', 'x'],
  ['class', undefined],
  ['de_lete', 'deLete'],
  ['2_times', undefined],
  ['_a', undefined],
  ['a b', undefined],
  ["a'); process.exit(); ('", undefined],
  ['is_true', undefined],
  ['all_of', undefined],
  ['process', undefined],
  ['global-this', undefined],
  ['then', undefined],
  ['equals_scenario', 'equalsScenario'],
  ['ü', undefined],
  ['', undefined],
  ['a'.repeat(101), undefined],
])('the export of %j is %s', (name, expected) => {
  expect(exportNameOf(name)).toBe(expected);
});

test('no export is named as one of the package, which the file may import', () => {
  const names = Object.keys(kit).filter((name) => /^[a-z]/.test(name));
  expect(names).toContain('equals');
  expect(names.filter((name) => exportNameOf(name) !== undefined)).toEqual([]);
});
