import type { LocationRecord, TestRecord } from './run-model';
import { isFailure } from './test-status';

/** Where a test is defined, for files that link to it. */
export interface TestPlace {
  /** Relative to `rootDir`, with `/`. */
  readonly file: string;
  readonly line?: number | undefined;
  /** The file that ran it, if that is another one: scenarios can be defined in a module of their own. */
  readonly testFile?: string | undefined;
}

type PlacedTest = Pick<TestRecord, 'file' | 'location' | 'status' | 'attempts'>;

/** Where a test is defined: the file that its line is in. */
export function testPlace(test: PlacedTest): TestPlace {
  const { file } = test;
  const location = testLocation(test);
  if (location === undefined) return { file };
  return { file: location.file, line: location.line, testFile: location.file === file ? undefined : file };
}

/** The location of a test. Jest doesn't know that of one written by hand; if it failed, the line that did is in it. */
export function testLocation({ location, status, attempts }: Omit<PlacedTest, 'file'>): LocationRecord | undefined {
  if (location !== undefined || !(isFailure(status) || status === 'flaky')) return location;
  return failureLocation(attempts.findLast((attempt) => attempt.status === 'failed'));
}

/** The line of the user's code that failed, if Jest knows it. */
export function failureLocation(attempt: TestRecord['attempts'][number] | undefined): LocationRecord | undefined {
  return attempt?.failures?.find(({ location }) => location)?.location;
}
