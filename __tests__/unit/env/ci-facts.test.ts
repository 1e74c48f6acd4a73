import { ciFacts } from '../../../src/env/ci-facts';

const GITHUB = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'me/app', GITHUB_RUN_ID: '7' };

test.each([
  [{}, {}],
  [{ GITHUB_SHA: '', CI_JOB_URL: '' }, {}],
  [
    { ...GITHUB, GITHUB_SHA: 'abc' },
    { commit: 'abc', ciUrl: 'https://github.com/me/app/actions/runs/7' },
  ],
  [{ ...GITHUB, GITHUB_RUN_ID: '' }, {}],
  [
    { CI_COMMIT_SHA: 'def', CI_JOB_URL: 'https://gitlab/1' },
    { commit: 'def', ciUrl: 'https://gitlab/1' },
  ],
  [
    { GIT_COMMIT: 'fed', BUILD_URL: 'https://jenkins/1' },
    { commit: 'fed', ciUrl: 'https://jenkins/1' },
  ],
])('%j says %j', (environment, facts) => {
  expect(ciFacts(environment)).toEqual(facts);
});
