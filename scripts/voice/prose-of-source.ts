import ts from 'typescript';

/** The comments and sentences of a TypeScript file, each at its line; all else is empty. */
export function proseOfSource(text: string, isJsx = false): string {
  const lines = text.split('\n').map(() => '');
  const source = ts.createSourceFile(isJsx ? 'source.tsx' : 'source.ts', text, ts.ScriptTarget.ES2022, true);
  const seen = new Set<number>();
  const add = (start: number, end: number): void => {
    if (seen.has(start)) return;
    seen.add(start);
    const first = source.getLineAndCharacterOfPosition(start).line;
    const prose = text.slice(start, end).split('\n');
    prose.forEach(
      (line, index) => (lines[first + index] += ` ${line.replace(/^\s*(?:\/\*\*?|\*\/?|\/\/)|\*\/\s*$/g, '')}`),
    );
  };
  const visit = (node: ts.Node): void => {
    const comments = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of comments) add(pos, end);
    const isString = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);
    // A string of one word is a name.
    if (isString && /\S\s\S/.test(node.text)) add(node.getStart(source), node.getEnd());
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return lines.map((line) => line.trim()).join('\n');
}
