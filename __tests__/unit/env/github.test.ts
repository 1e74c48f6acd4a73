import { gitHubJob } from '../../../src/env/github';

const JOB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_STEP_SUMMARY: '/runner/step.md',
  GITHUB_WORKSPACE: '/checkout',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'owner/name',
  GITHUB_SHA: '0123abc',
};

test('a job of GitHub Actions', () => {
  expect(gitHubJob(JOB)).toEqual({
    summaryFile: '/runner/step.md',
    workspace: '/checkout',
    sourceUrl: 'https://github.com/owner/name/blob/0123abc',
  });
});

test('elsewhere there is none', () => {
  expect(gitHubJob({ ...JOB, GITHUB_ACTIONS: undefined })).toBeUndefined();
  expect(gitHubJob({ ...JOB, GITHUB_ACTIONS: 'false' })).toBeUndefined();
});

test('what is unset or empty is not known', () => {
  expect(
    gitHubJob({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '', GITHUB_SERVER_URL: 'https://github.com' }),
  ).toEqual({
    summaryFile: undefined,
    workspace: undefined,
    sourceUrl: undefined,
  });
});
