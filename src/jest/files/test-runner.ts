import { breakErrorCommands, breakResultCommands, type FileResult } from '../output/break-result-commands';
import { JEST_RUNNER } from '../preset/jest-runner';
import { openTestFile, type TestEnvironment, type TestRuntime } from '../test-file';

type Arguments = readonly [
  globalConfig: { readonly maxConcurrency: number },
  projectConfig: { readonly globals: Readonly<Record<string, unknown>> },
  environment: TestEnvironment,
  runtime: TestRuntime,
  ...others: unknown[],
];
type Runner = (...given: Arguments) => Promise<FileResult>;

/**
 * Jest's own test runner, and beside it what the client needs to know: each test's limit, and the file's end. What Jest
 * prints of it has no text that a CI system would execute.
 */
async function runTestFile(...given: Arguments): Promise<FileResult> {
  const [{ maxConcurrency }, { globals }, environment, runtime] = given;
  const loaded = require(String(globals[JEST_RUNNER])) as Runner | { readonly default: Runner };
  const run = typeof loaded === 'function' ? loaded : loaded.default;
  const end = openTestFile({ environment, maxConcurrency, runtime });
  try {
    return breakResultCommands(await run(...given));
  } catch (error) {
    throw breakErrorCommands(error);
  } finally {
    end();
    // What follows from it comes before Jest takes the file's globals away.
    await new Promise(setImmediate);
  }
}

export = runTestFile;
