import { PROJECT_MARK } from '../../service/run/project-run';
import { openTestJournal } from '../journal/test-journal';
import { breakErrorCommands, breakResultCommands, type FileResult } from '../output/break-result-commands';
import { JEST_RUNNER } from '../preset/jest-runner';
import { openTestFile, type TestEnvironment, type TestRuntime } from '../test-file';

type Arguments = readonly [
  globalConfig: { readonly maxConcurrency: number },
  projectConfig: { readonly globals: Readonly<Record<string, unknown>> },
  environment: TestEnvironment,
  runtime: TestRuntime,
  path: string,
  ...others: unknown[],
];
type Runner = (...given: Arguments) => Promise<FileResult>;

/**
 * Wraps Jest's own test runner and passes each test's time limit and the file's end to the client. Breaks up everything
 * in the results that a CI system would execute as a command when Jest prints it.
 */
async function runTestFile(...given: Arguments): Promise<FileResult> {
  const [{ maxConcurrency }, { globals }, environment, runtime, path] = given;
  const loaded = require(String(globals[JEST_RUNNER])) as Runner | { readonly default: Runner };
  const run = typeof loaded === 'function' ? loaded : loaded.default;
  const journal = openTestJournal(path, globals[PROJECT_MARK] as string | undefined);
  const end = openTestFile({ environment, maxConcurrency, runtime, journal });
  try {
    return breakResultCommands(await unseen(run(...given)));
  } catch (error) {
    throw breakErrorCommands(error);
  } finally {
    end();
    // Lets pending callbacks run before Jest removes the file's globals.
    await new Promise(setImmediate);
  }
}

/**
 * Waits for a promise without being in the stack of an error that is thrown meanwhile: Jest leaves out its own lines only,
 * so each failure would end with one of this file.
 */
function unseen<Value>(promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    // With `then(resolve, reject)`, V8 would know who waits.
    promise.then((value) => resolve(value), reject);
  });
}

export = runTestFile;
