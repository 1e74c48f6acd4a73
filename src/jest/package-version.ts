import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The `version` of the package that `file` belongs to, without loading the package's code. */
export function packageVersion(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const version = readVersion(join(folder, 'package.json'));
    if (version !== undefined) return version;
  }
  return 'unknown';
}

function readVersion(path: string): string | undefined {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined; // No package.json in this folder; the parent folder is next.
  }
  const { version } = JSON.parse(text) as { version?: unknown };
  return typeof version === 'string' ? version : undefined;
}
