import { setImmediate as pause } from 'node:timers/promises';
import { countOf } from '../../count-of';
import { ConnectorTestError } from '../../errors';
import { parseJson } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import { MODEL_VERSION, type RunModel, type RunRecord, type TestRecord } from '../model/run-model';
import { storedCopy } from '../model/stored-attempt';
import { type StoredLine, StoredLines } from '../stored-lines';
import { runProblem, testProblem } from './record-problems';

/** The first line. Earlier versions wrote no count. */
type WrittenRun = RunRecord & { readonly testCount?: number };

/** How many lines are read before signals get a turn. */
const WITHOUT_PAUSE = 1_000;

/**
 * Reads a `results.jsonl`. What a test sent and received stays in the file, and is read when it is needed.
 *
 * @param onTest Called after each test, to show progress.
 * @throws ConnectorTestError REPORT_UNREADABLE if the file can't be read, is cut, is of another version, or isn't what
 * this package wrote.
 */
export async function readResults(path: string, onTest: () => void = () => undefined): Promise<RunModel> {
  const lines = new StoredLines(path);
  let run: WrittenRun | undefined;
  const tests: TestRecord[] = [];
  let number = 0;
  for (const { bytes, place, isWhole } of linesOf(path, lines)) {
    number += 1;
    if (number % WITHOUT_PAUSE === 0) await pause();
    if (!isWhole) throw unreadable(path, `line ${number} is cut: the file is not complete.`);
    const record = recordOf(path, bytes.toString(), number);
    if (run === undefined) run = requireRun(path, record);
    else {
      requireValid(path, number, testProblem(record));
      tests.push(storedTest(record as unknown as TestRecord, () => lines.read(place) as TestRecord));
      onTest();
    }
  }
  if (run === undefined) throw unreadable(path, 'the file is empty.');
  const { testCount = tests.length, ...facts } = run;
  if (testCount !== tests.length) {
    throw unreadable(path, `it has ${countOf(tests.length, 'test')}, and ${testCount} were written.`);
  }
  return { run: facts, tests };
}

/** The test without the large parts of its attempts. They were validated with it. */
function storedTest({ attempts, ...test }: TestRecord, read: () => TestRecord): TestRecord {
  return {
    ...test,
    attempts: attempts.map((attempt, index) => storedCopy(attempt, () => read().attempts[index])),
  };
}

function requireRun(path: string, record: Readonly<Record<string, unknown>>): WrittenRun {
  const { version } = record;
  if (version !== MODEL_VERSION) {
    throw unreadable(
      path,
      typeof version === 'number'
        ? `it has version ${version}, and this jest-connector reads version ${MODEL_VERSION}.`
        : 'line 1 has no version, so jest-connector did not write it.',
    );
  }
  requireValid(path, 1, runProblem(record));
  return record as unknown as WrittenRun;
}

function requireValid(path: string, line: number, problem: string | undefined): void {
  if (problem !== undefined) throw unreadable(path, `line ${line}: ${problem}.`);
}

function recordOf(path: string, text: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw unreadable(path, `line ${number} is not JSON.`);
  }
  if (isRecord(value)) return value;
  throw unreadable(path, `line ${number} is not a JSON object.`);
}

function* linesOf(path: string, lines: StoredLines): Generator<StoredLine> {
  try {
    yield* lines.all();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !('syscall' in (error as object))) throw error;
    throw unreadable(path, code === 'ENOENT' ? 'the file does not exist.' : `it can't be read (${code}).`);
  }
}

function unreadable(path: string, why: string): ConnectorTestError {
  return new ConnectorTestError('REPORT_UNREADABLE', {
    what: `${path} is not a report that can be read.`,
    why,
    fix: 'run Jest again with `CONNECTOR_REPORT=1` or `report: true`, and use the folder that it names.',
  });
}
