import type TypeScript from 'typescript';

/** The compiler, which is loaded when a file is read. */
export type Ts = typeof TypeScript;

/** The names that a statement declares or imports. */
export function declaredBy(ts: Ts, statement: TypeScript.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(ts, name));
  }
  if (ts.isImportDeclaration(statement)) return importedNames(ts, statement);
  const { name } = statement as { name?: TypeScript.Node };
  return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

/** The names of a variable, or of a pattern such as `{ a, b: [c] }`. */
export function boundNames(ts: Ts, name: TypeScript.BindingName): string[] {
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
