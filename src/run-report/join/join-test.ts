import { defined } from '../../defined';
import type { SkippedBy } from '../journal/journal-line';
import type { JournaledAttempt, JournaledTest } from '../journal/read-journal';
import type { AttemptOfTest, FailureRecord, TestKey, TestRecord, TestStatus } from '../model/run-model';
import { storedAttempt } from '../model/stored-attempt';
import type { JestTest } from './jest-file';
import { relativeFile } from './relative-file';

/** What is known of a test: by Jest, by the journal, or by both. */
export interface KnownTest {
  readonly jest?: JestTest | undefined;
  readonly journal?: JournaledTest | undefined;
  readonly worker: number;
  /** Why tests that hadn't ended didn't, if their worker ended before them. */
  readonly brokenBy?: string | undefined;
}

const SKIPPED_BY: Readonly<Record<SkippedBy, string | undefined>> = {
  skip: undefined,
  only: 'another test has `only`',
  name: 'not selected by -t',
};

/** The record of a test. */
export function joinTest(key: TestKey, known: KnownTest, rootDir: string): TestRecord {
  const { jest, journal } = known;
  const attempts = attemptsOf(known);
  const { status, reason } = outcomeOf(known, attempts);
  const { ancestors, title } = jest ?? (journal as JournaledTest);
  return {
    ...key,
    ancestors,
    name: journal?.scenario?.name ?? title,
    status,
    ...defined({ reason, ...scenarioOf(journal), location: locationOf(key.file, known, rootDir) }),
    attempts: ['skipped', 'todo', 'notRun'].includes(status) ? [] : attempts,
  };
}

function scenarioOf(journal: JournaledTest | undefined): Pick<TestRecord, 'scenario'> {
  if (journal?.scenario === undefined) return {};
  const {
    test: _test,
    name: _name,
    skipReason: _reason,
    isRetried: _retried,
    place: _place,
    ...scenario
  } = journal.scenario;
  return { scenario };
}

function locationOf(file: string, { jest, journal }: KnownTest, rootDir: string): TestRecord['location'] {
  const place = journal?.scenario?.place;
  if (place !== undefined) return { ...place, file: relativeFile(rootDir, place.file) };
  return jest?.location && { file, ...jest.location };
}

interface Outcome {
  readonly status: TestStatus;
  readonly reason?: string | undefined;
}

function outcomeOf(known: KnownTest, attempts: readonly AttemptOfTest[]): Outcome {
  const { jest, journal } = known;
  if (jest === undefined) return unfinishedOutcome(known, attempts);
  if (jest.status === 'todo') return { status: 'todo' };
  if (jest.status === 'passed') return { status: wasRepeated(known, attempts) ? 'flaky' : 'passed' };
  if (jest.status !== 'failed') return { status: 'skipped', reason: skipReasonOf(journal) };
  return journal?.notRun === undefined ? { status: 'failed' } : { status: 'notRun', reason: journal.notRun };
}

/** Jest has no result, because the file's worker ended, or the run did. */
function unfinishedOutcome(known: KnownTest, attempts: readonly AttemptOfTest[]): Outcome {
  const { journal, brokenBy: reason } = known;
  if (journal?.isTodo) return { status: 'todo' };
  if (journal?.skippedBy) return { status: 'skipped', reason: skipReasonOf(journal) };
  const last = attempts.at(-1);
  if (last === undefined) return { status: 'notRun', reason };
  if (last.status === 'crashed') return { status: 'crashed', reason };
  if (journal?.notRun !== undefined) return { status: 'notRun', reason: journal.notRun };
  if (last.status === 'failed') return { status: 'failed' };
  return { status: wasRepeated(known, attempts) ? 'flaky' : 'passed' };
}

/** By Jest, or by the scenario's own `retries`. */
function wasRepeated({ journal }: KnownTest, attempts: readonly AttemptOfTest[]): boolean {
  const sent = journal?.attempts.at(-1)?.result?.attempts ?? 1;
  return attempts.length > 1 || (journal?.scenario?.isRetried === true && sent > 1);
}

function skipReasonOf(journal: JournaledTest | undefined): string | undefined {
  if (journal === undefined) return undefined;
  const own = journal.skippedBy === 'skip' ? journal.scenario?.skipReason : undefined;
  return own ?? (journal.skippedBy && SKIPPED_BY[journal.skippedBy]);
}

function attemptsOf({ jest, journal, worker }: KnownTest): AttemptOfTest[] {
  const failures = jest?.failures ?? [];
  const failed = jest?.status === 'failed';
  const journaled = journal?.attempts ?? [];
  if (journaled.length === 0) return jest === undefined ? [] : attemptsOfJest(jest, worker);
  return journaled.map((attempt, index) => {
    const isLast = index === journaled.length - 1;
    const hasFailed = isLast && jest !== undefined ? failed : attempt.failed === true;
    const isRunning = attempt.endedAt === undefined && jest === undefined;
    const status = isRunning ? 'crashed' : hasFailed ? 'failed' : 'passed';
    const ending: Ending = {
      status,
      worker,
      durationMs: jest?.durationMs ?? 0,
      ...failuresOf(hasFailed, failures, index),
    };
    return attemptOf(attempt, ending);
  });
}

type Ending = Pick<AttemptOfTest, 'status' | 'worker' | 'durationMs' | 'failures'>;

/** @param ending Its duration counts if the journal doesn't know when the attempt ended. */
function attemptOf(attempt: JournaledAttempt, { status, worker, durationMs, failures }: Ending): AttemptOfTest {
  const { startedAt, endedAt, result, strength, begunAt = startedAt, exchanges } = attempt;
  const facts = {
    status,
    startedAt: begunAt,
    durationMs: result?.durationMs ?? (endedAt === undefined ? durationMs : rounded(endedAt - begunAt)),
    worker,
    slot: 0,
  };
  return storedAttempt(facts, {
    ...(result && { result: result.read }),
    ...(strength && { strength: always(strength) }),
    ...(exchanges.length > 0 && { exchanges: allOf(exchanges) }),
    ...(failures && { failures: always(failures) }),
  });
}

// Outside of the function above, whose closures would keep the whole attempt of the journal in memory.

function always<Value>(value: Value): () => Value {
  return () => value;
}

function allOf<Value>(readers: readonly (() => Value)[]): () => Value[] {
  return () => readers.map((read) => read());
}

/** Without a journal: the last attempt is the only one whose times are known. */
function attemptsOfJest(jest: JestTest, worker: number): AttemptOfTest[] {
  const { startedAt = 0, durationMs, status, invocations, failures } = jest;
  return Array.from({ length: Math.max(1, invocations) }, (_, index): AttemptOfTest => {
    const hasFailed = index < invocations - 1 || status === 'failed';
    const times = { startedAt, durationMs: index < invocations - 1 ? 0 : durationMs };
    return {
      status: hasFailed ? 'failed' : 'passed',
      ...times,
      worker,
      slot: 0,
      ...failuresOf(hasFailed, failures, index),
    };
  });
}

function failuresOf(
  hasFailed: boolean,
  failures: JestTest['failures'],
  index: number,
): { readonly failures?: readonly FailureRecord[] } {
  const own = hasFailed ? failures[index] : undefined;
  return own === undefined || own.length === 0 ? {} : { failures: own };
}

function rounded(milliseconds: number): number {
  return Math.max(0, Math.round(milliseconds * 100) / 100);
}
