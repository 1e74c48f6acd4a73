import type { Query } from '../../apis/api-request';
import { ConnectorTestError } from '../../errors';
import { jsonText } from '../../json/exact-json';
import { HALF_CHARACTER } from '../../json/half-character';

/** Parts of a path that a URL parser would silently drop or replace. */
const CHANGED_IN_PATH: readonly (readonly [RegExp, string])[] = [
  [HALF_CHARACTER, 'half of a character (a lone surrogate)'],
  // eslint-disable-next-line no-control-regex
  [/[\0-\x1f\x7f]/, 'a control character, such as a line break'],
  [/#/, 'a "#", which starts a fragment that would not be sent'],
  [/\\/, 'a backslash, which would be sent as a slash'],
  [/^[^?]*\/(?:\.|%2e){1,2}(?:[/?]|$)/i, 'a segment "." or "..", which would be resolved before sending'],
];

/**
 * Builds the absolute URL of a request. Path prefixes and a query in the path are kept; slashes are not doubled.
 *
 * @throws ConnectorTestError INVALID_ARGS if the path or the query would not be sent as written.
 */
export function requestUrl(serverHost: string, path: string, query: Query = {}): string {
  const isLatestPath = latest?.serverHost === serverHost && latest.path === path;
  if (!isLatestPath) requirePath(path);
  const search = queryText(query);
  if (!isLatestPath || latest?.search !== search) {
    latest = { serverHost, path, search, url: joined(serverHost, path, search) };
  }
  return latest.url;
}

/** The latest URL and what it is made of, because most scenarios of a file have the same one. */
let latest: { readonly [part in 'serverHost' | 'path' | 'search' | 'url']: string } | undefined;

function joined(serverHost: string, path: string, query: string): string {
  const mark = path.indexOf('?');
  const pathname = mark < 0 ? path : path.slice(0, mark);
  const search = [mark < 0 ? '' : path.slice(mark + 1), query].filter(Boolean).join('&');
  return serverHost.replace(/\/+$/, '') + asSent(`/${pathname.replace(/^\/+/, '')}${search && `?${search}`}`);
}

/** Characters that a URL parser encodes; encoding them here makes the displayed URL the one that was sent. */
const ENCODED = /[^!-~]|["'<>`{}]/;

function asSent(path: string): string {
  if (!ENCODED.test(path)) return path;
  const { pathname, search } = new URL(`http://host${path}`);
  return pathname + search;
}

function requirePath(path: string): void {
  const found = CHANGED_IN_PATH.find(([pattern]) => pattern.test(`/${path}`));
  if (found === undefined) return;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid path ${JSON.stringify(path)}: it contains ${found[1]}; nothing was sent.`,
    fix: 'correct `endpoint`, or the `path` of the API in the option `apis`.',
  });
}

function queryText(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item: unknown) => [name, item] as const))
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${encoded(name, name)}=${encoded(text(value), name)}`)
    .join('&');
}

function encoded(part: string, name: string): string {
  if (!HALF_CHARACTER.test(part)) return encodeURIComponent(part);
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid query.${name}; nothing was sent.`,
    why: "it contains half of a character (a lone surrogate), which a URL can't contain.",
    fix: 'cut the string between whole characters, for example with `[...value].slice(0, n).join("")`.',
  });
}

function text(value: unknown): string {
  return typeof value === 'object' ? jsonText(value) : String(value);
}

/** A URL for messages: without user name, password and query values. */
export function displayUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1')
    .replace(/\?.*$/, (search) => search.replace(/=[^&#]*/g, '=…'));
}
