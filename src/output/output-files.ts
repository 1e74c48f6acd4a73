import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { ConnectorTestError } from '../errors';

/** How the records stand in a file. */
export type OutputFormat = 'lines' | 'document' | 'parquet';

/** A file of records. */
export interface OutputFile {
  readonly path: string;
  readonly format: OutputFormat;
}

const EXTENSIONS = ['.json', '.jsonl', '.ndjson', '.parquet'];
const KNOWN = EXTENSIONS.join(', ');

/**
 * The files of records in a folder and its folders, in the order of their paths, or the one file that `path` is. Names
 * that start with a dot are left out.
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
    what: `There is no output in ${absolute}: no file ends with one of ${KNOWN}.`,
    why: names.length === 0 ? 'the folder is empty.' : `it holds ${listed(names)}.`,
  });
}

function formatOf(path: string): OutputFormat {
  const extension = extname(path);
  if (extension === '.parquet') return 'parquet';
  return extension === '.json' && firstCharacter(path) === '[' ? 'document' : 'lines';
}

/** The first of a file that is no white space; a list of records is read as a document. */
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
  let parent = dirname(path);
  while (!statSync(parent, { throwIfNoEntry: false })) parent = dirname(parent);
  return outputMissing({
    what: `There is no output at ${path}: no such file or folder.`,
    why: statSync(parent).isDirectory() ? `${parent} is there, and holds ${listed(readdirSync(parent))}.` : undefined,
  });
}

/** The error for output that is not there. */
export function outputMissing({ what, why }: { what: string; why?: string | undefined }): ConnectorTestError {
  return new ConnectorTestError('OUTPUT_MISSING', {
    what,
    why,
    fix: 'look whether the workflow wrote where the test reads: the folder of the app, its workflow id and its run id.',
  });
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'nothing';
  const more = names.length - 8;
  return `${[...names].sort().slice(0, 8).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
