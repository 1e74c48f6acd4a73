import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withUnpackedData } from './embedded-page';

/** The page of a report. */
export const PAGE = 'index.html';

/** A file that a run wrote; of the page also what it has compressed. */
export function readOutput(path: string): string {
  const text = readFileSync(path, 'utf8');
  return basename(path) === PAGE ? withUnpackedData(text) : text;
}

/** The files in a folder, by their names. */
export function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [basename(path), readOutput(path)]));
}
