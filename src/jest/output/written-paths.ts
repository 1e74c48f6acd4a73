const paths = new Set<string>();

/** Notes a file or folder that a run writes, so that it isn't taken for one of the app's. */
export function noteWritten(path: string): void {
  paths.add(path);
}

/** The absolute paths of what this process has written. */
export function writtenPaths(): Iterable<string> {
  return paths;
}
