import { stripVTControlCharacters } from 'node:util';
import { countOf } from '../../count-of';
import { defined } from '../../defined';
import { redactedStart, redactText } from '../../redaction/process-redactor';
import type { JestFile, JestTest } from '../../run-report/join/jest-file';
import { relativeFile } from '../../run-report/join/relative-file';
import type { FailureRecord } from '../../run-report/model/run-model';
import { framePlace } from '../failure/scenario-places';

/** The fields that we use of Jest's result of a test; the same in Jest 29 and 30, where not optional. */
export interface CaseResult {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly fullName: string;
  readonly status: string;
  readonly duration?: number | null | undefined;
  readonly startAt?: number | null | undefined;
  readonly invocations?: number | undefined;
  readonly failureMessages: readonly string[];
  readonly location?: { readonly line: number; readonly column: number } | null | undefined;
}

/** The fields that we use of Jest's result of a test file. */
export interface FileResult {
  readonly testFilePath: string;
  readonly displayName?: { readonly name: string } | undefined;
  readonly failureMessage?: string | null | undefined;
  readonly testExecError?: unknown;
  readonly testResults: readonly CaseResult[];
}

/** More than any message of a scenario. */
const LONGEST_MESSAGE = 20_000;

/** The failures of a test's attempts before the last one, which Jest reports while the file runs. */
export type EarlierFailures = (fullName: string) => readonly (readonly FailureRecord[])[];

/** Jest's result of a test file, as plain data without secrets. */
export function jestFile(result: FileResult, rootDir: string, earlier: EarlierFailures): JestFile {
  const { testFilePath, displayName, testResults } = result;
  return {
    path: testFilePath,
    tests: testResults.map((test) => jestTest(test, rootDir, earlier)),
    ...defined({ project: displayName?.name, error: errorOf(result) }),
  };
}

function jestTest(test: CaseResult, rootDir: string, earlier: EarlierFailures): JestTest {
  const { ancestorTitles, title, fullName, status, duration, startAt, invocations = 1, location } = test;
  return {
    ...{ ancestors: ancestorTitles, title, fullName, status, durationMs: duration ?? 0, invocations },
    failures: [...earlier(fullName).slice(0, invocations - 1), failuresOf(test, rootDir)],
    ...defined({ startedAt: startAt ?? undefined, location: location ?? undefined }),
  };
}

/** The failures of one attempt of a test. */
export function failuresOf({ failureMessages }: Pick<CaseResult, 'failureMessages'>, rootDir: string): FailureRecord[] {
  return failureMessages.map((text) => {
    const message = cleaned(text);
    return { message, ...defined({ location: userPlace(message, rootDir) }) };
  });
}

/** The first place in the user's own files. */
function userPlace(message: string, rootDir: string): FailureRecord['location'] {
  const frames = message.split('\n').filter((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line));
  const place = frames.map(framePlace).find((each) => each !== undefined);
  return place && { ...place, file: relativeFile(rootDir, place.file) };
}

/** An error outside of the tests. Jest's message of a file that has tests contains their failures too. */
function errorOf({ testExecError, failureMessage, testResults }: FileResult): string | undefined {
  if (!testExecError) return undefined;
  if (testResults.length === 0 && failureMessage) return cleaned(failureMessage);
  const { stack, message } = testExecError as { readonly stack?: string; readonly message?: string };
  return cleaned(stack || message || String(testExecError));
}

function cleaned(printed: string): string {
  const text = stripVTControlCharacters(printed).trim();
  if (text.length <= LONGEST_MESSAGE) return redactText(text);
  const rest = countOf(text.length - LONGEST_MESSAGE, 'more character');
  return redactText(`${redactedStart(text, LONGEST_MESSAGE)}\n… ${rest}`);
}
