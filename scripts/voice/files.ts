import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markdownFiles, ROOT } from '../docs/pages';

/** Written by tests out of messages; it follows when these change. */
const NOT_PROSE = ['docs/failures.md'];

/** The files whose wording is checked. */
export function voicedFiles(): string[] {
  return markdownFiles().filter((path) => !NOT_PROSE.includes(path));
}

/** The TypeScript files in these folders, from the root. */
export function sourcesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
}
