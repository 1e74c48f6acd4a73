import type { Query } from '../apis/api-request';
import { jsonText } from '../exact-json';

/** The absolute URL of a request: prefixes are kept, slashes not doubled, a query of the path's own too. */
export function requestUrl(serverHost: string, path: string, query: Query = {}): string {
  const mark = path.indexOf('?');
  const pathname = mark < 0 ? path : path.slice(0, mark);
  const search = [mark < 0 ? '' : path.slice(mark + 1), queryText(query)].filter(Boolean).join('&');
  return `${serverHost.replace(/\/+$/, '')}/${pathname.replace(/^\/+/, '')}${search && `?${search}`}`;
}

function queryText(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((item: unknown) => [name, item] as const))
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(text(value))}`)
    .join('&');
}

function text(value: unknown): string {
  return typeof value === 'object' ? jsonText(value) : String(value);
}

/** A URL for messages: without user name and password, and without the values of its query. */
export function displayUrl(url: string): string {
  return url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1')
    .replace(/\?.*$/, (search) => search.replace(/=[^&#]*/g, '=…'));
}
