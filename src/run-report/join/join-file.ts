import type { FileJournal, JournaledTest } from '../journal/read-journal';
import type { TestRecord } from '../model/run-model';
import type { JestFile } from './jest-file';
import { joinTest, type KnownTest } from './join-test';
import { relativeFile } from './relative-file';
import { nameRedactor, withSafeNames } from './safe-names';

/** Numbers tests with equal names. */
export type Ordinals = (name: string) => number;

/** Counts each name from 0. */
export function ordinals(): Ordinals {
  const counts = new Map<string, number>();
  return (name) => {
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count;
  };
}

/** What is known of the whole run. */
export interface JoinedRun {
  readonly rootDir: string;
  readonly ordinalOf: Ordinals;
  readonly interruptedBy?: string | undefined;
}

/** The records of a test file's tests. */
export function joinFile(
  { path, project, tests, error }: JestFile,
  journal: FileJournal | undefined,
  run: JoinedRun,
): TestRecord[] {
  const file = relativeFile(run.rootDir, path);
  const worker = journal?.worker ?? 1;
  const redact = nameRedactor([...tests, ...(journal?.tests ?? [])].map(({ fullName }) => fullName));
  const keyed = (name: string, known: KnownTest): TestRecord => {
    const fullName = redact?.(name) ?? name;
    const ordinal = run.ordinalOf(JSON.stringify([project, file, fullName]));
    const key = { ...(project !== undefined && { project }), file, fullName, ordinal };
    const record = joinTest(key, known, run.rootDir);
    return redact === undefined ? record : withSafeNames(record, redact);
  };
  if (tests.length > 0 || journal === undefined) {
    const journaled = findByName(journal?.tests ?? []);
    return tests.map((jest) => keyed(jest.fullName, { jest, journal: journaled(jest.fullName), worker }));
  }
  const interrupted = run.interruptedBy && `the run was interrupted by ${run.interruptedBy}`;
  const brokenBy = error === undefined ? interrupted : lastMessage(error);
  // The file itself has ended, so its error is one of loading it.
  if (journal.isComplete && error !== undefined) return [];
  return withoutWaiting(journal.tests).map((test) => keyed(test.fullName, { journal: test, worker, brokenBy }));
}

/** The line of Jest's error that says why a worker ended. */
function lastMessage(error: string): string | undefined {
  const lines = error.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('●'));
}

/** Finds the tests with a name one after the other. */
function findByName(tests: readonly JournaledTest[]): (fullName: string) => JournaledTest | undefined {
  const byName = new Map<string, JournaledTest[]>();
  for (const test of tests) byName.set(test.fullName, [...(byName.get(test.fullName) ?? []), test]);
  return (fullName) => byName.get(fullName)?.shift();
}

/** A concurrent test that waits for its turn has started, as far as Jest knows, but its scenario hasn't. */
function withoutWaiting(tests: readonly JournaledTest[]): readonly JournaledTest[] {
  const isOpen = ({ attempts }: JournaledTest): boolean => attempts.at(-1)?.endedAt === undefined;
  const hasBegun = ({ attempts }: JournaledTest): boolean => attempts.at(-1)?.begunAt !== undefined;
  if (!tests.some((test) => isOpen(test) && hasBegun(test))) return tests;
  return tests.map((test) => {
    const isWaiting = test.scenario !== undefined && isOpen(test) && !hasBegun(test);
    return isWaiting ? { ...test, attempts: test.attempts.slice(0, -1) } : test;
  });
}
