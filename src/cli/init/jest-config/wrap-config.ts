import type * as TypeScript from 'typescript';
import { type ConfigChange, inserted, type Insertion } from './config-edit';

/** The parts of our own config that are added to another one. */
export interface OwnParts {
  /** `globals: { connector: { … } },` */
  readonly globals: string;
  /** The statements that it needs, such as those that load `daprSidecar`. */
  readonly statements: readonly string[];
}

type Ts = typeof TypeScript;

/** Wraps the exported config in `withConnector`, and adds `globals.connector` where the config is an object. */
export function wrapConfig(text: string, isModule: boolean, own: OwnParts): ConfigChange {
  const ts = require('typescript') as Ts;
  const file = ts.createSourceFile('jest.config.ts', text, ts.ScriptTarget.Latest, true);
  const exported = exportedExpression(ts, file);
  if (exported === undefined) return { text, advice: `Wrap the exported config: withConnector({ …, ${own.globals} })` };
  const config = objectOf(ts, file, exported);
  const globals = config && insertGlobals(config, own.globals);
  const loading = isModule
    ? "import { withConnector } from 'jest-connector';"
    : "const { withConnector } = require('jest-connector');";
  const statements = [...own.statements.map((each) => (isModule ? asImport(each) : each)), loading];
  const wrapped = inserted(text, [
    { at: 0, text: `${merged(statements).join('\n')}\n\n` },
    { at: exported.getStart(), text: 'withConnector(' },
    { at: exported.getEnd(), text: ')' },
    ...(globals ?? []),
  ]);
  return globals === undefined
    ? { text: wrapped, advice: `Add this to the config: ${own.globals}` }
    : { text: wrapped };
}

/** `… = require('…')` and `import … from '…'` of one module become one statement. */
function merged(statements: readonly string[]): string[] {
  const named = /^(const|import) \{ (.*) \} (= require\(|from )'jest-connector'/;
  const [own, others] = [statements.filter((each) => named.test(each)), statements.filter((each) => !named.test(each))];
  const names = own.flatMap((each) => named.exec(each)?.[2] ?? []).join(', ');
  const [last = ''] = own.slice(-1);
  return [...others, last.replace(/\{ .* \}/, `{ ${names} }`)];
}

function asImport(statement: string): string {
  return statement.replace(/^const (\{.*\}) = require\((.*)\);$/, 'import $1 from $2;');
}

/** Of `module.exports = …` or `export default …`. */
function exportedExpression(ts: Ts, file: TypeScript.SourceFile): TypeScript.Expression | undefined {
  for (const statement of file.statements) {
    if (ts.isExportAssignment(statement)) return statement.expression;
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const { left, right } = statement.expression;
    if (left.getText() === 'module.exports') return right;
  }
  return undefined;
}

/** The object that an expression is, or that the variable it names is initialised with. */
function objectOf(
  ts: Ts,
  file: TypeScript.SourceFile,
  expression: TypeScript.Expression,
): TypeScript.ObjectLiteralExpression | undefined {
  if (ts.isObjectLiteralExpression(expression)) return expression;
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isAsExpression(expression)
  ) {
    return objectOf(ts, file, expression.expression);
  }
  if (!ts.isIdentifier(expression)) return undefined;
  const declarations = file.statements
    .filter(ts.isVariableStatement)
    .flatMap((each) => each.declarationList.declarations);
  const { initializer } = declarations.find(({ name }) => name.getText() === expression.text) ?? {};
  return initializer && objectOf(ts, file, initializer);
}

/** After the last property; `undefined` if there is a `globals`. */
function insertGlobals(config: TypeScript.ObjectLiteralExpression, globals: string): Insertion[] | undefined {
  const { properties } = config;
  if (properties.some(({ name }) => name?.getText().replace(/['"]/g, '') === 'globals')) return undefined;
  const last = properties.at(-1);
  if (last === undefined) return [{ at: config.getEnd() - 1, text: `\n  ${globals}\n` }];
  const separator = properties.hasTrailingComma ? '' : ',';
  const at = properties.hasTrailingComma ? properties.end : last.getEnd();
  const isOneLine = !config.getText().includes('\n');
  return [
    {
      at,
      text: `${separator}${isOneLine ? ' ' : '\n  '}${globals.replace(/,$/, properties.hasTrailingComma ? ',' : '')}`,
    },
  ];
}
