import type TypeScript from 'typescript';
import { OUR_NAME } from '../../project/our-files';
import { boundNames, type Ts } from './declared-names';

/** Where further names can be added to an import. */
export interface OpenImport {
  /** The offset after the last name. */
  readonly end: number;
  readonly isEmpty: boolean;
}

/** An import from this package. */
export interface OwnImport {
  /** The names that code can use: a renamed name is not usable by its own, and neither is a type. */
  readonly names: readonly string[];
  /** `undefined` if it has a rest element, which would lose the names that are added. */
  readonly open: OpenImport | undefined;
}

const REQUIRED = new RegExp(`^require\\((['"\`])${OUR_NAME}\\1\\)$`);

/** `import { … } from 'jest-connector'`, or the same with `require`. */
export function ownImports(ts: Ts, statement: TypeScript.Statement): OwnImport[] {
  if (ts.isImportDeclaration(statement)) return imported(ts, statement);
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (!ts.isObjectBindingPattern(name) || !REQUIRED.test(initializer?.getText() ?? '')) return [];
    const named = name.elements.filter((each) => each.propertyName === undefined && each.dotDotDotToken === undefined);
    const hasRest = name.elements.some(({ dotDotDotToken }) => dotDotDotToken !== undefined);
    const open = hasRest ? undefined : openAfter(name.elements);
    return [{ names: named.flatMap((each) => boundNames(ts, each.name)), open }];
  });
}

function imported(ts: Ts, statement: TypeScript.ImportDeclaration): OwnImport[] {
  const { moduleSpecifier, importClause } = statement;
  const bindings = importClause?.namedBindings;
  const isOwn = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === OUR_NAME;
  const isOfTypes = /^import\s+type\b/.test(statement.getText());
  if (!isOwn || isOfTypes || bindings === undefined || !ts.isNamedImports(bindings)) return [];
  const named = bindings.elements.filter(({ propertyName, isTypeOnly }) => propertyName === undefined && !isTypeOnly);
  return [{ names: named.map(({ name }) => name.text), open: openAfter(bindings.elements) }];
}

function openAfter(elements: TypeScript.NodeArray<TypeScript.Node>): OpenImport {
  return { end: elements.at(-1)?.getEnd() ?? elements.pos, isEmpty: elements.length === 0 };
}
