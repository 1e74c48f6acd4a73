import { displayUrl, requestUrl } from '../../../src/client/request-url';

it.each([
  ['http://h:1', '/a', 'http://h:1/a'],
  ['http://h:1/', 'a', 'http://h:1/a'],
  ['http://h:1/apps/demo', '/a/b', 'http://h:1/apps/demo/a/b'],
  ['http://h:1/apps/demo//', '//a', 'http://h:1/apps/demo/a'],
  ['http://h:1', '', 'http://h:1/'],
])('%s and %s make %s', (host, path, url) => {
  expect(requestUrl(host, path)).toBe(url);
});

it('writes the query: arrays repeat, objects are JSON, null and undefined are left out', () => {
  const query = { q: 'a b&c', tags: ['x', 'y'], filter: { a: 1 }, n: 0, no: null, un: undefined };
  expect(requestUrl('http://h', '/s', query)).toBe('http://h/s?q=a%20b%26c&tags=x&tags=y&filter=%7B%22a%22%3A1%7D&n=0');
});

it("keeps the path's own query", () => {
  expect(requestUrl('http://h', '/start?entrypoint=miner', { a: 1 })).toBe('http://h/start?entrypoint=miner&a=1');
});

it('shows a URL without its secrets', () => {
  expect(displayUrl('https://me:s3cret@h:1/a@b?token=s3cret&x=1')).toBe('https://h:1/a@b?token=…&x=…');
});
