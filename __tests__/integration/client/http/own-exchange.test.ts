import axios from 'axios';
import { createClient } from '../../../../src/client/client';
import type { Exchange } from '../../../../src/client/client-options';
import { type AppServer, startAppServer } from '../../../support/app-server';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

/** What is recorded of a request through an axios instance that has no defaults of its own, or without one. */
async function recorded(headers: Readonly<Record<string, string>>, call: 'auth' | 'health', instance: boolean) {
  const exchanges: Exchange[] = [];
  const through = instance ? { axios: axios.create({ validateStatus: () => true }) } : {};
  const client = createClient({ serverHost: server.url, headers, ...through }, (exchange) => exchanges.push(exchange));
  await (call === 'auth' ? client.auth({ credentials: { name: 'ü' } }) : client.health());
  const [{ request, response, error, attempts } = {} as Exchange] = exchanges;
  return { request, status: response?.status, headers: response?.headers, body: response?.body, error, attempts };
}

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['no headers', {}],
  ['headers of its own', { 'x-b': '1', 'X-A': '2' }],
  ['white space around a value', { 'x-a': ' \t a b \t' }],
  ['an empty value', { 'x-a': '' }],
  ['a value of Latin-1', { 'x-a': '\u00a0é\u00a0' }],
  ['a content type', { 'content-type': 'application/vnd.x+json' }],
  ['what it accepts', { accept: 'text/html', 'accept-encoding': 'identity' }],
  ['an empty accept-encoding', { 'accept-encoding': '' }],
  ['a user agent', { 'user-agent': 'mine' }],
  ['a content length', { 'content-length': '12' }],
])('a request with %s is the one that axios would make', async (_name, headers) => {
  server.respond('POST /workflows/v1/auth', {
    json: { success: true },
    headers: { 'set-cookie': 'a=b', 'X-Up': ' v ' },
  });
  const own = await recorded(headers, 'auth', false);
  const theirs = await recorded(headers, 'auth', true);
  const timeless = ({ headers: { date: _date, ...rest } = {}, ...each }: typeof own) => ({ ...each, headers: rest });
  expect(timeless(own)).toEqual(timeless(theirs));
  expect(server.requests[0]?.headers).toEqual(server.requests[1]?.headers);

  if ('content-length' in headers) return;
  expect((await recorded(headers, 'health', false)).request).toEqual((await recorded(headers, 'health', true)).request);
});
