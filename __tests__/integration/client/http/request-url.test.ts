import { createClient } from '../../../../src/client/client';
import { displayUrl, requestUrl } from '../../../../src/client/http/request-url';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';
import { HALF_CHARACTERS } from '../../../support/unsendable-samples';

const GOOD = { username: 'test_user', password: 'test_pass' };
const OWN = { item: { method: 'GET', path: '/items/{id}' }, list: { method: 'GET', path: '/items' } } as const;

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const client = (options: object = {}) => createClient({ serverHost: server.url, ...options });

it.each([
  ['http://h:1', '/a', 'http://h:1/a'],
  ['http://h:1/', 'a', 'http://h:1/a'],
  ['http://h:1/apps/demo', '/a/b', 'http://h:1/apps/demo/a/b'],
  ['http://h:1/apps/demo//', '//a', 'http://h:1/apps/demo/a'],
  ['http://h:1', '', 'http://h:1/'],
])('%s and %s make %s', (host, path, url) => {
  expect(requestUrl(host, path)).toBe(url);
});

it('makes each URL of its own parts, whatever the one before was', () => {
  const urls = [
    requestUrl('http://one', '/a', { q: 1 }),
    requestUrl('http://one', '/a', { q: 2 }),
    requestUrl('http://one', '/a'),
    requestUrl('http://one', '/a'),
    requestUrl('http://two', '/a'),
    requestUrl('http://two', '/b'),
  ];
  expect(urls).toEqual([
    ...['http://one/a?q=1', 'http://one/a?q=2', 'http://one/a', 'http://one/a'],
    ...['http://two/a', 'http://two/b'],
  ]);
});

it('writes the query: arrays repeat, objects are JSON, null and undefined are left out', () => {
  const query = { q: 'a b&c', tags: ['x', 'y'], filter: { a: 1 }, n: 0, no: null, un: undefined };
  expect(requestUrl('http://h', '/s', query)).toBe('http://h/s?q=a%20b%26c&tags=x&tags=y&filter=%7B%22a%22%3A1%7D&n=0');
});

it.each([
  ['/a b/é', {}, '/a%20b/%C3%A9'],
  [`/it's/<x>`, {}, `/it's/%3Cx%3E`],
  [`/a?q='x' y`, {}, '/a?q=%27x%27%20y'],
  ['/a', { q: "it's" }, '/a?q=it%27s'],
  ['/%zz/a%20b/[1]/a//b', {}, '/%zz/a%20b/[1]/a//b'],
])('%s with %j is shown as it is sent', (path, query, sent) => {
  const url = requestUrl('http://h:80/base', path, query);
  expect(url).toBe(`http://h:80/base${sent}`);
  expect(new URL(url).href).toBe(`http://h/base${sent}`);
});

it("keeps the path's own query", () => {
  expect(requestUrl('http://h', '/start?entrypoint=miner', { a: 1 })).toBe('http://h/start?entrypoint=miner&a=1');
});

it('shows a URL without its secrets', () => {
  expect(displayUrl('https://me:s3cret@h:1/a@b?token=s3cret&x=1')).toBe('https://h:1/a@b?token=…&x=…');
});

it.each(HALF_CHARACTERS)('%j is refused in a URL with the field, and nothing is sent', async (half) => {
  const one = client({ apis: OWN });
  const refused: [Promise<unknown>, RegExp][] = [
    [one.call('item' as 'auth', { id: half }), /"id"/],
    [one.call('list' as 'auth', { q: half }), /query\.q/],
    [one.call('list' as 'auth', { q: ['a', half] }), /query\.q/],
    [one.call('list' as 'auth', { [half]: 1 }), /query\./],
    [one.call('auth', {}, { query: { q: half } }), /query\.q/],
    [one.call('workflow', { credentials: GOOD }, { query: { q: half } }), /query\.q/],
    [one.call('workflow', { credentials: GOOD }, { entrypoint: half }), /query\.entrypoint/],
    [one.call('workflow', { credentials: GOOD }, { endpoint: `/a${half}` }), /Invalid path/],
    [one.config({ configWorkflowId: half }), /configWorkflowId/],
    [one.config({ configWorkflowId: 'a', type: half }), /query\.type/],
    [one.status(half, 'run'), /workflowId/],
    [one.stop('id', half), /runId/],
    [one.result(half), /workflowId/],
    [client({ query: { q: half } }).health(), /query\.q/],
  ];
  for (const [call, field] of refused) {
    expect(await rejection(call)).toMatchObject({ code: 'INVALID_ARGS', what: expect.stringMatching(field) as string });
  }
  expect(server.requests).toEqual([]);
});

it.each(['/a#b', '/a\nb', '/a\tb', '/../a', '/a/./b', '/a/%2E%2e', '/a\\b'])(
  'a path that would be sent as another one is refused: %j',
  async (endpoint) => {
    expect(await rejection(client().workflow({ credentials: GOOD }, { endpoint }))).toMatchObject({
      code: 'INVALID_ARGS',
    });
    expect(server.requests).toEqual([]);
  },
);
