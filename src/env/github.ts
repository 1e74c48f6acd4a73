/** What GitHub Actions says about the job, by the variables that it sets. */
export interface GitHubJob {
  /** The file that the step's summary is appended to. */
  readonly summaryFile: string | undefined;
  /** The folder of the checkout, which annotations and links are relative to. */
  readonly workspace: string | undefined;
  /** The page of a file of the commit, without the file: `https://github.com/owner/name/blob/0123abc`. */
  readonly sourceUrl: string | undefined;
}

/** The job that this process runs in; `undefined` outside of GitHub Actions. */
export function gitHubJob(env: NodeJS.ProcessEnv = process.env): GitHubJob | undefined {
  if (env['GITHUB_ACTIONS'] !== 'true') return undefined;
  const [server, repository, commit] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY'], env['GITHUB_SHA']];
  return {
    summaryFile: env['GITHUB_STEP_SUMMARY'] || undefined,
    workspace: env['GITHUB_WORKSPACE'] || undefined,
    sourceUrl: server && repository && commit ? `${server}/${repository}/blob/${commit}` : undefined,
  };
}
