import { defined } from '../defined';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a CI system says about the run. */
export interface CiFacts {
  readonly commit?: string;
  readonly ciUrl?: string;
}

/** The commit, and the URL of the job, as far as the environment has them. */
export function ciFacts(environment: Environment = process.env): CiFacts {
  const commit = environment['GITHUB_SHA'] || environment['CI_COMMIT_SHA'] || environment['GIT_COMMIT'];
  const ciUrl = githubRun(environment) ?? (environment['CI_JOB_URL'] || environment['BUILD_URL']);
  return defined({ commit: commit || undefined, ciUrl: ciUrl || undefined });
}

function githubRun(environment: Environment): string | undefined {
  const parts = [environment['GITHUB_SERVER_URL'], environment['GITHUB_REPOSITORY'], environment['GITHUB_RUN_ID']];
  if (!parts.every(Boolean)) return undefined;
  const [server, repository, run] = parts as [string, string, string];
  return `${server}/${repository}/actions/runs/${run}`;
}
