import { resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

/** A declared name of a type or module, with its TSDoc. */
export interface Declared {
  readonly name: string;
  /** The TSDoc without its tags. */
  readonly documentation: string;
  /** The content of `@default`. */
  readonly defaultValue: string | undefined;
  /** The content of each `@example`. */
  readonly examples: readonly string[];
  /** The content of `@throws`. */
  readonly throws: string | undefined;
  readonly optional: boolean;
  /** The declaration of a function or method as written, without its body; overloads in source order. */
  readonly signatures: readonly string[];
  /** The file of the declaration, relative to the root: `src/assertions/predicates/equality.ts`. */
  readonly file: string;
}

const ENTRIES = ['src/index.ts', 'src/jest/preset/preset.ts', 'matchers/types.ts'].map((path) => `${ROOT}/${path}`);
const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
};

/** Omits packages: loading their types takes most of the time, and nothing is read from them. */
function ownFilesOnly(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  host.resolveModuleNameLiterals = (names, file, _redirected, options) =>
    names.map(({ text }) =>
      text.startsWith('.') ? ts.resolveModuleName(text, file, options, host) : { resolvedModule: undefined },
    );
  return host;
}

/** The declarations in the sources, as seen by the compiler. */
export class Declarations {
  readonly #program = ts.createProgram(ENTRIES, OPTIONS, ownFilesOnly());
  readonly #checker = this.#program.getTypeChecker();

  /** The exports of the module `path`. */
  exportsOf(path: string): Declared[] {
    return this.#exported(path).map((symbol) => this.#declared(symbol));
  }

  /** The fields and functions of the exported type, or of the exported value, `name` of the module `path`. */
  membersOf(path: string, name: string): Declared[] {
    const symbol = this.#exported(path).find((each) => each.name === name);
    if (symbol === undefined) throw new Error(`${path} exports no ${name}.`);
    const isType = (symbol.flags & ts.SymbolFlags.Type) !== 0;
    const type = isType ? this.#checker.getDeclaredTypeOfSymbol(symbol) : this.#typeOfValue(symbol);
    const parts = type.isUnion() ? type.types : [type];
    const members = new Map<string, Declared>();
    // A field in several members of a union is documented once.
    for (const member of parts.flatMap((part) => part.getProperties()).map((each) => this.#declared(each))) {
      if (!members.get(member.name)?.documentation) members.set(member.name, member);
    }
    return [...members.values()];
  }

  #typeOfValue(symbol: ts.Symbol): ts.Type {
    const declaration = symbol.valueDeclaration;
    const value = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    // The type after `satisfies` may come from a package, and packages are omitted.
    if (value && ts.isSatisfiesExpression(value)) return this.#checker.getTypeAtLocation(value.expression);
    return this.#checker.getTypeOfSymbol(symbol);
  }

  #exported(path: string): ts.Symbol[] {
    const file = this.#program.getSourceFile(`${ROOT}/${path}`);
    const module = file && this.#checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${path} is no module of the program.`);
    return this.#checker.getExportsOfModule(module);
  }

  #declared(symbol: ts.Symbol): Declared {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const declared = isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    const tags = declared.getJsDocTags(this.#checker);
    const tagged = (name: string): string[] =>
      tags.filter((tag) => tag.name === name).map((tag) => ts.displayPartsToString(tag.text).trim());
    const declarations = declared.declarations ?? [];
    return {
      name: symbol.name,
      documentation: plain(ts.displayPartsToString(declared.getDocumentationComment(this.#checker))),
      defaultValue: tagged('default')[0],
      examples: tagged('example'),
      throws: tagged('throws')[0],
      optional: (declared.flags & ts.SymbolFlags.Optional) !== 0,
      signatures: signaturesOf(declarations),
      file: declarations[0]?.getSourceFile().fileName.slice(ROOT.length + 1) ?? '',
    };
  }
}

/** `{@link equals}` as Markdown. */
function plain(text: string): string {
  return text.replace(/\{@link (\w+)\}/g, '`$1`');
}

/** The overloads that a caller sees: all but the last, which has the body. */
function signaturesOf(declarations: readonly ts.Declaration[]): string[] {
  const functions = declarations.filter(
    (each): each is ts.FunctionDeclaration | ts.MethodSignature =>
      ts.isFunctionDeclaration(each) || ts.isMethodSignature(each),
  );
  const overloads = functions.filter((each) => !ts.isFunctionDeclaration(each) || each.body === undefined);
  return (overloads.length > 0 ? overloads : functions).map(signatureText);
}

function signatureText(node: ts.FunctionDeclaration | ts.MethodSignature): string {
  const body = ts.isFunctionDeclaration(node) ? node.body : undefined;
  const text = node.getSourceFile().text.slice(node.getStart(), body?.getFullStart() ?? node.getEnd());
  return text
    .replace(/^export (?:async )?function /, '')
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/,? \)/g, ')')
    .replace(/;$/, '')
    .trim();
}
