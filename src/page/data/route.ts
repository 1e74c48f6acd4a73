/** What the list shows. An empty string or list doesn't restrict it. */
export interface Filter {
  readonly status: readonly string[];
  readonly api: string;
  readonly tag: string;
  readonly project: string;
  /** Words that the name, file, block, API, tags or note must contain; in double quotes, an exact part of these. */
  readonly q: string;
  /** One of {@link SORTS}; an empty string is the order of the run. */
  readonly sort: string;
}

/** A place on the page; each has an address. */
export type Route =
  | { readonly view: 'overview' }
  /** `isUnchecked` shows only fields that no scenario checks. */
  | { readonly view: 'coverage'; readonly isUnchecked: boolean }
  | { readonly view: 'list'; readonly filter: Filter }
  | { readonly view: 'test'; readonly id: string; readonly filter: Filter };

export const NO_FILTER: Filter = { status: [], api: '', tag: '', project: '', q: '', sort: '' };

const UNCHECKED = 'fields=unchecked';

/** How the list may be sorted, with what each is called. */
export const SORTS: Readonly<Record<string, string>> = {
  '': 'Order of the run',
  status: 'Status',
  slowest: 'Slowest first',
  fastest: 'Fastest first',
  name: 'Name',
};

/** Reads an address such as `#?status=failed&q=auth` or `#/test/3fa1c27b90de`. */
export function parseHash(hash: string): Route {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  const [, id] = /^\/test\/([\w-]+)$/.exec(path) ?? [];
  if (id !== undefined) return { view: 'test', id, filter: parseFilter(query) };
  if (path === '/coverage') return { view: 'coverage', isUnchecked: query === UNCHECKED };
  return hash.includes('?') ? { view: 'list', filter: parseFilter(query) } : { view: 'overview' };
}

/** The address of a place. */
export function hashOf(route: Route): string {
  if (route.view === 'overview') return '#/';
  if (route.view === 'coverage') return `#/coverage${route.isUnchecked ? `?${UNCHECKED}` : ''}`;
  const query = queryOf(route.filter);
  if (route.view === 'list') return `#?${query}`;
  return `#/test/${route.id}${query === '' ? '' : `?${query}`}`;
}

/** The address of the list with a filter. */
export function listHash(filter: Partial<Filter>): string {
  return hashOf({ view: 'list', filter: { ...NO_FILTER, ...filter } });
}

/** A search for exactly this. */
export function exactly(words: string): string {
  return `"${words}"`;
}

/** What a search looks for: words, or an exact part. */
export function searchedParts(q: string): readonly string[] {
  const [, exact] = /^"([^]+)"$/.exec(q.trim()) ?? [];
  return exact === undefined ? q.toLowerCase().split(/\s+/).filter(Boolean) : [exact.toLowerCase()];
}

/** The address of a test. */
export function testHash(id: string, filter: Filter = NO_FILTER): string {
  return hashOf({ view: 'test', id, filter });
}

/** Whether a filter restricts the list; its order doesn't. */
export function isRestricted(filter: Filter): boolean {
  return queryOf({ ...filter, sort: '' }) !== '';
}

function parseFilter(query: string): Filter {
  const params = new URLSearchParams(query);
  const text = (name: string): string => params.get(name) ?? '';
  const sort = text('sort');
  return {
    status: text('status').split(',').filter(Boolean),
    api: text('api'),
    tag: text('tag'),
    project: text('project'),
    q: text('q'),
    sort: Object.hasOwn(SORTS, sort) ? sort : '',
  };
}

function queryOf({ status, ...texts }: Filter): string {
  const fields = Object.entries({ status: status.join(','), ...texts }).filter(([, text]) => text !== '');
  return new URLSearchParams(fields).toString();
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
