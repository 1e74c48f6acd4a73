import { relative, sep } from 'node:path';

/** The latest path, because successive tests mostly have the same one. */
let latest: { readonly rootDir: string; readonly path: string; readonly file: string } | undefined;

/** A path as a model has it: relative to `rootDir`, with `/`. */
export function relativeFile(rootDir: string, path: string): string {
  if (latest?.rootDir !== rootDir || latest.path !== path) {
    latest = { rootDir, path, file: relative(rootDir, path).replaceAll(sep, '/') };
  }
  return latest.file;
}
