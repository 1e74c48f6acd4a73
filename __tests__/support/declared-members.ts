import { resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(__dirname, '../..');

/** A name of a type or module, and what its TSDoc says. */
export interface DocumentedName {
  readonly name: string;
  readonly documentation: string;
}

/** The sources as the compiler sees them. */
export class DeclaredMembers {
  readonly #program = ts.createProgram([`${ROOT}/src/index.ts`, `${ROOT}/matchers/types.ts`], {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  readonly #checker = this.#program.getTypeChecker();

  /** What the module `path` exports. */
  exportsOf(path: string): DocumentedName[] {
    return this.#exported(path).map((symbol) => this.#documented(symbol));
  }

  /** The fields and functions of the exported type `name` of the module `path`, inherited ones too. */
  membersOf(path: string, name: string): DocumentedName[] {
    const symbol = this.#exported(path).find((each) => each.name === name);
    if (symbol === undefined) throw new Error(`${path} exports no ${name}.`);
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    const parts = type.isUnion() ? type.types : [type];
    const members = new Map<string, DocumentedName>();
    // A field of several parts of a union needs its words once.
    for (const member of parts.flatMap((part) => part.getProperties()).map((each) => this.#documented(each))) {
      if (!members.get(member.name)?.documentation) members.set(member.name, member);
    }
    return [...members.values()];
  }

  #exported(path: string): ts.Symbol[] {
    const file = this.#program.getSourceFile(`${ROOT}/${path}`);
    const module = file && this.#checker.getSymbolAtLocation(file);
    if (module === undefined) throw new Error(`${path} is no module of the program.`);
    return this.#checker.getExportsOfModule(module);
  }

  #documented(symbol: ts.Symbol): DocumentedName {
    const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    const declared = isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return {
      name: symbol.name,
      documentation: ts.displayPartsToString(declared.getDocumentationComment(this.#checker)),
    };
  }
}
