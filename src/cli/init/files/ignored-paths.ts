import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const IGNORED = ['node_modules/', '.env', '.env.local', 'connector-report/'];

/** The content of `.gitignore` with the lines that it lacks; these are empty if it has them all. */
export function ignoredPaths(folder: string): { readonly text: string; readonly added: readonly string[] } {
  const path = join(folder, '.gitignore');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = before.split(/\r?\n/).map(plain);
  const added = IGNORED.filter((line) => !known.includes(plain(line)));
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  return { text: `${before}${gap}${added.map((line) => `${line}\n`).join('')}`, added };
}

/** `/connector-report/` and `connector-report` ignore the same folder. */
function plain(line: string): string {
  return line.trim().replace(/^\/|\/$/g, '');
}
