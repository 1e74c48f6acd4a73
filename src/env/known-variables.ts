/** Every environment variable that is read, with its meaning; `npm run docs` writes the reference page from it. */
export const VARIABLES = {
  CONNECTOR_SERVER_HOST:
    "Sets `serverHost`. Then neither `app` nor `services` is started, unless the URL is the app's own.",
  CONNECTOR_WORKFLOW_ENDPOINT: 'Sets `workflowEndpoint`.',
  CONNECTOR_TIMEOUT: 'Sets `timeout`, in milliseconds.',
  CONNECTOR_CONCURRENCY: 'Sets `concurrency`: a number, or `true`.',
  CONNECTOR_DEBUG:
    '`1` prints each request and response to standard error; `full` prints all headers and whole bodies too.',
  CONNECTOR_LOGS: '`1` prints the output of the app and the services while they run.',
  CONNECTOR_REPORT:
    '`1` sets `report`, `0` turns it off, and a path such as `./reports` is the folder of the report. The other settings ' +
    'of `report` stay as configured.',
  CONNECTOR_STRENGTH:
    '`1` judges which broken responses the checks would accept, and adds it to the report; `npx jest-connector strength` sets it.',
  CONNECTOR_ENV: 'Selects a profile: `.env.<CONNECTOR_ENV>` is loaded too, and must exist.',
  CONNECTOR_TEMPORAL_PATH: 'The path of the Temporal CLI for `temporalDevServer()`.',
  CONNECTOR_DAPRD_PATH: 'The path of the Dapr runtime for `daprSidecar()`.',
  ATLAN_APPLICATION_NAME: 'Sets `applicationName`.',
  ATLAN_HANDLER_HOST: 'The host of `serverHost` if `CONNECTOR_SERVER_HOST` is unset. Default: 127.0.0.1.',
  ATLAN_HANDLER_PORT: 'The port of `serverHost` if `CONNECTOR_SERVER_HOST` is unset. Default: 8000.',
  ATLAN_APP_HTTP_HOST: 'Used if `ATLAN_HANDLER_HOST` is unset. The app reads them in this order too.',
  ATLAN_APP_HTTP_PORT: 'Used if `ATLAN_HANDLER_PORT` is unset. The app reads them in this order too.',
  E2E_SOURCE_RAW_JSON: 'The fields of `source()`, as one JSON object.',
  E2E_SOURCE_DATASOURCE: 'The default name of `source()`.',
  INTEGRATION_TEST_SUMMARY_PATH:
    'The path of the summary that `report` writes, relative to the `rootDir` of the run, as the Python kit reads it. It ' +
    'does not turn `report` on.',
  CI_COMMIT_SHA: 'The commit that a report names on GitLab.',
  CI_JOB_URL: 'The URL of the GitLab job that a report links to.',
  GIT_COMMIT: 'The commit that a report names on Jenkins.',
  BUILD_URL: 'The URL of the Jenkins build that a report links to.',
  CI:
    'If set (but not to `0` or `false`), a server that already runs is never used instead of `app`, a scenario with ' +
    'missing `requires` fails, and a run in which every test was skipped fails.',
  GITHUB_ACTIONS: '`true` in a job of GitHub Actions: a report includes a step summary and annotations.',
  GITHUB_STEP_SUMMARY: 'The file that the step summary is appended to.',
  GITHUB_WORKSPACE: 'The folder that paths in annotations and links are relative to.',
  GITHUB_SERVER_URL: 'With the next two, where links in the step summary lead.',
  GITHUB_REPOSITORY: 'The `owner/name` of the repository.',
  GITHUB_SHA: 'The commit, also in reports.',
  GITHUB_RUN_ID: 'The run that a report links to.',
} as const;
