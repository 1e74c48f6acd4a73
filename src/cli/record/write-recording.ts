import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { defined } from '../../defined';
import { ConnectorTestError } from '../../errors';
import { replaceFile } from '../../replace-file';
import { addedCode, extendedText, newFileText, testText } from './code/file-text';
import { isTypeScript } from './code/module-style';
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

/** Writes scenarios into a new file with a test beside it, or as another export of an existing file, if there are any. */
export async function writeRecording(
  target: RecordTarget,
  recorded: readonly RecordedRequest[],
): Promise<WrittenRecording> {
  if (recorded.length === 0) return { target, outcome: 'unchanged', test: existingTest(target) };
  const formatter = projectFormatter(target.path);
  const text = await textOf(target, recorded, formatter);
  try {
    const written = target.existing === undefined ? await create(target, text, formatter) : extend(target, text);
    return { ...written, ...defined({ unformatted: formatter?.problem }) };
  } catch (error) {
    throw new ConnectorTestError('NOT_RECORDED', {
      what: `${target.shown} can't be written.`,
      why: (error as Error).message,
      fix: 'make its folder writable, or pass another file with --out.',
    });
  }
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
  const conflict = added.imports.find((name) => existing.taken.has(name) && !existing.own?.names.includes(name));
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

async function create(target: RecordTarget, text: string, formatter: Formatter | undefined): Promise<WrittenRecording> {
  const { path, testPath, style } = target;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  if (existsSync(testPath)) return { target, outcome: 'created', test: 'exists' };
  const module = `./${basename(path, extname(path))}${style === 'import' && !isTypeScript(path) ? extname(path) : ''}`;
  const test = testText(module, style);
  writeFileSync(testPath, (await formatter?.format(test)) ?? test, { flag: 'wx' });
  return { target, outcome: 'created', test: 'created' };
}

function extend(target: RecordTarget, text: string): WrittenRecording {
  // A link stays one.
  replaceFile(realpathSync(target.path), text);
  return { target, outcome: 'extended', test: existingTest(target) };
}

function existingTest({ testPath }: RecordTarget): 'exists' | 'none' {
  return existsSync(testPath) ? 'exists' : 'none';
}
