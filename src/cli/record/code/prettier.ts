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
  format(text: string): Promise<string>;
  /** Whether the code is formatted like that. */
  isFormatted(text: string): Promise<boolean>;
}

/** The Prettier of the project that a file belongs to, with its configuration; `undefined` if the project has none. */
export async function projectFormatter(path: string): Promise<Formatter | undefined> {
  const prettier = findPrettier(dirname(path));
  if (prettier === undefined) return undefined;
  const options = {
    ...((await prettier.resolveConfig(path, { editorconfig: true })) as object | null),
    filepath: path,
  };
  return {
    format: async (text) => prettier.format(text, options),
    isFormatted: async (text) => prettier.check(text, options),
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
