import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PlannedFile } from './files/planned-files';

/** What happened to a file. */
export interface WrittenFile {
  readonly path: string;
  readonly outcome: 'created' | 'changed' | 'exists';
  /** What was changed. */
  readonly detail?: string;
}

/** Writes a file that does not exist yet. Never overwrites one. */
export function createFile(folder: string, { path, text }: PlannedFile): WrittenFile {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  try {
    writeFileSync(whole, text, { flag: 'wx' });
    return { path, outcome: 'created' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return { path, outcome: 'exists' };
    throw error;
  }
}

/** Writes a file again with lines or fields that were added. */
export function changeFile(folder: string, { path, text }: PlannedFile, detail: string): WrittenFile {
  writeFileSync(join(folder, path), text);
  return { path, outcome: 'changed', detail };
}
