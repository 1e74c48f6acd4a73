import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dependenciesOf, readManifest } from '../../project/installed-package';

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
  /** Why Prettier failed, if it did. */
  readonly problem: string | undefined;
}

/** The Prettier of the project that a file belongs to, with its configuration; `undefined` if the project has none. */
export function projectFormatter(path: string): Formatter | undefined {
  const prettier = findPrettier(dirname(path));
  if (prettier === undefined) return undefined;
  let problem: string | undefined;
  const run = async <Result>(
    work: (options: object) => Result | Promise<Result>,
    otherwise: Result,
  ): Promise<Result> => {
    try {
      const config = (await prettier.resolveConfig(path, { editorconfig: true })) as object | null;
      return await work({ ...config, filepath: path });
    } catch (error) {
      problem ??= (error as Error).message;
      return otherwise;
    }
  };
  return {
    format: (text) => run((options) => prettier.format(text, options), text),
    isFormatted: (text) => run((options) => prettier.check(text, options), false),
    get problem() {
      return problem;
    },
  };
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
