/**
 * Every module that writes somewhere, and what of a run holds what it wrote. The canary test plants secrets and looks
 * for them in each of these; the architecture test finds every module that writes.
 */
export const OUTPUTS: Readonly<Record<string, readonly string[]>> = {
  // Notices, the debug log, the reporter's lines.
  'src/jest/write-stderr.ts': ['stderr'],
  // What the app writes: its log's tail is shown when it does not start.
  'src/service/service-log.ts': ['stderr'],
  // To Jest's process alone: how the app ended.
  'src/service/guardian.ts': ['stderr'],
};

/** What Jest and its reporters write of what the package gave them: errors, the console, snapshots. */
export const OUTPUTS_OF_JEST = ['stdout', 'stderr', 'json', 'reports/junit.xml', '__snapshots__/leak.test.js.snap'];

/** How a module writes. */
export const WRITING =
  /process\.(?:stdout|stderr)\.write|\bconsole\.\w+\(|\b(?:writeSync|writeFileSync|writeFile|appendFileSync|appendFile|createWriteStream|openSync|copyFileSync|cpSync)\(/;
