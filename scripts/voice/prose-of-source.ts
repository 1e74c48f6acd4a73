import ts from 'typescript';

/** The comments and strings of a TypeScript file, each at its line; all else is empty. */
export function proseOfSource(text: string): string {
  const lines = text.split('\n').map(() => '');
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true);
  const add = (start: number, prose: string): void => {
    const first = source.getLineAndCharacterOfPosition(start).line;
    prose.split('\n').forEach((each, index) => (lines[first + index] += ` ${each}`));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    // A string without a space is a name.
    if ((ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node)) && /\S\s\S/.test(node.text)) {
      add(node.getStart(source), node.getText(source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { start, comment } of commentsOf(text)) add(start, comment);
  return lines.join('\n');
}

function commentsOf(text: string): { readonly start: number; readonly comment: string }[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  const found: { start: number; comment: string }[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment = kind === ts.SyntaxKind.MultiLineCommentTrivia || kind === ts.SyntaxKind.SingleLineCommentTrivia;
    // The closing brace of `${…}` begins the rest of its template, which a scanner does not know by itself.
    if (kind === ts.SyntaxKind.CloseBraceToken && isInTemplate(text, scanner.getTokenStart())) continue;
    if (isComment) found.push({ start: scanner.getTokenStart(), comment: plain(scanner.getTokenText()) });
  }
  return found;
}
