import { isIgnored, isTracked } from '../../../../../src/cli/doctor/git';
import { envFileFindings } from '../../../../../src/cli/doctor/project/env-files';
import { temporaryProject } from '../../../../support/temporary-project';

jest.mock('../../../../../src/cli/doctor/git');

const NAME = 'DOCTOR_TEST_VARIABLE';

function findings(files: Record<string, string>, { tracked = false, ignored = true } = {}) {
  jest.mocked(isTracked).mockReturnValue(tracked);
  jest.mocked(isIgnored).mockReturnValue(ignored);
  const folder = temporaryProject(files);
  return envFileFindings(folder).map(({ severity, what }) => [severity, what.replaceAll(folder, '<folder>')]);
}

afterEach(() => delete process.env[NAME]);

test('files that are there are loaded, and named', () => {
  expect(findings({})).toEqual([]);
  expect(findings({ '.env': `${NAME}=here\n`, '.env.local': '' })).toEqual([
    ['ok', '.env.local and .env can be read, and git does not track them'],
  ]);
  expect(process.env[NAME]).toBe('here');
});

test.each([
  ['tracked', { tracked: true }, 'problem', 'git tracks .env, so everyone with the repository has its secrets.'],
  ['not ignored', { ignored: false }, 'warning', "git doesn't ignore .env, so it may be committed."],
])('a file that is %s', (_what, git, severity, what) => {
  expect(findings({ '.env': '' }, git)).toEqual([[severity, what]]);
});

test('what dotenv would read otherwise than it looks', () => {
  expect(findings({ '.env': `${NAME} here\n` })).toEqual([['warning', expect.stringMatching(/\.env:1: /)]]);
});

test('a file that cannot be read', () => {
  expect(findings({ '.env/file': '' })).toEqual([['problem', expect.stringContaining('.env')]]);
});
