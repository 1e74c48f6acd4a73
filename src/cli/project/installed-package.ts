import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord } from '../../validation/shape';

/** A package in a `node_modules` folder. */
export interface InstalledPackage {
  /** The real path of its folder. */
  readonly root: string;
  readonly version: string;
}

/** The package that a module in `folder` would load; `undefined` if there is none. */
export function findPackage(name: string, folder: string): InstalledPackage | undefined {
  const path = findPackageFolder(name, folder);
  return path === undefined ? undefined : packageAt(path);
}

/** The folder of that package, which may be a link. */
export function findPackageFolder(name: string, folder: string): string | undefined {
  for (let place = folder; ; place = dirname(place)) {
    const path = join(place, 'node_modules', name);
    if (packageAt(path) !== undefined) return path;
    if (place === dirname(place)) return undefined;
  }
}

/** The package with this name that `path` is a file of. */
export function packageOf(name: string, path: string): InstalledPackage | undefined {
  for (let place = dirname(path); place !== dirname(place); place = dirname(place)) {
    const manifest = readManifest(place);
    if (manifest?.['name'] === name) return packageAt(place);
  }
  return undefined;
}

/** Whether a version is at least `major.minor`. */
export function isAtLeast(version: string, major: number, minor = 0): boolean {
  const [found = 0, foundMinor = 0] = version.split('.').map(Number);
  return found > major || (found === major && foundMinor >= minor);
}

/** The content of the package.json in `folder`; `undefined` if there is none, or if it isn't valid. */
export function readManifest(folder: string): Readonly<Record<string, unknown>> | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isRecord(manifest) ? manifest : undefined;
  } catch {
    // npm and Jest report it with its position.
    return undefined;
  }
}

/** The versions in a package.json of what the project depends on. */
export function dependenciesOf(manifest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...(manifest['dependencies'] as object), ...(manifest['devDependencies'] as object) };
}

function packageAt(folder: string): InstalledPackage | undefined {
  const version = readManifest(folder)?.['version'];
  return typeof version === 'string' ? { root: realpathSync(folder), version } : undefined;
}
