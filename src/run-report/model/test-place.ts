import type { TestRecord } from './run-model';

/** Where a test is defined, for files that link to it. */
export interface TestPlace {
  /** Relative to `rootDir`, with `/`. */
  readonly file: string;
  readonly line?: number | undefined;
  /** The file that ran it, if that is another one: scenarios can be defined in a module of their own. */
  readonly testFile?: string | undefined;
}

/** Where a test is defined: the file that its line is in. */
export function testPlace({ file, location }: Pick<TestRecord, 'file' | 'location'>): TestPlace {
  if (location === undefined) return { file };
  const { file: definedIn, line } = location;
  return { file: definedIn, line, testFile: definedIn === file ? undefined : file };
}
