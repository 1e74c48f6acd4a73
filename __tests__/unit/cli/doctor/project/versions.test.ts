import { versionFindings } from '../../../../../src/cli/doctor/project/versions';
import { plainFacts } from '../../../../support/doctor-facts';
import { installed, temporaryProject } from '../../../../support/temporary-project';

const withJest = (version: string) => ({
  ...installed('jest', version),
  ...installed('jest-connector', '1.2.3'),
  'package.json': '{ "devDependencies": { "jest-connector": "*" } }',
});

const wrong = (files: Record<string, string>, node = '20.0.0') =>
  versionFindings(plainFacts(temporaryProject(files)), node).filter(({ severity }) => severity !== 'ok');

test('supported versions are named', () => {
  const findings = versionFindings(plainFacts(temporaryProject(withJest('29.5.0'))), '20.0.0');
  expect(findings.map(({ severity, what }) => [severity, what])).toEqual([
    ['ok', 'Node 20.0.0'],
    ['ok', 'Jest 29.5.0'],
    ['ok', 'jest-connector 1.2.3'],
  ]);
});

test('Node 18 and Jest 29.4 are too old', () => {
  expect(wrong(withJest('29.4.3'), '18.20.1').map(({ severity, what }) => [severity, what])).toEqual([
    ['problem', 'Node 18.20.1 is too old.'],
    ['problem', 'Jest 29.4.3 is too old.'],
  ]);
});

test('a package that package.json does not list may be missing elsewhere', () => {
  const [finding, ...others] = wrong({ ...withJest('30.0.0'), 'package.json': '{}', 'pnpm-lock.yaml': '' });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', fix: '`pnpm add --save-dev jest-connector`' });
});

test('what is not installed', () => {
  expect(wrong({ 'yarn.lock': '' }).map(({ what, fix }) => [what, fix])).toEqual([
    ['Jest is not installed.', '`yarn add --dev jest`'],
    ['jest-connector is not installed.', '`yarn add --dev jest-connector`'],
  ]);
});
