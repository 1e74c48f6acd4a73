import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { withDeadline } from '../../../deadline';
import { isRecord } from '../../../validation/shape';
import { dependenciesOf, readManifest } from '../../project/installed-package';
import { readCode } from './existing-file';
import { isTypeScript } from './module-style';

/** The functions of Prettier that are used; in version 2, they aren't asynchronous. */
interface Prettier {
  resolveConfig(path: string, options: { readonly editorconfig: boolean }): unknown;
  format(text: string, options: object): string | Promise<string>;
  check(text: string, options: object): boolean | Promise<boolean>;
}

/** Formats code as the project does. */
export interface Formatter {
  /** Returns the code as it is if Prettier fails. */
  format(text: string): Promise<string>;
  /** Whether the code is formatted like that. */
  isFormatted(text: string): Promise<boolean>;
  /** Why Prettier failed, if it did: one line. */
  readonly problem: string | undefined;
}

const TIME_LIMIT_MS = 10_000;

/**
 * The Prettier of the project that a file belongs to, with its configuration; `undefined` if the project has none.
 *
 * @param timeLimit How long Prettier may take each time, in milliseconds: its configuration is code that may wait forever.
 */
export function projectFormatter(path: string, timeLimit = TIME_LIMIT_MS): Formatter | undefined {
  const prettier = findPrettier(dirname(path));
  if (prettier === undefined) return undefined;
  let problem: string | undefined;
  let options: Promise<object> | undefined;
  const run = async <Result>(
    work: (options: object) => Result | Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    // It failed before, and would again.
    if (problem !== undefined) return otherwise;
    try {
      options ??= optionsOf(prettier, path);
      const late = (): Error => new Error(`it did not end within ${timeLimit / 1_000} s`);
      return await withDeadline(options.then(work), timeLimit, late);
    } catch (error) {
      problem = reasonOf(error);
      return otherwise;
    }
  };
  return {
    format: (text) => run(async (given) => parsed(path, await prettier.format(text, given)), text),
    isFormatted: (text) => run((given) => prettier.check(text, given), false),
    get problem() {
      return problem;
    },
  };
}

/** The parser is that of code, because a configuration may name another one for all files. */
async function optionsOf(prettier: Prettier, path: string): Promise<object> {
  const config = (await prettier.resolveConfig(path, { editorconfig: true })) as object | null;
  return { ...config, filepath: path, parser: isTypeScript(path) ? 'typescript' : 'babel' };
}

function parsed(path: string, text: string): string {
  const code = readCode(path, text);
  if (typeof code === 'string') throw new Error(`its result does not parse, ${code}`);
  return text;
}

/** A configuration may throw anything. */
function reasonOf(error: unknown): string {
  const message = isRecord(error) ? error['message'] : error;
  const line = typeof message === 'string' ? message.split('\n').find((each) => each.trim() !== '') : undefined;
  return line ?? 'without a message';
}

/** A package may be there because of another one: only a project that lists it formats with it. */
function findPrettier(folder: string): Prettier | undefined {
  const place = foldersFrom(folder).find((each) => 'prettier' in dependenciesOf(readManifest(each) ?? {}));
  if (place === undefined) return undefined;
  try {
    const load = createRequire(join(place, 'package.json'));
    return load('prettier') as Prettier;
  } catch {
    // It is listed, but not installed.
    return undefined;
  }
}

function foldersFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}
