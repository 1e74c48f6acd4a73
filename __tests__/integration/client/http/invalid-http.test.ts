import type net from 'node:net';
import { createClient } from '../../../../src/client/client';
import type { ConnectorTestError } from '../../../../src/errors';
import { rawListeners } from '../../../support/raw-listeners';
import { rejection } from '../../../support/rejection';

const listen = rawListeners();

describe('what is no answer', () => {
  const says = async (bytes: string | Buffer): Promise<ConnectorTestError> => {
    const port = await listen((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(bytes));
    });
    return rejection(createClient({ serverHost: `http://127.0.0.1:${port}` }).auth());
  };

  it.each([
    ['SSH', 'SSH-2.0-OpenSSH\r\n'],
    ['a page without a head', '<html>hi</html>'],
    ['FTP', '220 ready\r\n'],
    ['HTTP/2', Buffer.from([0, 0, 18, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 128])],
  ])('%s, which does not begin as HTTP does', async (_name, bytes) => {
    const { code, fix } = await says(bytes);
    expect({ code, fix }).toEqual({
      code: 'REQUEST_FAILED',
      fix: 'check `serverHost`: the server there does not use HTTP, or it uses https.',
    });
  });

  it.each([
    [
      'Content-Length with chunked',
      'content-length: 2\r\ntransfer-encoding: chunked\r\n',
      /Transfer-Encoding can't be present/,
    ],
    [
      'chunked with Content-Length',
      'transfer-encoding: chunked\r\ncontent-length: 2\r\n',
      /Content-Length can't be present/,
    ],
    ['two Content-Lengths', 'content-length: 2\r\ncontent-length: 3\r\n', /Content-Length/],
    ['a folded header', 'x-a: 1\r\n 2\r\n', /[Uu]nexpected whitespace after header value/],
    ['a Content-Length that is no number', 'content-length: two\r\n', /Invalid character in Content-Length/],
    ['a header without a colon', 'nothing\r\n', /Invalid header token/],
    ['a NUL', 'x-a: \0\r\n', /Invalid header value char/],
  ])('%s', async (_name, headers, reason) => {
    const error = await says(`HTTP/1.1 200 OK\r\n${headers}\r\n{}`);
    expect(error.what).toMatch(/^POST .* returned an invalid HTTP response\.$/);
    expect(error.why).toMatch(reason);
    expect(error.why).toMatch(/^the response head is not valid HTTP: .* \(HPE_\w+\)\.$/);
    expect(error.fix).not.toContain('does not speak HTTP');
  });

  it.each([
    ['a version that is not known', 'HTTP/9.9 200 OK\r\n\r\n'],
    ['a status that is no number', 'HTTP/1.1 2x0 OK\r\n\r\n'],
    ['a misspelt protocol', 'HTTQ/1.1 200 OK\r\n\r\n'],
  ])('%s', async (_name, head) => {
    expect((await says(head)).why).toMatch(/^the response head is not valid HTTP: /);
  });

  it('a broken chunk', async () => {
    const error = await says('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n');
    expect(error.why).toMatch(/^the response body is not valid HTTP: Invalid character in chunk size/);
  });

  it('headers over the limit', async () => {
    const error = await says(`HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(1_100_000)}\r\ncontent-length: 2\r\n\r\n{}`);
    expect(error.what).toContain('returned response headers that are too large');
    expect(error.fix).toContain('--max-http-header-size');
  });

  it.each([
    ['with an alert', Buffer.from([0x15, 3, 3, 0, 2, 2, 40])],
    ['without a word', ''],
  ])('http where TLS is spoken, and refused %s', async (_name, bytes) => {
    expect((await says(bytes)).fix).toContain('start `serverHost` with https://');
  });

  it.each(['', 'connection: upgrade\r\nupgrade: websocket\r\n'])('101, at once (%j)', async (headers) => {
    const port = await listen((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`));
    });
    const error = await rejection(createClient({ serverHost: `http://127.0.0.1:${port}` }).auth());
    expect(error).toMatchObject({
      code: 'REQUEST_FAILED',
      why: 'the server returned 101 Switching Protocols, which the request did not ask for',
    });
  });
});

describe('more than was announced', () => {
  const SURPLUS: readonly (readonly [string, string, string])[] = [
    ['204 with a body', 'HTTP/1.1 204 No Content\r\n\r\n', '{"a":1}'],
    ['bytes beyond Content-Length', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}', 'and more'],
    ['bytes beyond the last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n', 'x'],
    ['bytes behind `connection: close`', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}', 'x'],
  ];

  /** Answers each request so. */
  const serve = async (response: (socket: net.Socket) => void) => {
    let connections = 0;
    const port = await listen((socket) => {
      connections += 1;
      socket.on('error', () => socket.destroy());
      socket.on('data', () => response(socket));
    });
    return { url: `http://127.0.0.1:${port}`, connections: () => connections };
  };

  it.each(SURPLUS)('%s, in one packet, passes on a connection that is dropped', async (_name, announced, more) => {
    const { url, connections } = await serve((socket) => socket.write(announced + more));
    const lines: string[] = [];
    const client = createClient({ serverHost: url }, undefined, { onSurplus: (line) => lines.push(line) });
    const [status, body] = announced.includes('204') ? [204, ''] : [200, {}];
    expect(await client.auth()).toMatchObject({ status, body });
    expect(await client.auth()).toMatchObject({ status, body });
    expect(connections()).toBe(2);
    expect(lines).toEqual(Array(2).fill(`POST ${url}/workflows/v1/auth`));
  });

  it.each(SURPLUS.slice(0, 3))('%s, in two packets, too', async (_name, announced, more) => {
    let surplusCame: () => void = () => undefined;
    const { url, connections } = await serve((socket) => {
      socket.write(announced);
      sendMore = () => socket.write(more);
    });
    let sendMore = (): unknown => undefined;
    const lines: string[] = [];
    const onSurplus = (line: string): void => {
      lines.push(line);
      surplusCame();
    };
    const client = createClient({ serverHost: url }, undefined, { onSurplus });
    for (let i = 0; i < 2; i += 1) {
      expect([200, 204]).toContain((await client.auth()).status);
      const came = new Promise<void>((resolve) => (surplusCame = resolve));
      await new Promise(setImmediate);
      sendMore();
      await came;
    }
    expect(connections()).toBe(2);
    expect(lines).toEqual(Array(2).fill(`POST ${url}/workflows/v1/auth`));
  });

  it('what a write is answered passes as well', async () => {
    const { url } = await serve((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}more'));
    expect(await createClient({ serverHost: url }).workflow({})).toMatchObject({ status: 200, body: {} });
  });

  it('an answer that is too short is still none', async () => {
    const { url } = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n{}'));
    expect((await rejection(createClient({ serverHost: url }).auth())).what).toContain('was cut off in the middle');
  });
});
