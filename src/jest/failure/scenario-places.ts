import { readFileSync } from 'node:fs';

/** A place in a source file; lines and columns start at 1, as in editors. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const NAME = /(?<![\w$])(['"`]?)name\1\s*:\s*(['"`])((?:(?!\2)[^\\\n]|\\.)*)\2/g;

/** The places of scenario names in a source file, by name, from top to bottom. Empty if the file no longer exists. */
export function scenarioPlaces(file: string): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  const source = readSource(file);
  let line = 1;
  let lineStart = 0;
  let read = 0;
  for (const match of source.matchAll(NAME)) {
    for (
      let next = source.indexOf('\n', read);
      next >= 0 && next < match.index;
      next = source.indexOf('\n', next + 1)
    ) {
      line += 1;
      lineStart = next + 1;
      read = next + 1;
    }
    const name = (match[3] ?? '').replace(/\\(.)/g, '$1');
    const ofName = places.get(name) ?? [];
    ofName.push({ file, line, column: match.index - lineStart + 1 });
    places.set(name, ofName);
  }
  return places;
}

/**
 * The place of a scenario whose name is at several `places`, because several blocks have a scenario of that name: in the file
 * of the first of its checks, the last one above that check.
 */
export function placeAbove(places: readonly Place[], check: Place | undefined): Place | undefined {
  const near = places.filter(({ file }) => file === check?.file);
  return near.findLast(({ line }) => line <= (check?.line ?? 0)) ?? near[0] ?? places[0];
}

/** Formats a place as a stack line. */
export function placeFrame({ file, line, column }: Place): string {
  return `    at ${file}:${line}:${column}`;
}

/** Parses the place of a stack line such as `    at Object.<anonymous> (/app/a.test.ts:3:1)`. */
export function framePlace(frame: string): Place | undefined {
  const [, file, line, column] = /^\s*at (?:.*? \()?(?:file:\/\/)?(.+?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The file no longer exists, or the place isn't in a file (`node:internal`); the caller uses its fallback.
    return '';
  }
}
