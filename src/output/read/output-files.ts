import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ConnectorTestError } from '../../errors';
import { nearestName } from '../../validation/problems';

/** The format of a file of records. */
export type OutputFormat = 'lines' | 'document' | 'parquet';

/** A file of records. */
export interface OutputFile {
  readonly path: string;
  readonly format: OutputFormat;
}

const EXTENSIONS = ['.json', '.jsonl', '.ndjson', '.parquet'];
const KNOWN = EXTENSIONS.join(', ');

/**
 * Returns the files of records in a folder and its subfolders, sorted by path, or the file `path` itself. Names that
 * start with a dot are left out.
 *
 * @throws ConnectorTestError OUTPUT_MISSING
 */
export function outputFiles(path: string): OutputFile[] {
  const absolute = resolve(path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) throw notThere(absolute);
  if (stats.isFile()) return [{ path: absolute, format: formatOf(absolute) }];

  const names = readdirSync(absolute, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => EXTENSIONS.includes(extname(name)) && !/(?:^|[\\/])\./.test(name));
  const paths = files.map((name) => join(absolute, name)).filter((file) => statSync(file).isFile());
  if (paths.length > 0) return paths.map((file) => ({ path: file, format: formatOf(file) }));
  throw outputMissing({
    what: `There is no output in ${absolute}: no file ends with ${KNOWN}.`,
    why: names.length === 0 ? 'the folder is empty.' : `it contains ${listed(names)}.`,
  });
}

function formatOf(path: string): OutputFormat {
  const extension = extname(path);
  if (extension === '.parquet') return 'parquet';
  return extension === '.json' && firstCharacter(path) === '[' ? 'document' : 'lines';
}

/** The first character of a file that isn't white space; a list of records is read as a document. */
function firstCharacter(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(4_096);
    return start
      .toString('utf8', 0, readSync(file, start))
      .replace(/^\uFEFF/, '')
      .trim()[0];
  } finally {
    closeSync(file);
  }
}

function notThere(path: string): ConnectorTestError {
  let [parent, missing] = [dirname(path), path];
  while (!statSync(parent, { throwIfNoEntry: false })) [parent, missing] = [dirname(parent), parent];
  const near = statSync(parent).isDirectory() ? nearestName(basename(missing), readdirSync(parent)) : undefined;
  return outputMissing({
    what: `There is no output at ${path}: no such file or folder.`,
    why: statSync(parent).isDirectory()
      ? `${parent} exists and contains ${listed(readdirSync(parent))}.${near === undefined ? '' : ` Did you mean ${near}?`}`
      : undefined,
  });
}

/** A file's time may be rounded, or come from another machine's clock. */
const CLOCK_MARGIN_MS = 2_000;

/**
 * Rejects output of an earlier run, which exists if a workflow id is reused.
 *
 * @param since When the workflow was started, in milliseconds since 1970.
 * @throws ConnectorTestError OUTPUT_MISSING
 */
export function refuseOlderOutput(path: string, since: number): void {
  const newest = Math.max(...outputFiles(path).map((file) => statSync(file.path).mtimeMs));
  if (newest >= since - CLOCK_MARGIN_MS) return;
  throw outputMissing({
    what: `There is no output of this run at ${resolve(path)}: the output there is older.`,
    why: `its newest file was written ${Math.round((since - newest) / 1_000).toLocaleString('en')} s before the workflow was started.`,
  });
}

/** The error for missing output. */
export function outputMissing({ what, why }: { what: string; why?: string | undefined }): ConnectorTestError {
  return new ConnectorTestError('OUTPUT_MISSING', {
    what,
    why,
    fix: "check that the workflow writes where the test reads: the app's folder (`extractedOutputBasePath`),\nthen workflow id, run id and subfolder (`outputSubdirectory`).",
  });
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const more = names.length - 8;
  return `${[...names].sort().slice(0, 8).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
