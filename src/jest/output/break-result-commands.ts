import { breakCommands } from '../../redaction/text/break-commands';

/** What we use of Jest's result of a test. */
interface TestResult {
  readonly title: string;
  readonly ancestorTitles: readonly string[];
  readonly failureMessages: readonly string[];
}

/** What we use of Jest's result of a test file. */
export interface FileResult {
  readonly failureMessage?: string | null | undefined;
  readonly testResults: readonly TestResult[];
}

/**
 * Breaks what a CI system would execute in all that Jest's reporters print of a test file. An error of a test by hand
 * goes past us to Jest's printer, and may hold a response or a log.
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

/** Before a title Jest always writes something. The full name stays as it is: `-t` is asked of it. */
function breakInside(title: string): string {
  return breakCommands(`.${title}`).slice(1);
}

/** The same for the error of a test file that could not be run: Jest prints its message and its stack. */
export function breakErrorCommands(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  for (const part of ['message', 'stack'] as const) {
    const text = (error as Partial<Error>)[part];
    // Not an assignment: an error may be frozen.
    if (typeof text === 'string') Reflect.set(error, part, breakCommands(text));
  }
  return error;
}
