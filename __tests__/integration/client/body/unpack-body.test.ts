import zlib from 'node:zlib';
import { createClient } from '../../../../src/client/client';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';

const ROUTE = 'POST /workflows/v1/auth';
const JSON_TEXT = '{"a":"ü"}';

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

function ask(raw: Buffer | string, contentEncoding: string, headers = {}) {
  server.respond(ROUTE, {
    raw,
    headers: { 'content-type': 'application/json', 'content-encoding': contentEncoding, ...headers },
  });
  return createClient({ serverHost: server.url }).auth();
}

it.each([
  'utf-8',
  'UTF-8',
  'none',
  'identity',
  '',
  ' ',
  ',',
  'aws-chunked',
  'binary',
  '8bit',
  'chunked',
  'iso-8859-1',
  'amz-1.0',
])('the token "%s" is no compression, and ignored', async (token) => {
  expect((await ask(JSON_TEXT, token)).body).toEqual({ a: 'ü' });
  expect((await ask(zlib.gzipSync(JSON_TEXT), `${token}, gzip`)).body).toEqual({ a: 'ü' });
});

it.each<[string, Buffer]>([
  ['GZIP', zlib.gzipSync(JSON_TEXT)],
  ['x-gzip', zlib.gzipSync(JSON_TEXT)],
  ['gzip;q=1', zlib.gzipSync(JSON_TEXT)],
  ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(JSON_TEXT))],
  ['br,gzip', zlib.gzipSync(zlib.brotliCompressSync(JSON_TEXT))],
  ['deflate , identity, gzip', zlib.gzipSync(zlib.deflateSync(JSON_TEXT))],
  ['gzip', Buffer.concat([zlib.gzipSync(JSON_TEXT.slice(0, 4)), zlib.gzipSync(JSON_TEXT.slice(4))])],
])('%s is undone', async (encoding, raw) => {
  expect(await ask(raw, encoding)).toMatchObject({ body: { a: 'ü' }, size: Buffer.byteLength(JSON_TEXT) });
});

it('comes before the charset, and before what is not decoded', async () => {
  const latin = Buffer.from(JSON_TEXT, 'latin1');
  const headers = { 'content-type': 'application/json; charset=iso-8859-1' };
  expect((await ask(zlib.gzipSync(latin), 'gzip', headers)).body).toEqual({ a: 'ü' });
  const zip = await ask(zlib.gzipSync(Buffer.alloc(1_234)), 'gzip', { 'content-type': 'application/zip' });
  expect(zip).toMatchObject({ body: '', size: 1_234 });
});

describe('what cannot be undone says so', () => {
  const WHAT = "returned 200 with a body that can't be decompressed.";

  it.each(['gzip', 'x-gzip', 'br', 'deflate'])('%s on plain JSON', async (encoding) => {
    const error = await rejection(ask('{"success":true, "data": {}}', encoding));
    expect(error.code).toBe('RESPONSE_UNREADABLE');
    expect(error.what).toBe(`POST ${server.url}/workflows/v1/auth ${WHAT}`);
    expect(error.why).toContain(`content-encoding is "${encoding}", but the body isn't ${encoding} data (`);
    expect(error.why).toContain('\nthe body: {"success":true, "data": {}}');
    expect(error.fix).toContain('remove that header');
    expect(error.message).not.toMatch(/crashed|broke off/);
  });

  it.each<[string, Buffer]>([
    ['gzip', zlib.gzipSync(JSON_TEXT.repeat(50))],
    ['br', zlib.brotliCompressSync(JSON_TEXT.repeat(50))],
    ['deflate', zlib.deflateSync(JSON_TEXT.repeat(50))],
  ])('%s that is cut', async (encoding, raw) => {
    const cut = raw.subarray(0, raw.length - 6);
    const error = await rejection(ask(cut, encoding));
    expect(error.code).toBe('RESPONSE_UNREADABLE');
    expect(error.why).toBe(
      `content-encoding is "${encoding}", but the ${encoding} data ends too early (unexpected end of file); ${cut.length} bytes arrived.`,
    );
  });

  it('the outer of two is named', async () => {
    const error = await rejection(ask(zlib.brotliCompressSync(JSON_TEXT), 'gzip, br'));
    expect(error.why).toContain(`content-encoding is "gzip", but the body isn't gzip data`);
  });

  it.each(['compress', 'x-compress', 'lzma', 'xz', 'bzip2', 'snappy', 'x-snappy-framed', 'lz4', 'dcb', 'exi', 'sdch'])(
    '%s is not supported',
    async (encoding) => {
      const error = await rejection(ask('\x1f\x9d\x90', encoding));
      expect(error.code).toBe('RESPONSE_UNREADABLE');
      expect(error.why).toBe(`content-encoding is "${encoding}", which isn't supported.`);
      expect(error.fix).toContain('gzip, deflate, br or zstd');
    },
  );

  it('more compressions than anybody needs', async () => {
    const error = await rejection(ask('x', 'gzip, gzip, gzip, gzip, gzip, gzip'));
    expect(error.why).toBe('content-encoding lists 6 compressions; at most 5 are supported.');
  });

  it('a secret in the body stays hidden', async () => {
    process.env['UNPACK_TEST_PASSWORD'] = 'k9-Xq!2-long-enough';
    const error = await rejection(ask(`{"echo":"k9-Xq!2-long-enough"}`, 'gzip'));
    delete process.env['UNPACK_TEST_PASSWORD'];
    expect(error.message).toContain('[redacted]');
    expect(error.message).not.toContain('k9-Xq');
  });
});

// Frames of one raw block: as `zstd` writes them for what is not worth compressing.
const zstdFrame = (text: string): Buffer => {
  const content = Buffer.from(text);
  const block = (content.length << 3) | 1;
  const head = [0x28, 0xb5, 0x2f, 0xfd, 0x20, content.length, block & 0xff, (block >> 8) & 0xff, block >> 16];
  return Buffer.concat([Buffer.from(head), content]);
};

const canZstd = 'zstdDecompressSync' in zlib;

(canZstd ? it : it.skip)('zstd is undone where Node can', async () => {
  expect((await ask(zstdFrame(JSON_TEXT), 'zstd')).body).toEqual({ a: 'ü' });
  const error = await rejection(ask('{"a":1}', 'zstd'));
  expect(error.why).toContain(`content-encoding is "zstd", but the body isn't zstd data (`);
});

(canZstd ? it.skip : it)('zstd says which Node can where this one cannot', async () => {
  const error = await rejection(ask(zstdFrame(JSON_TEXT), 'zstd'));
  expect(error).toMatchObject({
    code: 'RESPONSE_UNREADABLE',
    why: `content-encoding is "zstd", which Node ${process.version} can't read.`,
    fix: expect.stringContaining('Node 22.15 or later') as string,
  });
});
