import type TypeScript from 'typescript';
import { declaredBy, type Ts } from './declared-names';
import type { ModuleStyle } from './module-style';

/** How a file imports and exports; `undefined` if it does neither. */
export function styleOfStatements(ts: Ts, statements: readonly TypeScript.Statement[]): ModuleStyle | undefined {
  const isModule = statements.some(
    (each) =>
      ts.isImportDeclaration(each) ||
      ts.isImportEqualsDeclaration(each) ||
      ts.isExportDeclaration(each) ||
      ts.isExportAssignment(each) ||
      isExported(ts, each),
  );
  if (isModule) return 'import';
  return statements.some((each) => /\brequire\(|\bexports\b/.test(each.getText())) ? 'require' : undefined;
}

/** The names that a statement exports, as far as they are written out. */
export function exportedBy(
  ts: Ts,
  statement: TypeScript.Statement,
  statements: readonly TypeScript.Statement[],
): string[] {
  if (isExported(ts, statement)) return declaredBy(ts, statement);
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    if (clause === undefined) return [];
    return ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [clause.name.text];
  }
  if (!ts.isExpressionStatement(statement)) return [];
  const [, single] = /^(?:module\.)?exports\.(\w+)\s*=/.exec(statement.getText()) ?? [];
  if (single !== undefined) return [single];
  const value = assignedExports(ts, statement.expression);
  const { properties = [] } = (value && objectOf(ts, value, statements)) ?? {};
  return properties.flatMap(({ name }) => name?.getText() ?? []);
}

/** The statement whose exports are a single value, so that no further one can be added; with its line. */
export function closedExport(ts: Ts, statements: readonly TypeScript.Statement[]): string | undefined {
  const closed = statements.find((statement) => {
    if (ts.isExportAssignment(statement)) return statement.isExportEquals === true;
    if (!ts.isExpressionStatement(statement)) return false;
    const value = assignedExports(ts, statement.expression);
    return value !== undefined && !isExports(value) && objectOf(ts, value, statements) === undefined;
  });
  if (closed === undefined) return undefined;
  const text = closed.getText().split(/\s*=/)[0] ?? '';
  const { line } = closed.getSourceFile().getLineAndCharacterOfPosition(closed.getStart());
  return `line ${line + 1}: \`${text} = …\``;
}

/** The value of `module.exports = …`, also of `exports = module.exports = …`. */
function assignedExports(ts: Ts, expression: TypeScript.Expression): TypeScript.Expression | undefined {
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  const { left, right } = expression;
  return isExports(left) ? (assignedExports(ts, right) ?? right) : undefined;
}

function isExports(expression: TypeScript.Expression): boolean {
  return /^(?:module\s*\.\s*)?exports$/.test(expression.getText());
}

/** An object literal, or that of a variable. */
function objectOf(
  ts: Ts,
  value: TypeScript.Expression,
  statements: readonly TypeScript.Statement[],
): TypeScript.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(value)) return value;
  if (!ts.isIdentifier(value)) return undefined;
  const declarations = statements.flatMap((each) =>
    ts.isVariableStatement(each) ? [...each.declarationList.declarations] : [],
  );
  const initializer = declarations.find(({ name }) => name.getText() === value.text)?.initializer;
  return initializer !== undefined && ts.isObjectLiteralExpression(initializer) ? initializer : undefined;
}

function isExported(ts: Ts, statement: TypeScript.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
