import { spawnSync } from 'node:child_process';

/** Whether git tracks a file of `folder`; `undefined` outside of a repository, and without git. */
export function isTracked(folder: string, path: string): boolean | undefined {
  return isInRepository(folder) ? git(folder, ['ls-files', '--error-unmatch', path]) === 0 : undefined;
}

/** Whether git ignores a path of `folder`, which doesn't have to exist; `undefined` outside of a repository. */
export function isIgnored(folder: string, path: string): boolean | undefined {
  return isInRepository(folder) ? git(folder, ['check-ignore', '--quiet', '--no-index', path]) === 0 : undefined;
}

function isInRepository(folder: string): boolean {
  return git(folder, ['rev-parse', '--is-inside-work-tree']) === 0;
}

function git(cwd: string, args: readonly string[]): number | null {
  return spawnSync('git', args, { cwd, stdio: 'ignore' }).status;
}
