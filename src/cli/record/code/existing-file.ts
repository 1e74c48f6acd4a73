import type TypeScript from 'typescript';
import { declaredBy, type Ts } from './declared-names';
import { closedExport, exportedBy, styleOfStatements } from './file-exports';
import type { ModuleStyle } from './module-style';
import { type OpenImport, ownImports } from './own-imports';

/** What is known about a file that gets another export. */
export interface ExistingFile {
  readonly text: string;
  /** `undefined` if it has neither imports nor exports. */
  readonly style: ModuleStyle | undefined;
  /** The names that are declared or imported at its top level, and those of its exports. */
  readonly taken: ReadonlySet<string>;
  readonly exports: ReadonlySet<string>;
  /** The names that it imports from this package, and the import that gets further ones. */
  readonly own: ReadonlySet<string>;
  readonly open: OpenImport | undefined;
  /** The offset at which an import can be added. */
  readonly top: number;
  /** The names of its scenarios, as far as they are written out, and the line of each. */
  readonly scenarioLines: ReadonlyMap<string, number>;
  /** The statement because of which it can't get another export. */
  readonly closed: string | undefined;
}

/** Reads a file of code, or returns why it does not parse, with the line. */
export function readCode(path: string, text: string): ExistingFile | string {
  const ts = require('typescript') as typeof TypeScript;
  const [problem] =
    ts.transpileModule(text, { fileName: path, reportDiagnostics: true, compilerOptions: { allowJs: true } })
      .diagnostics ?? [];
  if (problem !== undefined) {
    const line = text.slice(0, problem.start ?? 0).split('\n').length;
    return `line ${line}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`;
  }
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const statements = [...source.statements];
  const taken = statements.flatMap((statement) => declaredBy(ts, statement));
  const exports = statements.flatMap((statement) => exportedBy(ts, statement, statements));
  const own = statements.flatMap((statement) => ownImports(ts, statement));
  return {
    text,
    style: styleOfStatements(ts, statements),
    taken: new Set([...taken, ...exports]),
    exports: new Set(exports),
    own: new Set(own.flatMap(({ names }) => names)),
    open: own.find(({ open }) => open !== undefined)?.open,
    top: topOf(ts, statements) ?? text.length,
    scenarioLines: scenarioLinesOf(text),
    closed: closedExport(ts, statements),
  };
}

function scenarioLinesOf(text: string): Map<string, number> {
  const found = [...text.matchAll(/\bname:\s*(['"`])([^'"`\n]+)\1/g)];
  // Of several scenarios with the same name, the first one.
  return new Map(found.reverse().map(({ 2: name = '', index }) => [name, text.slice(0, index).split('\n').length]));
}

/** After a directive such as `'use strict'`, and before the first import. */
function topOf(ts: Ts, statements: readonly TypeScript.Statement[]): number | undefined {
  const first = statements.find(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  return first?.getStart();
}
