/** Whether the running Jest is at least version `major.minor`; `false` if its version can't be determined. */
export function isJestAtLeast(major: number, minor: number): boolean {
  const [found = 0, foundMinor = 0] = jestVersion().split('.').map(Number);
  return found > major || (found === major && foundMinor >= minor);
}

/** The version of the running Jest; `0.0.0` if it can't be determined. */
export function jestVersion(): string {
  try {
    return (require('jest/package.json') as { version: string }).version;
  } catch {
    // Jest can't be resolved from here: assume the oldest one, so that only features of all versions are used.
    return '0.0.0';
  }
}
