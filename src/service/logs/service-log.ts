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

/** The log file of a service; only this user can read it. */
export interface ServiceLog {
  readonly path: string;
  /** The file descriptor, open for appending, to pass to a process. */
  readonly file: number;
  /** The last megabyte, without timestamps and colors. */
  text(): string;
  /** The last 20 lines. */
  tail(): string;
  /** Closes the file. Safe to call again. */
  close(): void;
}

/** Opens a log file in this run's folder. */
export function openServiceLog(name: string): ServiceLog {
  // Encoded, so that different names never share a file.
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
