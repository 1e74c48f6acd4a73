import { accessSync, constants, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, relative, resolve } from 'node:path';
import { isFile } from '../../../env/find-program';
import { readEnvironment } from '../../../env/variables';
import { reportSettings } from '../../../run-report/report-settings';
import { isRecord } from '../../../validation/shape';
import { type Finding, ok, problem, warning } from '../finding';
import { isIgnored } from '../git';
import type { ProjectSettings, RunSettings } from '../jest-settings';

const JUNIT_DEFAULT = 'junit.xml';

/** Whether the files that a run writes can be written, and whether git ignores them. */
export function outputFileFindings(
  { rootDir, globals }: ProjectSettings,
  { rootDir: runRoot }: RunSettings,
): Finding[] {
  const { connector } = globals;
  const { junit, report } = isRecord(connector) ? connector : {};
  const settings = reportSettings({ given: report, environment: readEnvironment(), rootDir: runRoot });
  const summary = typeof settings?.summary === 'string' ? [settings.summary] : [];
  const paths = [...junitPath(junit, rootDir), ...(settings === undefined ? [] : [settings.folder, ...summary])];
  const findings = [
    ...paths.flatMap((path) => pathFindings(path, rootDir)),
    ...(settings !== undefined && isFile(settings.folder) ? [folderIsFile(settings.folder)] : []),
  ];
  if (!isWritable(tmpdir())) {
    const fix = 'set TMPDIR to a folder that exists and is writable.';
    findings.push(problem('output', `The folder for temporary files, ${tmpdir()}, is not writable.`, fix));
  }
  if (findings.length > 0 || paths.length === 0) return findings;
  return [ok('output', `${paths.map((path) => relative(rootDir, path)).join(', ')} can be written`)];
}

function junitPath(junit: unknown, rootDir: string): string[] {
  if (junit === true) return [resolve(rootDir, JUNIT_DEFAULT)];
  return typeof junit === 'string' ? [resolve(rootDir, junit)] : [];
}

function folderIsFile(folder: string): Finding {
  return problem('output', `The folder of the report, ${folder}, is a file.`, 'set another `report.folder`.');
}

function pathFindings(path: string, rootDir: string): Finding[] {
  const name = relative(rootDir, path);
  const place = nearestExisting(path);
  if (!isWritable(place) || (place !== path && isFile(place))) {
    const what = `${name} can't be written: ${relative(rootDir, place) || place} is not a writable folder.`;
    return [problem('output', what, 'choose another path, or correct the permissions.')];
  }
  if (isIgnored(rootDir, path) !== false) return [];
  return [warning('output', `git doesn't ignore ${name}, which each run writes.`, `add ${name} to .gitignore.`)];
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
