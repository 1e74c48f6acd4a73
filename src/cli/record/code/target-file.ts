import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type ExistingFile, readCode } from './existing-file';

/** Why nothing can be written to a file. */
export interface Unfit {
  readonly expected: string;
  readonly reason: string;
}

/** Reads the file that gets another export; `undefined` if it can be created. */
export function readTargetFile(path: string): ExistingFile | Unfit | undefined {
  const stats = statsOf(path);
  if (stats === undefined) return unfitFolder(path);
  if (!stats.isFile()) return { expected: 'a regular file', reason: kindOf(stats) };
  const expected = 'a file that can be read and replaced';
  // A link stays one: the file that it leads to is replaced.
  const denied =
    deniedAccess(path, constants.R_OK | constants.W_OK) ?? deniedAccess(dirname(realpathSync(path)), constants.W_OK);
  return denied === undefined ? readFile(path) : { expected, reason: denied };
}

function readFile(path: string): ExistingFile | Unfit {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return { expected: 'a file in UTF-8', reason: 'which is in another encoding' };
  }
  const file = readCode(path, text);
  if (typeof file === 'string') return { expected: 'a file that parses', reason: file };
  if (file.closed === undefined) return file;
  const expected = 'a file that can get another export, such as a new one, or one with `module.exports = { … }`';
  return { expected, reason: file.closed };
}

/** `undefined` if there is nothing at the path; a link to nothing is something. */
function statsOf(path: string): Stats | undefined {
  for (const read of [statSync, lstatSync]) {
    try {
      return read(path);
    } catch {
      continue; // A link to nothing can still be read itself.
    }
  }
  return undefined;
}

function kindOf(stats: Stats): string {
  return stats.isSymbolicLink() ? 'a link to a file that does not exist' : 'which is a pipe, a socket or a device';
}

/** The nearest folder that exists must be one that files can be added to. */
function unfitFolder(path: string): Unfit | undefined {
  let place = dirname(path);
  while (!existsSync(place) && place !== dirname(place)) place = dirname(place);
  const expected = 'a file in a folder that can be written to';
  if (!statSync(place).isDirectory()) return { expected, reason: `and ${place} is a file` };
  const denied = deniedAccess(place, constants.W_OK);
  return denied === undefined ? undefined : { expected, reason: denied };
}

function deniedAccess(path: string, mode: number): string | undefined {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
