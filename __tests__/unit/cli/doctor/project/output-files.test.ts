import type * as os from 'node:os';
import { isIgnored } from '../../../../../src/cli/doctor/git';
import { outputFileFindings } from '../../../../../src/cli/doctor/project/output-files';
import { factsWith, projectSettings } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

jest.mock('../../../../../src/cli/doctor/git');

afterEach(() => jest.restoreAllMocks());

function findings(connector: unknown, files: Record<string, string> = {}, ignored = true) {
  jest.mocked(isIgnored).mockReturnValue(ignored);
  const folder = temporaryProject(files);
  const project = projectSettings(folder, { globals: { connector } });
  return outputFileFindings(project, factsWith(folder).settings.globalConfig).map(({ severity, what }) => [
    severity,
    what.replaceAll(folder, '<folder>'),
  ]);
}

test('a run that writes nothing', () => {
  expect(findings(undefined)).toEqual([]);
  expect(findings({ report: false })).toEqual([]);
});

test.each<[object, string]>([
  [{ report: true }, 'connector-report'],
  [{ junit: true }, 'junit.xml'],
  [{ junit: 'out/a.xml', report: { folder: 'out/r', summary: 'out/s.json' } }, 'out/a.xml, out/r, out/s.json'],
])('%j can be written', (connector, paths) => {
  expect(findings(connector)).toEqual([['ok', `${paths} can be written`]]);
});

test('files that git does not ignore would be committed', () => {
  expect(findings({ junit: true }, {}, false)).toEqual([
    ['warning', "git doesn't ignore junit.xml, which each run writes."],
  ]);
});

test('a file where a folder has to be', () => {
  expect(findings({ report: { folder: 'out' } }, { out: '' })).toEqual([
    ['problem', 'The folder of the report, <folder>/out, is a file.'],
  ]);
  expect(findings({ junit: 'out/a.xml' }, { out: '' })).toEqual([
    ['problem', "out/a.xml can't be written: out is not a writable folder."],
  ]);
});

test('a folder for temporary files that is not there', () => {
  jest.spyOn(jest.requireActual<typeof os>('node:os'), 'tmpdir').mockReturnValue('/nowhere/at/all');
  const project = projectSettings('/shop');
  const [finding] = outputFileFindings(project, { rootDir: '/shop', reporters: [], maxConcurrency: 5 });
  expect(finding).toMatchObject({ severity: 'problem', what: expect.stringContaining('/nowhere/at/all') });
});
