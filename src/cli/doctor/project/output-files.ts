import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { isRecord } from '../../../validation/shape';
import { type Finding, ok, problem, warning } from '../finding';
import { isIgnored } from '../git';
import type { ProjectSettings } from '../jest-settings';

const JUNIT_DEFAULT = 'junit.xml';

/** Whether the files that a run writes can be written, and whether git ignores them. */
export function outputFileFindings({ rootDir, globals }: ProjectSettings): Finding[] {
  const { connector } = globals;
  const paths = isRecord(connector) ? outputPaths(connector) : [];
  const findings = paths.flatMap((path) => pathFindings(path, rootDir));
  if (!isWritable(tmpdir())) {
    const fix = 'set TMPDIR to a folder that exists and is writable.';
    findings.push(problem('output', `The folder for temporary files, ${tmpdir()}, is not writable.`, fix));
  }
  if (findings.length > 0 || paths.length === 0) return findings;
  return [ok('output', `${paths.join(', ')} can be written`)];
}

/** The paths, relative to `rootDir`, that the options name. */
function outputPaths({ junit }: Readonly<Record<string, unknown>>): string[] {
  return junit === true ? [JUNIT_DEFAULT] : typeof junit === 'string' ? [junit] : [];
}

function pathFindings(path: string, rootDir: string): Finding[] {
  const whole = resolve(rootDir, path);
  const place = nearestExisting(whole);
  if (!isWritable(place) || (place !== whole && !statSync(place).isDirectory())) {
    const what = `${path} can't be written: ${relative(rootDir, place) || place} is not a writable folder.`;
    return [problem('output', what, 'choose another path, or correct the permissions.')];
  }
  if (isIgnored(rootDir, path) !== false) return [];
  return [warning('output', `git doesn't ignore ${path}, which each run writes.`, `add ${path} to .gitignore.`)];
}

/** The path itself if it exists, else the nearest one above it that does. */
function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    // It doesn't exist, or can't be written.
    return false;
  }
}
