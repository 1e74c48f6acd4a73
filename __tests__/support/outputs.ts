/**
 * Every module that writes somewhere, and what of a run holds what it wrote. The canary test plants secrets and looks
 * for them in each of these; the architecture test finds every module that writes.
 */
export const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  // Notices, the debug log, the reporter's lines.
  'src/jest/output/write-stderr.ts': ['stderr'],
  // What commands print.
  'src/cli/terminal.ts': ['stdout', 'stderr'],
  // The environment of Jest's process, for the one that started it.
  'src/cli/doctor/jest-settings.ts': [],
  // Templates, and files of the user that get more lines.
  'src/cli/init/write-files.ts': [],
  // What the app and the services write: into logs that are kept, shown when one does not start, or live.
  'src/service/logs/service-log.ts': ['stderr', 'app.log'],
  'src/service/process/guardian.ts': ['stderr', 'app.log'],
  // How the app ended, for workers.
  'src/service/logs/end-file.ts': ['app.log.end.json'],
  // What other runs have to know.
  'src/service/run/run-folder.ts': ['run.json'],
  // Warnings of record rules, by the console.
  'matchers/to-satisfy-record-rules.ts': ['stderr'],
  // What an app says about its requests, for `npx jest-connector contract`.
  'src/contract/contract-file.ts': ['contract.json'],
  // Scenarios made of responses, by `npx jest-connector record`.
  'src/cli/record/write-recording.ts': ['recorded.scenarios.js'],
  // What a workflow wrote, as `jest -u` keeps it.
  'src/output/update/write-baseline.ts': ['baseline.json'],
  // What a report is made from, and the report.
  'src/run-report/journal/journal-file.ts': ['journal'],
  'src/run-report/folder/replace-folder.ts': [
    'connector-report/results.jsonl',
    'connector-report/integration-test-summary.json',
    'connector-report/ctrf-report.json',
    'connector-report/index.html',
    'connector-report/manifest.json',
  ],
  // The summary, if the option `summary` is a path.
  'src/run-report/write-report.ts': ['connector-report/integration-test-summary.json'],
  // What its callers write, which are listed themselves.
  'src/replace-file.ts': [],
  // What GitHub shows of a job.
  'src/run-report/github/append-step-summary.ts': ['step-summary.md'],
  // The number of a process.
  'src/run-report/folder/folder-lock.ts': [],
  // The files that a service is configured to have, for that service alone.
  'src/jest/setup/service-spec.ts': [],
};

/** What Jest and its reporters write of what the package gave them: errors, the console, snapshots. */
export const OUTPUTS_OF_JEST = ['stdout', 'stderr', 'json', 'reports/junit.xml', '__snapshots__/leak.test.js.snap'];

/** How a module writes. */
export const WRITING =
  /process\.(?:stdout|stderr)\.write|\bconsole\.\w+\(|\b(?:writeSync|writeFileSync|writeFile|appendFileSync|appendFile|createWriteStream|copyFileSync|cpSync|replaceFile|prepareFiles?)\(|\bopenSync\((?!path, 'r'\))/;
