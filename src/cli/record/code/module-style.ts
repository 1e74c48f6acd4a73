import { extname } from 'node:path';

/** How a file imports and exports. */
export type ModuleStyle = 'import' | 'require';

/** The endings of files that scenarios can be written to. */
export const CODE_ENDINGS: readonly string[] = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/** Whether a file is TypeScript. */
export function isTypeScript(path: string): boolean {
  return /\.[cm]?ts$/.test(path);
}

/** How a new file imports, by its ending; that of `.js` depends on its package. */
export function styleOf(path: string, isModule: boolean): ModuleStyle {
  if (isTypeScript(path)) return 'import';
  const ending = extname(path);
  return ending === '.mjs' || (ending === '.js' && isModule) ? 'import' : 'require';
}

/** `import { a, b } from 'module';`, or the same with `require`; broken as Prettier does. */
export function importLine(style: ModuleStyle, names: readonly string[], module: string): string {
  const [before, after] =
    style === 'import' ? ['import ', ` from '${module}';`] : ['const ', ` = require('${module}');`];
  const line = `${before}{ ${names.join(', ')} }${after}`;
  if (line.length <= 80) return line;
  return `${before}{\n${names.map((name) => `  ${name},\n`).join('')}}${after}`;
}
