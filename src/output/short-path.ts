import { relative, sep } from 'node:path';
import { placeText, type RecordPlace } from './record';

/** A path relative to the working directory, if it is inside; terminals can open both forms. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') || short === '' ? path : short;
}

/** Makes the paths inside `folder` relative in a message. */
export function withShortPaths(text: string, folder: string): string {
  // Only where the folder's path is not part of a longer one.
  return text
    .split(/(?<=^|[\s("'])(?=\/)/)
    .map((part) => withoutStart(part, `${folder}${sep}`))
    .join('');
}

function withoutStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** A place with such a path. */
export function shortPlace({ file, line }: RecordPlace): string {
  return placeText({ file: file === undefined ? undefined : shortPath(file), line });
}
