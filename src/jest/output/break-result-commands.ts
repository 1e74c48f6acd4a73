import { breakCommands } from '../../redaction/text/break-commands';

/** The fields that we use of Jest's result of a test. */
interface TestResult {
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly failureMessages: readonly string[];
}

/** The fields that we use of Jest's result of a test file. */
export interface FileResult {
  readonly failureMessage?: string | null | undefined;
  readonly testResults: readonly TestResult[];
}

/**
 * Breaks up everything that a CI system would execute as a command when Jest's reporters print a test file's results.
 * Jest prints the errors of hand-written tests itself, and they may contain a response or a log.
 */
export function breakResultCommands<Result extends FileResult>(result: Result): Result {
  const { failureMessage, testResults } = result;
  return {
    ...result,
    ...(failureMessage && { failureMessage: breakCommands(failureMessage) }),
    testResults: testResults.map((test) => ({
      ...test,
      title: breakInside(test.title),
      ancestorTitles: test.ancestorTitles.map(breakInside),
      failureMessages: test.failureMessages.map(breakCommands),
    })),
  };
}

/** Jest prints something before a title, so only later lines matter. The full name is unchanged because `-t` matches it. */
function breakInside(title: string): string {
  return breakCommands(`.${title}`).slice(1);
}

/** Does the same for the error of a test file that couldn't be run; Jest prints its message and stack. */
export function breakErrorCommands(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  for (const part of ['message', 'stack'] as const) {
    const text = (error as Partial<Error>)[part];
    // Unlike an assignment, this doesn't throw if the error is frozen.
    if (typeof text === 'string') Reflect.set(error, part, breakCommands(text));
  }
  return error;
}
