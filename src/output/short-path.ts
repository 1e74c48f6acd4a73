import { relative } from 'node:path';
import { placeText, type RecordPlace } from './record';

/** A path from the working directory on, if it lies there: a terminal opens both. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') || short === '' ? path : short;
}

/** A place with its path so. */
export function shortPlace({ file, line }: RecordPlace): string {
  return placeText({ file: file === undefined ? undefined : shortPath(file), line });
}
