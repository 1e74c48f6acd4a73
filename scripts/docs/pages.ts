import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The root of the repository. */
export const ROOT = resolve(__dirname, '../..');

const FOLDERS = ['docs', '.github', 'examples'];

/** All Markdown files for readers, relative to the root. */
export function markdownFiles(): string[] {
  const top = readdirSync(ROOT).filter((name) => /\.md$|^llms\.txt$/.test(name));
  return [...top, ...FOLDERS.flatMap(markdownBelow)].sort();
}

/** The pages with generated parts. */
export function generatedPages(): string[] {
  return markdownFiles().filter((path) => /^<!-- generated:/m.test(readPage(path)));
}

/** The content of a page. */
export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function markdownBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !/(?:^|[\\/])(?:node_modules|local)[\\/]/.test(name))
    .map((name) =>
      relative(ROOT, join(ROOT, folder, name))
        .split('\\')
        .join('/'),
    );
}
