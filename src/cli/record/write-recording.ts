import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { defined } from '../../defined';
import { ConnectorTestError } from '../../errors';
import { replaceFile } from '../../replace-file';
import { withLock } from '../../run-report/folder/folder-lock';
import { readCode } from './code/existing-file';
import { addedCode, extendedText, newFileText, testText } from './code/file-text';
import { importPath } from './code/import-path';
import { type Formatter, projectFormatter } from './code/prettier';
import type { RecordTarget } from './record-target';
import type { RecordedRequest } from './requests/record-request';

/** What was written. */
export interface WrittenRecording {
  readonly target: RecordTarget;
  readonly outcome: 'created' | 'extended' | 'unchanged';
  /** What became of the test beside the file. */
  readonly test: 'created' | 'exists' | 'none';
  /** Why the project's Prettier could not format it. */
  readonly unformatted?: string;
}

/** What will be written, unless the file changes meanwhile. */
interface Draft {
  readonly target: RecordTarget;
  readonly text: string;
  /** The test of a new file. */
  readonly test: string;
}

type Written = Omit<WrittenRecording, 'unformatted'>;

const MOST_ATTEMPTS = 20;
const PERMISSIONS = 0o7777;

/**
 * Writes scenarios into a new file with a test beside it, or as another export of an existing file, if there are any.
 *
 * @param currentTarget Reads the file: again if it was changed while the code was formatted.
 * @throws ConnectorTestError NOT_RECORDED
 */
export async function writeRecording(
  currentTarget: () => RecordTarget,
  recorded: readonly RecordedRequest[],
): Promise<WrittenRecording> {
  if (recorded.length === 0) return unchanged(currentTarget());
  for (let attempt = 1; ; attempt += 1) {
    const target = currentTarget();
    const formatter = projectFormatter(target.path);
    const draft = await draftOf(target, recorded, formatter);
    const written = await writeDraft(draft);
    if (written !== undefined) return { ...written, ...defined({ unformatted: formatter?.problem }) };
    if (attempt === MOST_ATTEMPTS)
      throw notWritten(target, 'other processes keep changing it.', 'run the command again.');
  }
}

async function draftOf(
  target: RecordTarget,
  recorded: readonly RecordedRequest[],
  formatter: Formatter | undefined,
): Promise<Draft> {
  const { path, style } = target;
  const test = testText(importPath(path, style), style);
  const text = exporting(target, await textOf(target, recorded, formatter));
  return { target, text, test: (await formatter?.format(test)) ?? test };
}

async function textOf(
  { existing, exportName, style, path }: RecordTarget,
  recorded: readonly RecordedRequest[],
  formatter: Formatter | undefined,
): Promise<string> {
  const contents = { recorded, exportName, style };
  const formatted = async (text: string): Promise<string> => formatter?.format(text) ?? text;
  if (existing === undefined) return formatted(newFileText(contents));
  const added = addedCode(contents, existing.taken);
  const conflict = added.imports.find((name) => existing.taken.has(name) && !existing.own.has(name));
  if (conflict !== undefined) {
    throw new ConnectorTestError('NOT_RECORDED', {
      what: `${basename(path)} has its own "${conflict}"; nothing was written.`,
      why: `the scenarios import "${conflict}" from jest-connector.`,
      fix: 'pass another file with --out.',
    });
  }
  const extended = extendedText(existing, { ...added, text: await formatted(added.text) }, style);
  // Whatever isn't formatted yet stays as it is.
  return (await formatter?.isFormatted(existing.text)) ? formatted(extended) : extended;
}

/** Returns the code if it parses and has the export. */
function exporting(target: RecordTarget, text: string): string {
  const { path, exportName } = target;
  const code = readCode(path, text);
  if (typeof code !== 'string' && code.exports.has(exportName)) return text;
  const why = typeof code === 'string' ? `the result would not parse, ${code}` : `it would not export ${exportName}.`;
  throw notWritten(target, why, 'pass another file with --out.');
}

/** Returns `undefined` if the file is not what the draft was made for. */
async function writeDraft(draft: Draft): Promise<Written | undefined> {
  const { target } = draft;
  try {
    mkdirSync(dirname(target.path), { recursive: true });
    // A link stays one.
    const path = existsSync(target.path) ? realpathSync(target.path) : target.path;
    return await withLock(dirname(path), () => {
      if (contentAt(path) !== target.existing?.text) return undefined;
      return target.existing === undefined ? create(draft) : extend(draft, path);
    });
  } catch (error) {
    const fix = 'make its folder writable, or pass another file with --out.';
    throw notWritten(target, (error as Error).message, fix);
  }
}

function contentAt(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Either both files are created, or none. */
function create({ target, text, test }: Draft): Written {
  const { path, testPath } = target;
  writeFileSync(path, text, { flag: 'wx' });
  if (existsSync(testPath)) return { target, outcome: 'created', test: 'exists' };
  try {
    writeFileSync(testPath, test, { flag: 'wx' });
  } catch (error) {
    rmSync(path);
    throw error;
  }
  return { target, outcome: 'created', test: 'created' };
}

function extend({ target, text }: Draft, path: string): Written {
  replaceFile(path, text, statSync(path).mode & PERMISSIONS);
  return { target, outcome: 'extended', test: existingTest(target) };
}

function unchanged(target: RecordTarget): Written {
  return { target, outcome: 'unchanged', test: existingTest(target) };
}

function existingTest({ testPath }: RecordTarget): 'exists' | 'none' {
  return existsSync(testPath) ? 'exists' : 'none';
}

function notWritten({ shown }: RecordTarget, why: string, fix: string): ConnectorTestError {
  return new ConnectorTestError('NOT_RECORDED', { what: `${shown} can't be written.`, why, fix });
}
