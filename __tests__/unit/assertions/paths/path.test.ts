import { parsePath, pathProblem, resolvePath } from '../../../../src/assertions/paths/path';
import { joinPath } from '../../../../src/assertions/paths/path-text';

const body = {
  data: {
    items: [
      { id: 1, tags: ['a', 'b'] },
      { id: 2, tags: [] },
    ],
    'a.b': 'dot',
    'c\\d': 'slash',
    none: null,
    gone: undefined,
  },
  '-1': 'own minus one',
  '*': 'own star',
  list: ['first', 'last'],
  map: { x: { n: 1 }, y: { n: 2 } },
  empty: [],
  text: 'abc',
};
const roots = { $http: { status: 200, headers: { 'content-type': 'text/plain' }, durationMs: 3 } };
const resolve = (path: string, of: unknown = body): ReturnType<typeof resolvePath> =>
  resolvePath({ body: of, roots }, path);

test.each<[string, unknown]>([
  ['', body],
  ['data.items.0.id', 1],
  ['data.items.-1.id', 2],
  ['data.items.-2.id', 1],
  ['data.a\\.b', 'dot'],
  ['data.c\\\\d', 'slash'],
  ['data.none', null],
  ['-1', 'own minus one'],
  ['*', 'own star'],
  ['list.1', 'last'],
  ['$http.status', 200],
  ['$http.headers.content-type', 'text/plain'],
  ['_http_status', 200],
  ['data.items.*.id', [1, 2]],
  ['map.*.n', [1, 2]],
  ['list.*', ['first', 'last']],
])('%j leads to its value', (path, value) => {
  expect(resolve(path)).toEqual({ found: true, value });
});

test.each([
  'data.gone',
  'data.none.x',
  'list.length',
  'list.2',
  'list.-3',
  'list.01',
  'list.-0',
  'list.1.5',
  'list. 0',
  'list.1e0',
  'text.0',
  'text.length',
  'data.constructor',
  'data.__proto__',
  'data.toString',
  'list.map',
  'list.at',
  'empty.*',
  'empty.*.x',
  'text.*',
  'data.items.*.tags.0',
  'data.items.*.nope',
  'map.*.m',
  '$http.size',
  '$workflow.status',
])('%j leads nowhere', (path) => {
  expect(resolve(path)).toMatchObject({ found: false, value: undefined });
});

test('a body may be an array or a scalar', () => {
  expect(resolve('1.a', [0, { a: 'x' }]).value).toBe('x');
  expect(resolve('', 'text')).toEqual({ found: true, value: 'text' });
  expect(resolvePath({ body: undefined, roots }, '').found).toBe(false);
  expect(resolve('*.id', [{ id: 1 }, { id: 2 }]).value).toEqual([1, 2]);
});

test('_http_status is the body’s own where the body has it, and missing where there is no answer', () => {
  expect(resolve('_http_status', { _http_status: 418 }).value).toBe(418);
  expect(resolvePath({ body: {}, roots: {} }, '_http_status').found).toBe(false);
});

test.each<[path: string, stoppedAt: string, kind: string, nearest: string | undefined]>([
  ['data.itms.0', 'data', 'an object with the keys "items", "a.b", "c\\\\d", "none", "gone"', 'data.items.0'],
  ['data.a.b', 'data', 'an object with the keys "items", "a.b", "c\\\\d", "none", "gone"', 'data.a\\.b'],
  ['data.none.x', 'data.none', 'null', undefined],
  ['text.x', 'text', 'the string "abc"', undefined],
  ['empty.0.x', 'empty', 'an empty array', undefined],
  ['list.7', 'list', 'an array of 2 items', undefined],
  ['data.items.*.nme', 'data.items.0', 'an object with the keys "id", "tags"', undefined],
  ['data.items.*.tag', 'data.items.0', 'an object with the keys "id", "tags"', 'data.items.0.tags'],
  ['data.items.*.tags.*', 'data.items.1.tags', 'an empty array', undefined],
  ['data.items.tags', 'data.items', 'an array of 2 items', 'data.items.0.tags'],
  ['$http.staus', '$http', 'an object with the keys "status", "headers", "durationMs"', '$http.status'],
  ['items.0.id', '', 'an object with the keys "data", "-1", "*", "list", "map", "empty", "text"', 'data.items.0.id'],
  ['result.items', '', 'an object with the keys "data", "-1", "*", "list", "map", "empty", "text"', 'data.items'],
])('%j says how far it got', (path, stoppedAt, stoppedAtKind, nearestPath) => {
  expect(resolve(path)).toEqual({ found: false, value: undefined, stoppedAt, stoppedAtKind, nearestPath });
});

test('a long list of keys is cut and counted', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, index]));
  expect(resolve('nothing', many).stoppedAtKind).toMatch(/^an object with the keys "key0", .*"key11", … 988 more$/);
});

test.each([
  ['data..x', /did you mean "data\.x"/],
  ['.data', /did you mean "data"/],
  ['data.', /did you mean "data"/],
  ['.', /a key is missing/],
  [' data', /white space around the path; did you mean "data"/],
  ['data\n', /white space/],
  ['data.items[0].id', /did you mean "data\.items\.0\.id"/],
  ['data["a.b"]', /did you mean "data\.a\\\\\.b"/],
  ['[0].id', /did you mean "0\.id"/],
  ['items[*]', /did you mean "items\.\*"/],
  ['a\\x', /write it twice/],
  ['a\\', /write it twice/],
  ['$htpp.status', /did you mean "\$http\.status"/],
  [5, /a path must be a string/],
  [undefined, /a path must be a string/],
])('%j is malformed', (path, problem) => {
  expect(pathProblem(path)).toMatch(problem);
});

test.each([
  '',
  'a',
  'a.-1.*',
  'with space.x',
  'a\\.b',
  'a\\\\',
  'a\\[0]',
  '$http.status',
  '$workflow.status',
  '$schema',
  '$id',
  'a[b]',
  'ключ',
])('%j is a path', (path) => {
  expect(pathProblem(path)).toBeUndefined();
});

test('joining is the opposite of parsing', () => {
  const segments = ['a.b', 'c\\d', 'e[0]', 'f[*][1]', '\\.', '0'];
  expect(pathProblem(joinPath(segments))).toBeUndefined();
  expect(parsePath(joinPath(segments)).segments).toEqual(segments);
});
