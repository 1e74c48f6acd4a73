import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { redactedStart } from '../../redaction/process-redactor';
import { runFolder } from '../run/run-folder';
import { forgetEnd } from './end-file';
import { withoutStamps } from './stamped-lines';

const TAIL_LINES = 20;
const TAIL_BYTES = 64 * 1024;
const LONGEST_LINE = 500;
const READ_BYTES = 1024 * 1024;

/** The file that takes what a service writes, which only this user can read. */
export interface ServiceLog {
  readonly path: string;
  /** Open for appending, to be handed to a process. */
  readonly file: number;
  /** The last megabyte, without times and colours. */
  text(): string;
  /** The last 20 lines. */
  tail(): string;
  /** Closes the file. Safe to call again. */
  close(): void;
}

/** Opens a log in the folder of this run. */
export function openServiceLog(name: string): ServiceLog {
  // Different names make different files.
  // Different names make different files.
  const path = join(runFolder(), `${encodeURIComponent(name)}.log`);
  const file = openSync(path, 'a+', 0o600);
  forgetEnd(path);
  let atClose: string | undefined;
  const read = (bytes: number): string => atClose ?? readEnd(file, bytes);

  return {
    path,
    file,
    text: () => read(READ_BYTES),
    tail: () => lastLines(read(TAIL_BYTES)),
    close: () => {
      if (atClose !== undefined) return;
      atClose = readEnd(file, TAIL_BYTES);
      closeSync(file);
    },
  };
}

function readEnd(file: number, most: number): string {
  const { size } = fstatSync(file);
  const bytes = Buffer.alloc(Math.min(size, most));
  readSync(file, bytes, 0, bytes.length, size - bytes.length);
  return withoutStamps(stripVTControlCharacters(bytes.toString('utf8')));
}

function lastLines(text: string): string {
  return text
    .trimEnd()
    .split(/\r\n?|\n/)
    .slice(-TAIL_LINES)
    .map((line) => (line.length > LONGEST_LINE ? `${redactedStart(line, LONGEST_LINE)}…` : line))
    .join('\n');
}
