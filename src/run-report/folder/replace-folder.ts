import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectorTestError } from '../../errors';
import { isLeftover, type LateText, prepareFiles, replaceFile } from '../../replace-file';
import { withLock } from './folder-lock';
import { MANIFEST, manifestText, ownFiles } from './manifest';

/** A file of a report folder. */
export interface ReportFile {
  readonly name: string;
  readonly text: () => LateText;
}

/**
 * Replaces the files of an earlier report in `folder` by `files`, as a whole: while another run does the same, this waits,
 * so the run that ends last has its report there. Each file is written beside its place and then renamed, in the given
 * order. Files that no manifest of ours names are neither changed nor removed.
 *
 * @param onWait Called once if this has to wait for long, with the process that writes there.
 * @throws ConnectorTestError REPORT_NOT_WRITTEN; errors of the file system
 */
export async function replaceFolder(
  folder: string,
  files: readonly ReportFile[],
  onWait?: (pid: number) => void,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await withLock(folder, () => replaceFiles(folder, files), onWait);
}

async function replaceFiles(folder: string, files: readonly ReportFile[]): Promise<void> {
  const before = ownFiles(folder);
  const names = files.map(({ name }) => name);
  refuseForeignFiles(folder, names, before);
  const all = [...new Set([...before, MANIFEST, ...names])];
  for (const name of readdirSync(folder)) {
    if (isLeftover(name, all)) rmSync(join(folder, name), { force: true });
  }
  const prepared = await prepareFiles(files.map(({ name, text }) => ({ path: join(folder, name), text })));
  try {
    // Before the files: one that the manifest doesn't name could never be replaced.
    writeManifest(folder, all);
    for (const name of before)
      if (name !== MANIFEST && !names.includes(name)) rmSync(join(folder, name), { force: true });
    for (const file of prepared) file.finish();
    writeManifest(folder, names);
  } finally {
    for (const file of prepared) file.discard();
  }
}

function writeManifest(folder: string, names: readonly string[]): void {
  const files = names.filter((name) => name !== MANIFEST);
  replaceFile(join(folder, MANIFEST), manifestText(files));
}

function refuseForeignFiles(folder: string, names: readonly string[], own: readonly string[]): void {
  const foreign = [MANIFEST, ...names].filter((name) => !own.includes(name) && existsSync(join(folder, name)));
  if (foreign.length === 0) return;
  throw new ConnectorTestError('REPORT_NOT_WRITTEN', {
    what: `The report was not written to ${folder}.`,
    why: `the folder has ${foreign.join(', ')}, which jest-connector did not write.`,
    fix: 'choose another folder with the option `report: { folder }`, or remove these files.',
  });
}
