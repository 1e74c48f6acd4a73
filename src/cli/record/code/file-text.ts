import { OUR_NAME } from '../../project/our-files';
import type { RecordedRequest } from '../requests/record-request';
import type { ExistingFile } from './existing-file';
import { type FileParts, fileParts } from './file-parts';
import { importLine, type ModuleStyle } from './module-style';

/** What is written, and how. */
export interface FileContents {
  readonly recorded: readonly RecordedRequest[];
  /** The name of the export. */
  readonly exportName: string;
  readonly style: ModuleStyle;
}

/** The statements that are added to a file, and the names that they need from jest-connector. */
export interface AddedCode {
  readonly imports: readonly string[];
  readonly text: string;
}

/** A new file. */
export function newFileText({ recorded, exportName, style }: FileContents): string {
  const before = style === 'import' ? `export const ${exportName} = ` : `const ${exportName} = `;
  const parts = fileParts(recorded, before, (name) => name !== exportName);
  return paragraphs([
    importLine(style, parts.imports, OUR_NAME),
    ...parts.constants,
    `${before}${parts.scenarios};`,
    ...(style === 'import' ? [] : [`module.exports = { ${exportName} };`]),
  ]);
}

/** The code of a further export. */
export function addedCode({ recorded, exportName, style }: FileContents, taken: ReadonlySet<string>): AddedCode {
  const before = style === 'import' ? `export const ${exportName} = ` : `module.exports.${exportName} = `;
  const parts: FileParts = fileParts(recorded, before, (name) => name !== exportName && !taken.has(name));
  return { imports: parts.imports, text: paragraphs([...parts.constants, `${before}${parts.scenarios};`]) };
}

/** An existing file with a further export. Nothing else in it changes but its import from jest-connector. */
export function extendedText(existing: ExistingFile, added: AddedCode, style: ModuleStyle): string {
  const { text, own } = existing;
  const end = lineEndOf(text);
  const withLines = (lines: string): string => lines.replaceAll('\n', end);
  const missing = added.imports.filter((name) => !own.has(name));
  const { at, insertion } = missingImport(existing, missing, style);
  const extended = text.slice(0, at) + withLines(insertion) + text.slice(at);
  return `${extended}${withLines(blankLineAfter(extended))}${withLines(added.text)}`;
}

/** The one that most lines have. */
function lineEndOf(text: string): string {
  const long = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return long * 2 > all ? '\r\n' : '\n';
}

function missingImport(
  { text, open, top }: ExistingFile,
  missing: readonly string[],
  style: ModuleStyle,
): { readonly at: number; readonly insertion: string } {
  if (missing.length === 0) return { at: 0, insertion: '' };
  if (open !== undefined) return { at: open.end, insertion: `${open.isEmpty ? ' ' : ', '}${missing.join(', ')}` };
  // A file of comments only may end without a line end.
  const before = top === text.length && /[^\n]$/.test(text) ? '\n' : '';
  return { at: top, insertion: `${before}${importLine(style, missing, OUR_NAME)}\n` };
}

function blankLineAfter(text: string): string {
  if (/(?:^|\n\r?)\n$/.test(text)) return '';
  return text.endsWith('\n') ? '\n' : '\n\n';
}

/** A test that runs every export of the file of scenarios beside it. */
export function testText(module: string, style: ModuleStyle): string {
  const imports =
    style === 'import'
      ? [importLine(style, ['describeConnector'], OUR_NAME), `import * as recorded from '${module}';`]
      : [importLine(style, ['describeConnector'], OUR_NAME), `const recorded = require('${module}');`];
  const loop = [
    'for (const [name, scenarios] of Object.entries(recorded)) {',
    '  describeConnector(name, scenarios);',
    '}',
  ];
  return paragraphs([imports.join('\n'), loop.join('\n')]);
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
