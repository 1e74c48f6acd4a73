import type TypeScript from 'typescript';
import type { ModuleStyle } from './module-style';

/** Names that are imported from this package, and where further ones can be added. */
interface OwnImport {
  readonly names: readonly string[];
  /** The offset after the last name. */
  readonly end: number;
}

/** What is known about a file that gets another export. */
export interface ExistingFile {
  readonly text: string;
  /** `undefined` if it has neither imports nor exports. */
  readonly style: ModuleStyle | undefined;
  /** The names that are declared or imported at its top level, and those of its exports. */
  readonly taken: ReadonlySet<string>;
  readonly exports: ReadonlySet<string>;
  readonly own: OwnImport | undefined;
  /** The offset at which an import can be added. */
  readonly top: number;
  /** The names of its scenarios, as far as they are written out, and the line of each. */
  readonly scenarioLines: ReadonlyMap<string, number>;
}

const PACKAGE = 'jest-connector';

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
  const exports = statements.flatMap((statement) => exportedBy(ts, statement));
  return {
    text,
    style: styleOfStatements(ts, statements),
    taken: new Set([...taken, ...exports]),
    exports: new Set(exports),
    own: statements.map((statement) => ownImport(ts, statement)).find((found) => found !== undefined),
    top: topOf(ts, statements),
    scenarioLines: scenarioLinesOf(text),
  };
}

type Ts = typeof TypeScript;

function scenarioLinesOf(text: string): Map<string, number> {
  const found = [...text.matchAll(/\bname:\s*(['"`])([^'"`\n]+)\1/g)];
  // Of several scenarios with the same name, the first one.
  return new Map(found.reverse().map(({ 2: name = '', index }) => [name, text.slice(0, index).split('\n').length]));
}

function styleOfStatements(ts: Ts, statements: readonly TypeScript.Statement[]): ModuleStyle | undefined {
  const isModule = statements.some(
    (each) =>
      ts.isImportDeclaration(each) ||
      ts.isExportDeclaration(each) ||
      ts.isExportAssignment(each) ||
      isExported(ts, each),
  );
  if (isModule) return 'import';
  return statements.some((each) => /\brequire\(|\bexports\b/.test(each.getText())) ? 'require' : undefined;
}

function isExported(ts: Ts, statement: TypeScript.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function declaredBy(ts: Ts, statement: TypeScript.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(ts, name));
  }
  if (ts.isImportDeclaration(statement)) return importedNames(ts, statement);
  const { name } = statement as { name?: TypeScript.Node };
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

function boundNames(ts: Ts, name: TypeScript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(ts, element.name)));
}

function importedNames(ts: Ts, { importClause }: TypeScript.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  const named =
    bindings === undefined
      ? []
      : ts.isNamespaceImport(bindings)
        ? [bindings.name.text]
        : bindings.elements.map(({ name }) => name.text);
  return [...(importClause?.name === undefined ? [] : [importClause.name.text]), ...named];
}

function exportedBy(ts: Ts, statement: TypeScript.Statement): string[] {
  if (isExported(ts, statement)) return declaredBy(ts, statement);
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause !== undefined &&
    ts.isNamedExports(statement.exportClause)
  ) {
    return statement.exportClause.elements.map(({ name }) => name.text);
  }
  const text = statement.getText();
  const [, single] = /^(?:module\.)?exports\.(\w+)\s*=/.exec(text) ?? [];
  if (single !== undefined) return [single];
  const [, listed] = /^module\.exports\s*=\s*\{([^]*)\};?$/.exec(text) ?? [];
  return listed === undefined ? [] : listed.split(',').flatMap((part) => /^\s*(\w+)/.exec(part)?.[1] ?? []);
}

/** `import { … } from 'jest-connector'`, or the same with `require`; a renamed name is not usable by its own. */
function ownImport(ts: Ts, statement: TypeScript.Statement): OwnImport | undefined {
  if (ts.isImportDeclaration(statement)) {
    const { moduleSpecifier, importClause } = statement;
    const bindings = importClause?.namedBindings;
    const isOwn = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === PACKAGE;
    if (
      !isOwn ||
      bindings === undefined ||
      !ts.isNamedImports(bindings) ||
      /^import\s+type\b/.test(statement.getText())
    )
      return undefined;
    const plain = bindings.elements.filter(({ propertyName, isTypeOnly }) => propertyName === undefined && !isTypeOnly);
    return { names: plain.map(({ name }) => name.text), end: endOfLast(bindings.elements) };
  }
  const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (declaration === undefined || !ts.isObjectBindingPattern(declaration.name)) return undefined;
  if (!new RegExp(`^require\\((['"\`])${PACKAGE}\\1\\)$`).test(declaration.initializer?.getText() ?? ''))
    return undefined;
  const { elements } = declaration.name;
  const plain = elements.filter(({ propertyName }) => propertyName === undefined);
  return { names: plain.flatMap(({ name }) => boundNames(ts, name)), end: endOfLast(elements) };
}

function endOfLast(elements: TypeScript.NodeArray<TypeScript.Node>): number {
  return elements.at(-1)?.getEnd() ?? elements.pos;
}

/** After a directive such as `'use strict'`, and before the first import. */
function topOf(ts: Ts, statements: readonly TypeScript.Statement[]): number {
  const first = statements.find(
    (statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)),
  );
  return first?.getStart() ?? 0;
}
