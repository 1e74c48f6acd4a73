import { redactedStart } from '../redaction/process-redactor';
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const TAIL_LINES = 20;
const TAIL_BYTES = 64 * 1024;
const LONGEST_LINE = 500;

/** The file that takes what a service writes, in a folder of its own that only this user can read. */
export interface ServiceLog {
  readonly folder: string;
  /** Open for appending, to be handed to a process. */
  readonly file: number;
  /** The last 20 lines. */
  tail(): string;
  /** Removes the folder. Safe to call again. */
  remove(): void;
}

/** Opens a log in the system's temporary directory, outside every folder that Jest may watch. */
export function openServiceLog(name: string): ServiceLog {
  const folder = mkdtempSync(join(tmpdir(), 'jest-connector-'));
  const file = openSync(join(folder, `${name}.log`), 'a+', 0o600);
  let isOpen = true;

  return {
    folder,
    file,
    tail: () => readTail(file),
    remove: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readTail(file: number): string {
  const { size } = fstatSync(file);
  const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
  readSync(file, bytes, 0, bytes.length, size - bytes.length);
  return lastLines(stripVTControlCharacters(bytes.toString('utf8')));
}

function lastLines(text: string): string {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .slice(-TAIL_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${redactedStart(line, LONGEST_LINE)}…` : line))
    .join('\n');
}
