import { relative, sep } from 'node:path';

/** A path as a model has it: relative to `rootDir`, with `/`. */
export function relativeFile(rootDir: string, path: string): string {
  return relative(rootDir, path).replaceAll(sep, '/');
}
