import {
  exactly,
  hashOf,
  isRestricted,
  listHash,
  NO_FILTER,
  parseHash,
  type Route,
  searchedParts,
  testHash,
} from '../../../../src/page/data/route';

const FILTER = { ...NO_FILTER, status: ['failed', 'flaky'], api: 'auth', tag: 'smoke', q: 'a & b=c', sort: 'slowest' };

test.each<[string, Route]>([
  ['#/', { view: 'overview' }],
  ['#/coverage', { view: 'coverage', isUnchecked: false }],
  ['#/coverage?fields=unchecked', { view: 'coverage', isUnchecked: true }],
  ['#?', { view: 'list', filter: NO_FILTER }],
  ['#?status=failed%2Cflaky&api=auth&tag=smoke&q=a+%26+b%3Dc&sort=slowest', { view: 'list', filter: FILTER }],
  ['#/test/3fa1c27b90de', { view: 'test', id: '3fa1c27b90de', filter: NO_FILTER }],
  ['#/test/3fa1c27b90de-2?api=auth', { view: 'test', id: '3fa1c27b90de-2', filter: { ...NO_FILTER, api: 'auth' } }],
])('%s is a place, and back', (hash, route) => {
  expect(parseHash(hash)).toEqual(route);
  expect(hashOf(route)).toBe(hash);
});

test.each<[string, Route]>([
  ['', { view: 'overview' }],
  ['#/nowhere', { view: 'overview' }],
  ['#/test/<script>', { view: 'overview' }],
  ['#?status=failed&sort=constructor&other=1', { view: 'list', filter: { ...NO_FILTER, status: ['failed'] } }],
  ['#?status=,,&q=%E0%A4%A', { view: 'list', filter: { ...NO_FILTER, q: '\uFFFD%A' } }],
])('%s is read without an error', (hash, route) => {
  expect(parseHash(hash)).toEqual(route);
});

test('addresses for links', () => {
  expect(listHash({ status: ['failed'] })).toBe('#?status=failed');
  expect(testHash('abc')).toBe('#/test/abc');
});

test('the order does not restrict the list', () => {
  expect(isRestricted({ ...NO_FILTER, sort: 'name' })).toBe(false);
  expect(isRestricted(FILTER)).toBe(true);
});

test('a search has words, or one exact part', () => {
  expect(searchedParts('  Auth  valid ')).toEqual(['auth', 'valid']);
  expect(searchedParts(exactly('received "Daily" twice'))).toEqual(['received "daily" twice']);
  expect(searchedParts('"')).toEqual(['"']);
  expect(searchedParts('')).toEqual([]);
});
