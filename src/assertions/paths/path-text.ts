import { nearestName } from '../../validation/problems';

/** The roots of paths, in addition to the body. */
export const ROOTS: readonly string[] = ['$http', '$workflow'];

/** `_http_status` is another name of `$http.status`. */
const BESIDE_BODY = /^\$|^_http_status$/;

/** `a[0]`, the notation of other tools. */
const BRACKETS = /\[(-?\d+|\*|'[^']*'|"[^"]*")\]/g;

/** A path split into its keys. */
export interface ParsedPath {
  /** The keys, unescaped; none for `''`, which means the whole response. */
  readonly segments: readonly string[];
  /** The problem of an invalid path. */
  readonly problem?: string | undefined;
}

/** Splits `text` at its dots; `\.` is a dot inside a key, `\\` a backslash, `\[` a bracket. */
export function parsePath(text: string): ParsedPath {
  if (text === '') return { segments: [] };
  const segments = text.includes('\\') ? splitEscaped(text) : text.split('.');
  return { segments, problem: textProblem(text, segments) };
}

/** Why `path` is invalid, as a sentence; `undefined` if it is valid. */
export function pathProblem(path: unknown): string | undefined {
  return typeof path === 'string' ? parsePath(path).problem : 'a path must be a string, such as "data.status"';
}

/** Joins `segments` to a path, with escapes. */
export function joinPath(segments: readonly string[]): string {
  return segments.map((segment) => segment.replace(/[\\.]/g, '\\$&').replace(BRACKETS, '\\$&')).join('.');
}

/** Whether the path refers to something beside the body, such as `$http.status`. */
export function isBesideBody([first = '']: readonly string[]): boolean {
  return BESIDE_BODY.test(first);
}

function splitEscaped(text: string): string[] {
  return [...text.matchAll(/(?:^|\.)((?:\\[^]|[^.\\])*)/g)].map((match) => unescape(match[1] ?? ''));
}

function unescape(segment: string): string {
  return segment.replace(/\\([^])/g, '$1');
}

function textProblem(text: string, segments: readonly string[]): string | undefined {
  if (text.trim() !== text) return `there is white space around the path; did you mean ${JSON.stringify(text.trim())}?`;
  if (text.replace(/\\[\\.[]/g, '').includes('\\')) {
    return 'a backslash is only allowed before a dot, a bracket or another backslash; write it twice';
  }
  const bare = text.replace(/\\[^]/g, '__');
  if (bare.search(BRACKETS) >= 0)
    return `brackets are not used; did you mean ${JSON.stringify(withoutBrackets(text))}?`;
  if (segments.includes('')) return `a key is missing beside a dot${dotsHint(segments)}`;
  return rootProblem(segments);
}

function withoutBrackets(text: string): string {
  return text
    .replace(BRACKETS, (_match, inner: string) => `.${inner.replace(/^['"]|['"]$/g, '').replace(/[\\.]/g, '\\$&')}`)
    .replace(/^\./, '');
}

function dotsHint(segments: readonly string[]): string {
  const kept = joinPath(segments.filter((segment) => segment !== ''));
  return kept === '' ? '' : `; did you mean ${JSON.stringify(kept)}?`;
}

function rootProblem([first = '', ...rest]: readonly string[]): string | undefined {
  if (!first.startsWith('$') || ROOTS.includes(first)) return undefined;
  const nearest = nearestName(first, ROOTS);
  return nearest && `there is no ${first}; did you mean ${JSON.stringify(joinPath([nearest, ...rest]))}?`;
}
