import { relative, sep } from 'node:path';
import { placeText, type RecordPlace } from './record';

/** A path from the working directory on, if it lies there: a terminal opens both. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') || short === '' ? path : short;
}

/** A text with the paths in it so, from `folder` on. */
export function withShortPaths(text: string, folder: string): string {
  // Where the folder's path is no part of a longer one.
  return text
    .split(/(?<=^|[\s("'])(?=\/)/)
    .map((part) => withoutStart(part, `${folder}${sep}`))
    .join('');
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** A place with its path so. */
export function shortPlace({ file, line }: RecordPlace): string {
  return placeText({ file: file === undefined ? undefined : shortPath(file), line });
}
