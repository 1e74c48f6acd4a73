import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../validation/shape';

/** Names the files of a report folder that are ours. */
export const MANIFEST = 'manifest.json';

const WRITTEN_BY = 'jest-connector';

/** The manifest of files with these names. */
export function manifestText(files: readonly string[]): string {
  return `${JSON.stringify({ writtenBy: WRITTEN_BY, files }, null, 2)}\n`;
}

/** The files in `folder` that are ours; none if its manifest is missing or isn't ours. */
export function ownFiles(folder: string): string[] {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return [];
  const manifest = parsed(readFileSync(path, 'utf8'));
  if (!isRecord(manifest) || manifest['writtenBy'] !== WRITTEN_BY) return [];
  const { files } = manifest;
  return Array.isArray(files) ? [MANIFEST, ...files.filter(isFileName)] : [MANIFEST];
}

/** An edited manifest must not lead to a file of another folder. */
function isFileName(name: unknown): name is string {
  return typeof name === 'string' && /^[\w-][\w.-]*$/.test(name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // It isn't ours.
  }
}
