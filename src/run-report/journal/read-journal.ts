import { parseJson } from '../../json/exact-json';
import type { ExchangeRecord, ScenarioResult } from '../../runner/scenario-result';
import type { StrengthRecord } from '../../strength/strength-record';
import { isRecord } from '../../validation/shape';
import type { DefinedScenario, DefinedTest, JournalLine } from './journal-line';

/** One time that Jest ran a test; times are in milliseconds since 1970. */
export interface JournaledAttempt {
  readonly startedAt: number;
  /** Absent if it was running when its worker ended. */
  endedAt?: number;
  failed?: boolean;
  result?: ScenarioResult;
  strength?: StrengthRecord;
  /** When its scenario began, after waiting for its turn. */
  begunAt?: number;
  readonly exchanges: ExchangeRecord[];
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
 * Reads a journal. A line that is cut, isn't JSON or has an unknown kind is counted and skipped: a worker that
 * is killed may leave one.
 */
export function readJournal(text: string): FileJournal {
  const reader = new JournalReader();
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    reader.line(text.slice(start, end));
    start = end + 1;
  }
  if (start < text.length) reader.journal.unreadLines += 1;
  return reader.journal;
}

type Kind = JournalLine['kind'];
type LineOf<Each extends Kind> = Extract<JournalLine, { kind: Each }>;

class JournalReader {
  readonly journal: FileJournal = {
    ...{ path: '', worker: 1, tests: [], serverUrls: new Set(), appNames: new Set() },
    ...{ isComplete: false, unreadLines: 0 },
  };
  readonly #scenarios = new Map<number, DefinedScenario>();

  readonly #readers: { readonly [Each in Kind]: (line: LineOf<Each>) => void } = {
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
    result: ({ test, at, result }) =>
      this.#withAttempt(test, (attempt) => Object.assign(attempt, { begunAt: at, result }), at),
    strength: ({ test, strength }) => this.#withAttempt(test, (attempt) => (attempt.strength = strength)),
    notRun: ({ test, reason }) => (this.#test(test).notRun = reason),
    exchange: ({ test, exchange }) => this.#withAttempt(test, ({ exchanges }) => exchanges.push(exchange)),
    end: ({ test, at, failed }) =>
      this.#withAttempt(test, (attempt) => Object.assign(attempt, { endedAt: at, failed })),
    done: () => (this.journal.isComplete = true),
  };

  line(text: string): void {
    try {
      const line: unknown = parseJson(text);
      const kind = isRecord(line) ? String(line['kind']) : '';
      if (!Object.hasOwn(this.#readers, kind)) throw new Error('another kind of line');
      (this.#readers[kind as Kind] as (line: unknown) => void)(line);
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
