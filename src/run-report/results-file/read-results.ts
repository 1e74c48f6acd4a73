import { createReadStream } from 'node:fs';
import { ConnectorTestError } from '../../errors';
import { parseJson } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import { MODEL_VERSION, type RunModel, type RunRecord, type TestRecord } from '../model/run-model';
import { runProblem, testProblem } from './record-problems';

/**
 * Reads a `results.jsonl`, piece by piece.
 *
 * @param onTest Called after each test, to show progress.
 * @throws ConnectorTestError REPORT_UNREADABLE if the file can't be read, is cut, is of another version, or isn't what
 * this package wrote.
 */
export async function readResults(path: string, onTest: () => void = () => undefined): Promise<RunModel> {
  let run: RunRecord | undefined;
  const tests: TestRecord[] = [];
  let number = 0;
  for await (const { text, isWhole } of linesOf(path)) {
    number += 1;
    if (!isWhole) throw unreadable(path, `line ${number} is cut: the file is not complete.`);
    const record = recordOf(path, text, number);
    if (run === undefined) run = requireRun(path, record);
    else {
      requireValid(path, number, testProblem(record));
      tests.push(record as unknown as TestRecord);
      onTest();
    }
  }
  if (run === undefined) throw unreadable(path, 'the file is empty.');
  return { run, tests };
}

function requireRun(path: string, record: Readonly<Record<string, unknown>>): RunRecord {
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
  return record as unknown as RunRecord;
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

interface Line {
  readonly text: string;
  /** Whether it ended with a line break; the last line of a cut file didn't. */
  readonly isWhole: boolean;
}

/** Not by `readline`, which also breaks lines at U+2028, inside of JSON strings. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const text of lines) yield { text, isWhole: true };
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !('syscall' in (error as object))) throw error;
    throw unreadable(path, code === 'ENOENT' ? 'the file does not exist.' : `it can't be read (${code}).`);
  }
  if (rest !== '') yield { text: rest, isWhole: false };
}

function unreadable(path: string, why: string): ConnectorTestError {
  return new ConnectorTestError('REPORT_UNREADABLE', {
    what: `${path} is not a report that can be read.`,
    why,
    fix: 'run Jest again with `CONNECTOR_REPORT=1` or `report: true`, and use the folder that it names.',
  });
}
