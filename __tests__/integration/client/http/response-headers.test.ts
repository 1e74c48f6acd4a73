import { evaluate } from '../../../../src/assertions/evaluate';
import { responseSubject } from '../../../../src/assertions/subject';
import { createClient } from '../../../../src/client/client';
import { receivedHeaders, responseHeaders } from '../../../../src/client/http/response-headers';
import { type AppServer, startAppServer } from '../../../support/app-server';

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

function ask(headers: Record<string, string | string[]>) {
  server.respond('POST /workflows/v1/auth', { json: 1, headers });
  return createClient({ serverHost: server.url }).auth();
}

it.each<[string | string[], string[]]>([
  ['a=1', ['a=1']],
  [['a=1'], ['a=1']],
  [
    ['a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT', 'b=2'],
    ['a=1; Expires=Thu, 01 Jan 2026 00:00:00 GMT', 'b=2'],
  ],
])('set-cookie is a list: %j', async (sent, received) => {
  const response = await ask({ 'Set-Cookie': sent });
  expect(response.headers['set-cookie']).toEqual(received);
  const checks = {
    '$http.headers.set-cookie.0': received[0],
    '$http.headers.set-cookie.-1': received.at(-1),
    '$http.headers.set-cookie.*': (cookie: string) => cookie.includes('='),
  };
  expect(evaluate(responseSubject(response), checks).map(({ passed }) => passed)).toEqual([true, true, true]);
});

it('other repeated headers are joined, and no cookie is no header', async () => {
  const { headers } = await ask({ 'X-Two': ['b', 'c'] });
  expect(headers['x-two']).toBe('b, c');
  expect(headers).not.toHaveProperty('set-cookie');
});

/** As it goes over the wire: each byte a character. */
const wire = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

it.each([
  ['UTF-8', wire('Zoë, 日本 😀'), 'Zoë, 日本 😀'],
  ['ASCII', 'plain', 'plain'],
  ['ISO-8859-1, which is not valid UTF-8', 'Zo\xeb', 'Zo\xeb'],
  ['half a UTF-8 character', 'x\xe2\x82', 'x\xe2\x82'],
  ['both, which is not valid UTF-8', `${wire('ë')} \xeb`, `${wire('ë')} \xeb`],
])('a value in %s', async (_name, sent, received) => {
  const response = await ask({ 'x-name': sent, 'set-cookie': [`name=${sent}`] });
  expect(response.headers['x-name']).toBe(received);
  expect(response.headers['set-cookie']).toEqual([`name=${received}`]);
});

it('is decoded once', () => {
  const twice = wire(wire('é'));
  expect(responseHeaders(receivedHeaders({ 'X-A': twice }))).toEqual({ 'x-a': wire('é') });
});
