import { closeSync, fchmodSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The content of a file, as a whole or in pieces. */
export type FileText = string | Iterable<string>;

/** The same with pieces that may not be there yet. */
export type LateText = string | Iterable<string | Promise<string>>;

const PIECE = 1 << 16;

/** A file that is complete, but doesn't have its name yet. */
export interface PreparedFile {
  /** Gives it its name, in place of an earlier file. */
  finish(): void;
  /** Removes it; does nothing after `finish`. */
  discard(): void;
}

/**
 * Writes files beside their paths, so that no reader finds a half-written one. They are made in turns, one piece of each:
 * what several of them are made of has to be read only once. After an error nothing is left.
 */
export async function prepareFiles(
  files: readonly { readonly path: string; readonly text: () => LateText }[],
): Promise<PreparedFile[]> {
  const drafts: Draft[] = [];
  try {
    for (const { path } of files) drafts.push(new Draft(path));
    let open = files.map(({ text }, index) => ({ draft: drafts[index] as Draft, pieces: piecesOf(text()) }));
    while (open.length > 0) open = await writeTurn(open);
    return drafts;
  } catch (error) {
    for (const draft of drafts) draft.discard();
    throw error;
  }
}

interface OpenDraft {
  readonly draft: Draft;
  readonly pieces: Iterator<string | Promise<string>>;
}

/** Writes one piece of each, and returns those that have more. All pieces are made before any is waited for. */
async function writeTurn(open: readonly OpenDraft[]): Promise<OpenDraft[]> {
  const made = open.map((each) => ({ each, piece: each.pieces.next() }));
  for (const { each, piece } of made) {
    if (piece.done) each.draft.close();
    else each.draft.write(typeof piece.value === 'string' ? piece.value : await piece.value);
  }
  return made.filter(({ piece }) => !piece.done).map(({ each }) => each);
}

function piecesOf(text: LateText): Iterator<string | Promise<string>> {
  return (typeof text === 'string' ? [text] : text)[Symbol.iterator]();
}

/**
 * Writes a file as a whole: a concurrent reader sees either the old or the new one.
 *
 * @param mode The permissions of the file; without it, those of a new file.
 * @throws errors of the file system
 */
export function replaceFile(path: string, text: FileText, mode?: number): void {
  const draft = new Draft(path);
  try {
    if (mode !== undefined) draft.allow(mode);
    for (const piece of typeof text === 'string' ? [text] : text) draft.write(piece);
    draft.close();
    draft.finish();
  } finally {
    draft.discard();
  }
}

/** Whether `name` is a file that {@link prepareFiles} left behind for one of `files`, because its process was killed. */
export function isLeftover(name: string, files: readonly string[]): boolean {
  const [, file] = /^\.(.+)\.\d+\.tmp$/.exec(name) ?? [];
  return file !== undefined && files.includes(file);
}

/** A file that is written beside its place. */
class Draft implements PreparedFile {
  readonly #path: string;
  readonly #beside: string;
  #descriptor: number | undefined;
  /** What isn't written yet: long strings that are joined would stay in memory for long. */
  readonly #bytes = Buffer.allocUnsafe(PIECE);
  #size = 0;

  constructor(path: string) {
    this.#path = path;
    this.#beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(this.#beside, { force: true });
    this.#descriptor = openSync(this.#beside, 'wx');
  }

  /** Sets its permissions, before anything is written. */
  allow(mode: number): void {
    fchmodSync(this.#descriptor as number, mode);
  }

  write(piece: string): void {
    // The longest that UTF-8 can be.
    const longest = 3 * piece.length;
    if (longest > PIECE - this.#size) this.#flush();
    if (longest > PIECE) this.#writeBytes(Buffer.from(piece));
    else this.#size += this.#bytes.write(piece, this.#size);
  }

  close(): void {
    this.#flush();
    this.#release();
  }

  finish(): void {
    renameSync(this.#beside, this.#path);
  }

  discard(): void {
    this.#release();
    rmSync(this.#beside, { force: true });
  }

  #release(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #flush(): void {
    this.#writeBytes(this.#bytes.subarray(0, this.#size));
    this.#size = 0;
  }

  /** A single call may write only a part. */
  #writeBytes(bytes: Buffer): void {
    for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor as number, bytes, written);
  }
}
