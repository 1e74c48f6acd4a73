import { parseJson } from '../../json/exact-json';
import type { ExchangeRecord, ScenarioResult } from '../../runner/scenario-result';
import type { StrengthRecord } from '../../strength/strength-record';
import { isRecord } from '../../validation/shape';
import { type LinePlace, type StoredLine, StoredLines } from '../stored-lines';
import type { DefinedScenario, DefinedTest, ExchangeLine, JournalLine, ResultLine } from './journal-line';

/** One time that Jest ran a test; times are in milliseconds since 1970. */
export interface JournaledAttempt {
  readonly startedAt: number;
  /** Absent if it was running when its worker ended. */
  endedAt?: number;
  failed?: boolean;
  result?: JournaledResult;
  strength?: StrengthRecord;
  /** When its scenario began, after waiting for its turn. */
  begunAt?: number;
  /** Each reads an exchange. */
  readonly exchanges: (() => ExchangeRecord)[];
}

/** The result of a scenario. */
export interface JournaledResult {
  readonly durationMs: number;
  /** How many times its request was sent. */
  readonly attempts: number;
  readonly read: () => ScenarioResult;
}

/** A test of a journal. */
export interface JournaledTest extends DefinedTest {
  readonly fullName: string;
  readonly scenario?: DefinedScenario | undefined;
  readonly attempts: JournaledAttempt[];
  /** Why its scenario was not run. */
  notRun?: string;
}

/** What one execution of a test file wrote. */
export interface FileJournal {
  path: string;
  worker: number;
  /** In the order of the file. */
  readonly tests: JournaledTest[];
  readonly serverUrls: Set<string>;
  readonly appNames: Set<string>;
  /** Whether the file ended by itself. Otherwise its worker did. */
  isComplete: boolean;
  /** How many lines could not be read. */
  unreadLines: number;
}

/**
 * Reads the journal at a path. A line that is cut, isn't JSON or has an unknown kind is counted and skipped: a worker that
 * is killed may leave one. Results and exchanges stay in the file, where they are read when they are needed.
 */
export function readJournal(path: string): FileJournal {
  const lines = new StoredLines(path);
  const reader = new JournalReader(lines);
  for (const line of lines.all()) reader.line(line);
  return reader.journal;
}

type Kind = JournalLine['kind'];
type LineOf<Each extends Kind> = Extract<JournalLine, { kind: Each }>;

class JournalReader {
  readonly journal: FileJournal = {
    ...{ path: '', worker: 1, tests: [], serverUrls: new Set(), appNames: new Set() },
    ...{ isComplete: false, unreadLines: 0 },
  };
  readonly #lines: StoredLines;
  readonly #scenarios = new Map<number, DefinedScenario>();

  readonly #readers: { readonly [Each in Kind]: (line: LineOf<Each>, place: LinePlace) => void } = {
    file: ({ path, worker }) => Object.assign(this.journal, { path, worker }),
    block: ({ scenarios, serverUrl, appName }) => {
      for (const scenario of scenarios) this.#scenarios.set(scenario.test, scenario);
      this.journal.serverUrls.add(serverUrl);
      if (appName !== undefined) this.journal.appNames.add(appName);
    },
    client: ({ serverUrl }) => void this.journal.serverUrls.add(serverUrl),
    tests: ({ tests }) => {
      for (const [number, test] of tests.entries()) {
        const fullName = [...test.ancestors, test.title].join(' ');
        this.journal.tests.push({ ...test, fullName, scenario: this.#scenarios.get(number), attempts: [] });
      }
    },
    start: ({ test, at }) => void this.#test(test).attempts.push({ startedAt: at, exchanges: [] }),
    begin: ({ test, at }) => this.#withAttempt(test, (attempt) => (attempt.begunAt = at)),
    result: ({ test, at, durationMs, attempts }, place) => {
      const result = { durationMs, attempts, read: resultReader(this.#lines, place) };
      this.#withAttempt(test, (attempt) => Object.assign(attempt, { begunAt: at, result }), at);
    },
    strength: ({ test, strength }) => this.#withAttempt(test, (attempt) => (attempt.strength = strength)),
    notRun: ({ test, reason }) => (this.#test(test).notRun = reason),
    exchange: ({ test }, place) =>
      this.#withAttempt(test, ({ exchanges }) => exchanges.push(exchangeReader(this.#lines, place))),
    end: ({ test, at, failed }) =>
      this.#withAttempt(test, (attempt) => Object.assign(attempt, { endedAt: at, failed })),
    done: () => (this.journal.isComplete = true),
  };

  constructor(lines: StoredLines) {
    this.#lines = lines;
  }

  line({ bytes, place, isWhole }: StoredLine): void {
    try {
      if (!isWhole) throw new Error('a line that is cut');
      const line: unknown = parseJson(textOf(bytes));
      const kind = isRecord(line) ? String(line['kind']) : '';
      if (!Object.hasOwn(this.#readers, kind)) throw new Error('another kind of line');
      (this.#readers[kind as Kind] as (line: unknown, place: LinePlace) => void)(line, place);
    } catch {
      this.journal.unreadLines += 1;
    }
  }

  #test(number: number): JournaledTest {
    const test = this.journal.tests[number];
    if (test === undefined) throw new Error(`no test ${number}`);
    return test;
  }

  /**
   * A needed scenario may begin in the test of another one, before its own test starts.
   *
   * @param at When the attempt was running, if the line may be later than the next attempt.
   */
  #withAttempt(number: number, work: (attempt: JournaledAttempt) => void, at = Infinity): void {
    const { attempts } = this.#test(number);
    const attempt = attempts.findLast(({ startedAt }) => startedAt <= at) ?? attempts.at(-1);
    if (attempt !== undefined) work(attempt);
  }
}

// Outside of the reader, which would stay in memory with all that it has read.

function resultReader(lines: StoredLines, place: LinePlace): () => ScenarioResult {
  return () => (lines.read(place) as ResultLine).result;
}

function exchangeReader(lines: StoredLines, place: LinePlace): () => ExchangeRecord {
  return () => (lines.read(place) as ExchangeLine).exchange;
}

/** What comes before the large part of a line that has one; it is read later. */
const LARGE = [
  [Buffer.from('{"kind":"result",'), Buffer.from(',"result":{')],
  [Buffer.from('{"kind":"exchange",'), Buffer.from(',"exchange":{')],
] as const;

/** A line, without its large part. */
function textOf(line: Buffer): string {
  for (const [start, large] of LARGE) {
    if (line.length < start.length || line.compare(start, 0, start.length, 0, start.length) !== 0) continue;
    const end = line.indexOf(large);
    if (end > 0) return `${line.toString('utf8', 0, end)}}`;
  }
  return line.toString();
}
