/** Whether the Jest that runs is at least `major.minor`; no when its version cannot be found out. */
export function isJestAtLeast(major: number, minor: number): boolean {
  const [found = 0, foundMinor = 0] = jestVersion().split('.').map(Number);
  return found > major || (found === major && foundMinor >= minor);
}

/** The version of the Jest that runs; `0.0.0` when it cannot be found out. */
export function jestVersion(): string {
  try {
    return (require('jest/package.json') as { version: string }).version;
  } catch {
    // A layout in which Jest is not reachable from here: the form that every Jest prints is used.
    return '0.0.0';
  }
}
