import { journalFolder, workerNumber } from '../../env/journal-folder';
import { JournalFile, now } from '../../run-report/journal/journal-file';
import type { DefinedTest, JournalLine, SkippedBy } from '../../run-report/journal/journal-line';

/** The part that we use of a `describe` block of Jest's test runner. */
interface CircusBlock {
  readonly name: string;
  readonly parent?: CircusBlock | undefined;
  readonly mode?: string | undefined | null;
  readonly children: readonly object[];
}

/** The part that we use of a test of Jest's test runner. */
interface CircusTest extends Omit<CircusBlock, 'children'> {
  readonly invocations: number;
  readonly errors: readonly unknown[];
}

/** An event of Jest's test runner. */
export interface JournaledEvent {
  readonly name: string;
  readonly test?: object | undefined;
}

/** The state of Jest's test runner. */
export interface JournaledState {
  readonly currentDescribeBlock?: CircusBlock;
  readonly hasFocusedTests?: boolean;
  readonly testNamePattern?: RegExp | null | undefined;
}

/**
 * Writes the journal of a test file from the events of Jest's test runner, outside of the file's own globals. Code in
 * the test file adds what it knows about its scenarios and requests.
 */
export class TestJournal {
  readonly now = now;
  readonly #file: JournalFile;
  /** The number of each test, in the order in which tests are defined. */
  readonly #numbers = new Map<object, number>();
  /** The running tests, each with the invocation that was written. */
  readonly #running = new Map<object, number>();

  /** Write what was put off. */
  readonly #last: (() => void)[] = [];
  readonly #writeLast = (): void => this.#last.splice(0).forEach((work) => work());

  constructor(file: JournalFile, path: string) {
    this.#file = file;
    process.on('exit', this.#writeLast);
    this.#write({ kind: 'file', path, worker: workerNumber(), at: now() });
  }

  /** The number of the test that was defined last. */
  get lastTest(): number {
    return this.#numbers.size - 1;
  }

  /** The number of the running test with this full name; `undefined` between tests, as in `beforeAll`. */
  runningTest(fullName: string): number | undefined {
    const test = [...this.#running.keys()].find((each) => fullNameOf(each as CircusTest) === fullName);
    return test && this.#numbers.get(test);
  }

  /** Appends a line that the test file has made. */
  append(line: string): void {
    this.#file.append(line);
  }

  /** Calls `work` before the file or its process ends. */
  beforeEnd(work: () => void): void {
    this.#last.push(work);
  }

  /** The file has ended. */
  end(): void {
    this.#writeLast();
    this.#write({ kind: 'done' });
    this.#file.close();
    process.off('exit', this.#writeLast);
  }

  onEvent({ name, test }: JournaledEvent, state: JournaledState): void {
    if (name === 'add_test') this.#defined(state.currentDescribeBlock?.children.at(-1));
    else if (name === 'run_start') this.#runStarts(state);
    // Jest 29 has no `test_started`, and `test_start` also comes for skipped tests.
    else if (name === 'test_started' || name === 'test_fn_start') this.#started(test as CircusTest);
    else if (name === 'test_done') this.#ended(test as CircusTest);
  }

  /** A test that Jest refuses, because it is nested, isn't among the children. */
  #defined(test: object | undefined): void {
    if (test !== undefined && !this.#numbers.has(test)) this.#numbers.set(test, this.#numbers.size);
  }

  #runStarts(state: JournaledState): void {
    const tests = [...this.#numbers.keys()].map((test) => definedTest(test as CircusTest, state));
    this.#write({ kind: 'tests', tests });
  }

  #started(test: CircusTest): void {
    const number = this.#numbers.get(test);
    if (number === undefined || this.#running.get(test) === test.invocations) return;
    this.#running.set(test, test.invocations);
    this.#write({ kind: 'start', test: number, at: now() });
  }

  #ended(test: CircusTest): void {
    if (!this.#running.delete(test)) return;
    this.#write({ kind: 'end', test: this.#numbers.get(test) as number, at: now(), failed: test.errors.length > 0 });
  }

  #write(line: JournalLine): void {
    this.#file.append(JSON.stringify(line));
  }
}

/** Opens the journal of a test file, if the run writes a report. */
export function openTestJournal(path: string, mark: string | undefined): TestJournal | undefined {
  const folder = journalFolder();
  return folder === undefined ? undefined : new TestJournal(new JournalFile({ folder, path, mark }), path);
}

function definedTest(test: CircusTest, state: JournaledState): DefinedTest {
  const skippedBy = skippedByOf(test, state);
  return {
    ancestors: ancestorsOf(test),
    title: test.name,
    ...(skippedBy && { skippedBy }),
    ...(test.mode === 'todo' && { isTodo: true }),
  };
}

/** As Jest decides it. */
function skippedByOf(test: CircusTest, { hasFocusedTests, testNamePattern }: JournaledState): SkippedBy | undefined {
  for (let place: CircusTest | CircusBlock | undefined = test; place !== undefined; place = place.parent) {
    if (place.mode === 'skip') return 'skip';
  }
  if (hasFocusedTests && !test.mode) return 'only';
  return testNamePattern && !testNamePattern.test(fullNameOf(test)) ? 'name' : undefined;
}

function fullNameOf(test: CircusTest): string {
  return [...ancestorsOf(test), test.name].join(' ');
}

/** Without Jest's own root. */
function ancestorsOf({ parent }: Pick<CircusTest, 'parent'>): string[] {
  if (parent?.parent === undefined) return [];
  return [...ancestorsOf(parent), parent.name];
}
