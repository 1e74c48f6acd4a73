import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** A source file of the package. */
export interface SourceFile {
  /** From the root, with slashes: `src/jest/preset/preset.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** One import, `require` or re-export. */
export interface Import {
  /** From the root, without an ending, when it is ours; the package's name otherwise. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly typeOnly: boolean;
  /** Whether it is a `require`, which is run when the function around it is called. */
  readonly isLazy: boolean;
}

const IMPORT =
  /(import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\s+'([^']+)'|(?:(typeof |await )?import|require)\('([^']+)'\)/g;

/** All TypeScript files of `folders`, with what they import. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readSource(join(ROOT, folder, name))),
  );
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const code = text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const imports = [...code.matchAll(IMPORT)].map((match): Import => {
    const [, , type, from, bare, before, called] = match;
    const name = from ?? bare ?? called ?? '';
    const isOurs = name.startsWith('.');
    const isLazy = match[0].startsWith('require');
    const isCall = before === 'await ' || isLazy;
    const isTypeOf = called !== undefined && !isCall;
    return {
      target: isOurs ? fromRoot(resolve(file, '..', name)) : name,
      isOurs,
      typeOnly: type !== undefined || isTypeOf,
      isLazy,
    };
  });
  return { path: fromRoot(file), text: code, imports };
}

function fromRoot(path: string): string {
  return relative(ROOT, path).split(sep).join('/');
}
