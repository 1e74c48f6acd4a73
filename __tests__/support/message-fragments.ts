import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { sourceFiles } from './source-files';

/** The clauses of all strings and templates in the sources, of two words or more; the longest first. */
export function messageFragments(): string[] {
  const template = readFileSync(resolve(__dirname, '../../src/page/template.html'), 'utf8');
  const fragments = [
    ...sourceFiles('src', 'matchers').flatMap(({ path }) => fragmentsOf(path)),
    ...template.split(/<[^>]*>/),
  ];
  const clauses = fragments
    .flatMap((text) => text.replaceAll('’', "'").split(/[.,;:]+(?:\s|$)/))
    .map((text) => text.trim());
  return [...new Set(clauses)].filter((text) => /\S\s+\S/.test(text)).sort((a, b) => b.length - a.length);
}

function fragmentsOf(path: string): string[] {
  const file = resolve(__dirname, '../..', path);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The words of a message that are in no fragment and are no data, such as names, numbers and paths. */
export function unknownWords(message: string, fragments: readonly string[]): string[] {
  let rest = message;
  for (const fragment of fragments) rest = rest.split(fragment).join(' ');
  return rest
    .replace(/"[^"]*"|`[^`]*`/g, ' ')
    .split(/[\s,;:()]+/)
    .map((word) => word.replace(/[.?!]$/, ''))
    .filter((word) => /^[a-z][a-z']+$/i.test(word) && !/^[A-Z_]+$/.test(word));
}
