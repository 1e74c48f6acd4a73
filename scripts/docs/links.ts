import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readPage, ROOT } from './pages';

/** The broken links of a page, whose file or heading doesn't exist in the repository, each with its page. */
export function brokenLinks(path: string): string[] {
  return linksOf(readPage(path))
    .filter((link) => !/^[a-z]+:/i.test(link) && !isFound(path, link))
    .map((link) => `${path}: ${link}`);
}

/** The targets of all links and images in Markdown. */
export function linksOf(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map((match) => match[1] as string);
}

function isFound(path: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : posix.join(posix.dirname(path), decodeURI(file));
  if (target.startsWith('..') || !existsSync(join(ROOT, target))) return false;
  return anchor === undefined || (target.endsWith('.md') && anchorsOf(readPage(target)).includes(anchor));
}

/** The anchors that GitHub gives to the headings. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutFences(markdown).matchAll(/^#{1,6} (.*)$/gm)].map((match) => {
    const slug = slugOf(match[1] as string);
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

function slugOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** The Markdown with fenced blocks replaced by empty lines, so that line numbers don't change. */
export function withoutFences(markdown: string): string {
  return markdown.replace(/^( *)(`{3,})[^]*?^\1\2 *$/gm, (block) => block.replace(/[^\n]/g, ''));
}

/** The Markdown without fenced blocks and code spans. */
export function withoutCode(markdown: string): string {
  return withoutFences(markdown).replace(/(`+)[^`\n]+\1/g, '``');
}
