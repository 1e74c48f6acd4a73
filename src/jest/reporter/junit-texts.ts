import { stripVTControlCharacters } from 'node:util';
import { redactingCopier, redactText } from '../../redaction/process-redactor';
import { breakCommands } from '../../redaction/text/break-commands';

/** The fields of a run's results whose strings end up in a JUnit file. */
export interface JUnitRun {
  readonly testResults: readonly JUnitSuite[];
  readonly [field: string]: unknown;
}

/** Jest's results for a test file. */
export interface JUnitSuite {
  readonly console?: readonly { readonly message: string; readonly origin: string }[] | null | undefined;
  readonly failureMessage?: string | null | undefined;
  readonly testExecError?: unknown;
  readonly numPendingTests?: number | undefined;
  readonly testResults?: readonly JUnitTest[] | undefined;
}

interface JUnitTest {
  readonly status?: string | undefined;
  readonly title: string;
  readonly ancestorTitles?: readonly string[] | undefined;
  readonly failureMessages?: readonly string[] | null | undefined;
  readonly failureDetails?: readonly unknown[] | null | undefined;
}

/** All characters that XML 1.0 can't represent. */
const ILLEGAL = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A copy for jest-junit, which doesn't clean strings: without secrets, CI commands, and characters that XML doesn't allow. */
export function wellFormedRun(run: JUnitRun): JUnitRun {
  const copier = redactingCopier();
  // Tests are identified by name, so it only loses secrets, commands and characters that XML doesn't allow.
  const name = (text: string): string => legal(breakCommands(String(copier.value(text))));
  return { ...run, testResults: run.testResults.map((suite) => wellFormedSuite(suite, name)) };
}

/** The console output of a test file, cleaned for XML. */
export function wellFormedConsole({ console }: JUnitSuite): JUnitSuite['console'] {
  return console?.map((entry) => ({ ...entry, message: message(entry.message), origin: message(entry.origin) }));
}

function wellFormedSuite(suite: JUnitSuite, name: (text: string) => string): JUnitSuite {
  // For a test file without results, jest-junit writes the failure message, so it need not write this error too.
  const hasResults = suite.testResults?.length !== 0;
  return {
    ...suite,
    failureMessage: suite.failureMessage && message(suite.failureMessage),
    testExecError: hasResults ? suite.testExecError && texts(suite.testExecError) : undefined,
    testResults: suite.testResults?.map((test) => wellFormedTest(test, name)),
    ...countingTodos(suite),
  };
}

/** jest-junit doesn't count tests that are still to be written. */
function countingTodos({ numPendingTests = 0, testResults = [] }: JUnitSuite): Pick<JUnitSuite, 'numPendingTests'> {
  return { numPendingTests: numPendingTests + testResults.filter(isTodo).length };
}

function isTodo({ status }: JUnitTest): boolean {
  return status === 'todo';
}

function wellFormedTest(test: JUnitTest, name: (text: string) => string): JUnitTest {
  return {
    ...test,
    // JUnit has no other word; without one, jest-junit writes a test that passed.
    status: isTodo(test) ? 'pending' : test.status,
    title: name(test.title),
    ancestorTitles: test.ancestorTitles?.map(name),
    failureMessages: test.failureMessages?.map(message),
    failureDetails: test.failureDetails?.map(texts),
  };
}

/** An error with cleaned fields, whether it comes from a worker or from this process. */
function texts(error: unknown): unknown {
  if (typeof error === 'string') return message(error);
  if (typeof error !== 'object' || error === null) return error;
  const { code, message: said, stack, type } = error as Record<string, unknown>;
  const fields = Object.entries({ code, message: said, stack, type }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    fields.map(([field, value]) => [field, typeof value === 'string' ? message(value) : value]),
  );
}

function message(text: string): string {
  return legal(redactText(stripVTControlCharacters(text)));
}

function legal(text: string): string {
  return text.replace(ILLEGAL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
