import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The content of a file, as a whole or in pieces. */
export type FileText = string | Iterable<string>;

const PIECE = 1 << 16;

/** A file that is complete, but doesn't have its name yet. */
export interface PreparedFile {
  /** Gives it its name, in place of an earlier file. */
  finish(): void;
  /** Removes it; does nothing after `finish`. */
  discard(): void;
}

/** Writes a file beside `path`, so that no reader finds a half-written one. */
export function prepareFile(path: string, text: FileText): PreparedFile {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const discard = (): void => rmSync(beside, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  discard();
  try {
    writePieces(beside, text);
  } catch (error) {
    discard();
    throw error;
  }
  return { finish: () => renameSync(beside, path), discard };
}

/**
 * Writes a file as a whole: a concurrent reader sees either the old or the new one.
 *
 * @throws errors of the file system
 */
export function replaceFile(path: string, text: FileText): void {
  const file = prepareFile(path, text);
  try {
    file.finish();
  } finally {
    file.discard();
  }
}

/** Whether `name` is a file that {@link prepareFile} left behind for one of `files`, because its process was killed. */
export function isLeftover(name: string, files: readonly string[]): boolean {
  const [, file] = /^\.(.+)\.\d+\.tmp$/.exec(name) ?? [];
  return file !== undefined && files.includes(file);
}

function writePieces(path: string, text: FileText): void {
  const descriptor = openSync(path, 'wx');
  try {
    let open = '';
    for (const piece of typeof text === 'string' ? [text] : text) {
      open += piece;
      if (open.length < PIECE) continue;
      writeWhole(descriptor, open);
      open = '';
    }
    writeWhole(descriptor, open);
  } finally {
    closeSync(descriptor);
  }
}

/** A single call may write only a part. */
function writeWhole(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}
