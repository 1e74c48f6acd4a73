// Builds unless dist is up to date. Each script that needs dist runs this first, because a script that npm runs after
// an installation, such as `prepare`, makes npm warn whoever installs the packed package.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { BUILD_INPUTS, BUILD_MARK } from './published-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Includes the folders themselves, because a removed file only changes the time of its folder. */
const newest = (path) => {
  const { mtimeMs } = statSync(path);
  const inside = statSync(path).isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(mtimeMs, ...inside);
};

const mark = join(root, BUILD_MARK);
const isFresh = existsSync(mark) && BUILD_INPUTS.every((path) => newest(join(root, path)) < statSync(mark).mtimeMs);
if (!isFresh) process.exitCode = spawnSync('npm run build', { cwd: root, stdio: 'inherit', shell: true }).status ?? 1;
