import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of the user's project. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the folder that was searched. */
  readonly name: string;
  readonly text: string;
}

const NOT_SOURCES = /^(?:\..*|node_modules|dist|build|coverage|local|venv|__pycache__|site-packages)$/;
const MOST_FILES = 1_000;
const MOST_BYTES = 500_000;

/** The project's own files whose names match, nearest first; what packages, tools and builds wrote is left out. */
export function sourceFiles(folder: string, names: RegExp): SourceFile[] {
  const found: SourceFile[] = [];
  let level = [folder];
  while (level.length > 0 && found.length < MOST_FILES) {
    const entries = level.flatMap((place) =>
      entriesOf(place).map((entry) => ({ entry, path: join(place, entry.name) })),
    );
    const files = entries.filter(({ entry, path }) => entry.isFile() && names.test(entry.name) && isSmall(path));
    found.push(...files.map(({ path }) => ({ path, name: relative(folder, path), text: readFileSync(path, 'utf8') })));
    level = entries.filter(({ entry }) => entry.isDirectory() && !NOT_SOURCES.test(entry.name)).map(({ path }) => path);
  }
  return found;
}

function isSmall(path: string): boolean {
  return statSync(path).size <= MOST_BYTES;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that can't be read has nothing to show.
    return [];
  }
}
