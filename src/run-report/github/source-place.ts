import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { redactText } from '../../redaction/process-redactor';
import { harmless } from '../../report/plain-text';
import type { LocationRecord } from '../model/run-model';

/** Where the files of a run are. */
export interface SourceRoots {
  /** Jest's `rootDir`, which the files of a model are relative to. */
  readonly rootDir: string;
  /** The root of the checkout, which GitHub's paths are relative to. */
  readonly workspace: string;
}

const LONGEST_PATH = 1_000;
const FRAME = /(?:^|[\s(])((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*?):(\d+):(\d+)\)?\s*$/;

/** The place of a stack line, relative to the checkout; `undefined` if it is outside of it. */
export function placeOfFrame(frame: string, roots: SourceRoots): LocationRecord | undefined {
  const [, file, line, column] = FRAME.exec(frame) ?? [];
  if (file === undefined) return undefined;
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return withinCheckout({ file: path, line: Number(line), column: Number(column) }, roots);
}

/** A place of a model, relative to the checkout; `undefined` if it is outside of it, or no name that a file would have. */
export function withinCheckout<Place extends { readonly file: string }>(
  place: Place,
  { rootDir, workspace }: SourceRoots,
): Place | undefined {
  const path = relative(workspace, resolve(rootDir, place.file));
  if (path === '' || path.startsWith('..') || isAbsolute(path) || !isPlain(path)) return undefined;
  return { ...place, file: path.replaceAll('\\', '/') };
}

/** The files of a merged run are what its journal says. */
function isPlain(path: string): boolean {
  return path.length <= LONGEST_PATH && !path.includes('\n') && harmless(redactText(path)) === path;
}
