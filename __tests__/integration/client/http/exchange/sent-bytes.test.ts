import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { exchangeOverHttp } from '../../../../../src/client/http/exchange/exchange-over-http';
import { rawListeners } from '../../../../support/raw-listeners';

const listen = rawListeners();

interface Sent {
  readonly method: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly userInfo?: string;
}

/** Responds to each request, and returns all bytes that were sent. */
async function withListener(host: string, use: (url: string) => Promise<unknown>): Promise<string> {
  let received = '';
  const listener = net.createServer((socket) =>
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      if (received.includes('\r\n\r\n')) socket.end('HTTP/1.1 204 No Content\r\n\r\n');
    }),
  );
  await new Promise<void>((resolve) => listener.listen(0, host, resolve));
  const { port } = listener.address() as AddressInfo;
  try {
    await use(`http://${host.includes(':') ? `[${host}]` : host}:${port}`);
  } finally {
    await new Promise((resolve) => listener.close(resolve));
  }
  return received.replaceAll(String(port), 'PORT');
}

const urlOf = (base: string, { path = '/', userInfo = '' }: Sent): string =>
  base.replace('//', userInfo === '' ? '//' : `//${userInfo}@`) + path;

const sentByUs = (sent: Sent, host: string): Promise<string> =>
  withListener(host, (base) => {
    const { method, headers = {}, body } = sent;
    return exchangeOverHttp({ method, url: urlOf(base, sent), headers, body, timeout: 5_000 });
  });

/** How Node sends it, when it is given the headers as an object. */
const sentByNode = (sent: Sent, host: string): Promise<string> =>
  withListener(
    host,
    (base) =>
      new Promise((resolve, reject) => {
        const { method, headers = {}, body } = sent;
        const request = http.request(urlOf(base, sent), { method, headers, agent: false });
        request.on('response', (response) => response.resume().on('end', resolve)).on('error', reject);
        request.end(body);
      }),
  );

/** The order of headers has no meaning. */
function parts(bytes: string): object {
  const [head = '', ...body] = bytes.split('\r\n\r\n');
  const [line, ...headers] = head.split('\r\n');
  return { line, headers: headers.sort(), body: body.join('\r\n\r\n') };
}

const BODY = '{"a":"ü"}';
const JSON_HEADERS = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(BODY)) };

test.each<[string, Sent]>([
  ['a body', { method: 'POST', path: '/a?b=c%20d', headers: JSON_HEADERS, body: BODY }],
  ['a POST without a body', { method: 'POST', headers: { accept: 'text/plain' } }],
  ['a PUT without a body', { method: 'PUT' }],
  ['a PATCH without a body', { method: 'PATCH' }],
  ['a GET', { method: 'GET', path: '/x' }],
  ['a GET with a body', { method: 'GET', headers: JSON_HEADERS, body: BODY }],
  ['a DELETE', { method: 'DELETE' }],
  ['a HEAD', { method: 'HEAD' }],
  ['an OPTIONS', { method: 'OPTIONS' }],
  ['a host of the user', { method: 'POST', headers: { ...JSON_HEADERS, host: 'other.example:81' }, body: BODY }],
  ['a length of the user', { method: 'POST', headers: { 'content-length': '0' } }],
  ['a connection header', { method: 'GET', headers: { connection: 'close' } }],
  ['user name and password', { method: 'POST', userInfo: 'me:p%40ss', headers: JSON_HEADERS, body: BODY }],
])('%s is sent as Node sends it', async (_what, sent) => {
  const ours = await sentByUs(sent, '127.0.0.1');

  expect(ours).toMatch(new RegExp(`^${sent.method} /.* HTTP/1.1\r\n`));
  expect(parts(ours)).toEqual(parts(await sentByNode(sent, '127.0.0.1')));
});

test('the host of an IPv6 address is in brackets', async () => {
  const sent = { method: 'GET' };
  const ours = await sentByUs(sent, '::1');

  expect(ours).toContain('\r\nHost: [::1]:PORT\r\n');
  expect(parts(ours)).toEqual(parts(await sentByNode(sent, '::1')));
});

test('a mock of node:http, such as nock, sees the headers as an object', async () => {
  const request = jest.spyOn(http, 'request');
  const sent = { method: 'POST', headers: JSON_HEADERS, body: BODY };
  await sentByUs(sent, '127.0.0.1');

  const [[options] = []] = request.mock.calls;
  expect(options).toMatchObject({ protocol: 'http:', hostname: '127.0.0.1', path: '/', headers: JSON_HEADERS });
  request.mockRestore();
});

test('a URL of another protocol is refused, not sent as http', async () => {
  const sending = withListener('127.0.0.1', (base) =>
    exchangeOverHttp({ method: 'POST', url: base.replace('http:', 'ftp:'), headers: {}, body: BODY, timeout: 5_000 }),
  );

  await expect(sending).rejects.toMatchObject({ kind: 'failed', reason: { code: 'ERR_INVALID_PROTOCOL' } });
});

test('the listener of a signal of one request is removed when the request ends', async () => {
  const abort = new AbortController();
  const remove = jest.spyOn(abort.signal, 'removeEventListener');
  await withListener('127.0.0.1', (url) =>
    exchangeOverHttp({ method: 'GET', url, headers: {}, timeout: 5_000, signal: abort.signal }),
  );

  expect(remove).toHaveBeenCalledTimes(1);
});

test.each(['signal', 'sharedSignal'] as const)('an abort of its %s ends a request', async (name) => {
  const abort = new AbortController();
  const port = await listen((socket) => socket.on('error', () => undefined).on('data', () => abort.abort()));
  const url = `http://127.0.0.1:${port}`;
  const sending = exchangeOverHttp({ method: 'GET', url, headers: {}, timeout: 5_000, [name]: abort.signal });

  await expect(sending).rejects.toMatchObject({ kind: 'aborted' });
});
