import { join } from 'node:path';
import { copyFindings } from '../../../../../src/cli/doctor/project/copies';
import { factsWith } from '../../../../support/doctor-facts';
import { installed, temporaryProject } from '../../../../support/temporary-project';

const OURS = installed('jest-connector', '1.0.0');

function findings(files: Record<string, string>, ownFolder = '', test = 'tests/a.test.ts') {
  const folder = temporaryProject(files);
  const own = ownFolder === '-' ? undefined : { root: join(folder, ownFolder), version: '2.0.0' };
  const facts = factsWith(folder, { testFiles: [join(folder, test)] });
  return copyFindings(facts, own).map(({ severity, what }) => [severity, what.replaceAll(folder, '<folder>')]);
}

const ONE = [['ok', 'The config and the tests use one copy of jest-connector']];

test('one copy, which is the one that runs', () => {
  expect(findings(OURS, 'node_modules/jest-connector')).toEqual(ONE);
  // What runs is unknown, or the package isn't installed, which another check reports.
  expect(findings(OURS, '-')).toEqual(ONE);
  expect(findings({ 'package.json': '{}' })).toEqual(ONE);
});

test('a command of another copy', () => {
  expect(findings(OURS, 'global')).toEqual([
    [
      'warning',
      'This command is from another copy of jest-connector (2.0.0, <folder>/global) than the tests use (1.0.0).',
    ],
  ]);
});

test('a second copy beside the tests', () => {
  const [finding] = findings({ ...OURS, ...installed('jest-connector', '0.9.0', 'tests/') });
  expect(finding).toEqual([
    'problem',
    expect.stringMatching(/use 2 copies of jest-connector: <folder>\/node_modules\/\S+ \(1\.0\.0\), \S+ \(0\.9\.0\)\./),
  ]);
});
