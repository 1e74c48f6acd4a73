import { Buffer } from 'node:buffer';
import { createClient } from '../../../../src/client/client';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';

const ROUTE = 'POST /workflows/v1/auth';

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

function ask(raw: Buffer | string, contentType?: string, headers = {}) {
  server.respond(ROUTE, { raw, headers: { ...headers, ...(contentType && { 'content-type': contentType }) } });
  return createClient({ serverHost: server.url }).auth();
}

const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bytes = (text: string, ...tail: (number | string)[]) =>
  Buffer.concat(
    [text, ...tail].map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.of(part))),
  );

describe('JSON is decoded by its charset', () => {
  it.each<[string, Buffer, string]>([
    ['iso-8859-1', bytes('{"a":"Caf\xe9"}'), 'Café'],
    ['latin1', bytes('{"a":"Caf\xe9"}'), 'Café'],
    ['latin-1', bytes('{"a":"Caf\xe9"}'), 'Café'],
    ['"ISO-8859-1"', bytes('{"a":"Caf\xe9"}'), 'Café'],
    ["'iso-8859-1'", bytes('{"a":"Caf\xe9"}'), 'Café'],
    [' iso-8859-1 ; profile="x"', bytes('{"a":"Caf\xe9"}'), 'Café'],
    ['windows-1252', bytes('{"a":"5 \x80, it\x92s"}'), '5 €, it’s'],
    ['Windows-1250', bytes('{"a":"\xe8"}'), 'č'],
    ['cp1251', bytes('{"a":"\xcf\xf0\xe8\xe2\xe5\xf2"}'), 'Привет'],
    ['windows-1253', bytes('{"a":"\xe1"}'), 'α'],
    ['koi8-r', bytes('{"a":"\xf0"}'), 'П'],
    ['iso-8859-15', bytes('{"a":"\xa4"}'), '€'],
    ['Shift_JIS', bytes('{"a":"\x83e\x83X\x83g"}'), 'テスト'],
    ['sjis', bytes('{"a":"\x83\x5c"}'), 'ソ'],
    ['euc-jp', bytes('{"a":"\xa4\xa2"}'), 'あ'],
    ['gbk', bytes('{"a":"\xd6\xd0"}'), '中'],
    ['big5', bytes('{"a":"\xa4\xa4"}'), '中'],
    ['euc-kr', bytes('{"a":"\xc7\xd1"}'), '한'],
    ['utf-8', Buffer.from('{"a":"ü"}'), 'ü'],
    ['UTF8', Buffer.from('{"a":"ü"}'), 'ü'],
    ['utf_8', Buffer.from('{"a":"ü"}'), 'ü'],
    ['', Buffer.from('{"a":"ü"}'), 'ü'],
    ['us-ascii', Buffer.from('{"a":"u"}'), 'u'],
    ['utf-16', utf16le('\uFEFF{"a":"ü"}'), 'ü'],
    ['utf-16', utf16be('\uFEFF{"a":"ü"}'), 'ü'],
    ['utf-16', utf16le('{"a":"ü😀"}'), 'ü😀'],
    ['UTF-16', utf16be('{"a":"ü😀"}'), 'ü😀'],
    ['utf-16le', utf16le('{"a":"ü"}'), 'ü'],
    ['utf-16be', utf16be('{"a":"ü"}'), 'ü'],
    ['utf-16be', utf16be('\uFEFF{"a":"ü"}'), 'ü'],
    ['iso-8859-1', Buffer.from('\uFEFF{"a":"ü"}'), 'ü'],
  ])('%s: %#', async (charset, raw, a) => {
    const response = await ask(raw, `application/json; charset=${charset}`);
    expect(response.body).toEqual({ a });
    expect(response.size).toBe(raw.length);
  });

  it.each([
    ['UTF-16 LE with a byte order mark', utf16le('\uFEFF{"a":"ü"}')],
    ['UTF-16 BE with a byte order mark', utf16be('\uFEFF{"a":"ü"}')],
    ['UTF-16 LE', utf16le('{"a":"ü"}')],
    ['UTF-16 BE', utf16be('{"a":"ü"}')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF{"a":"ü"}')],
  ])('%s, which no charset names', async (_name, raw) => {
    expect((await ask(raw, 'application/json')).body).toEqual({ a: 'ü' });
    expect((await ask(raw, 'application/problem+json')).body).toEqual({ a: 'ü' });
  });
});

describe('text', () => {
  it.each<[string, Buffer, string]>([
    ['text/plain; charset=iso-8859-1', bytes('Caf\xe9'), 'Café'],
    ['text/csv;charset=windows-1252', bytes('5 \x80'), '5 €'],
    ['text/plain; charset=utf-16', utf16be('Привет мир'), 'Привет мир'],
    ['text/plain', utf16le('\uFEFFПривет'), 'Привет'],
    ['text/plain', Buffer.from('\uFEFFü'), 'ü'],
    ['text/html; x="; charset=utf-16"; charset=utf-8', Buffer.from('ü'), 'ü'],
    ['text/html', bytes('<html><meta charset="windows-1252"><p>5 \x80'), '<html><meta charset="windows-1252"><p>5 €'],
    ['text/html', Buffer.from('<meta charset=utf-16>ü'), '<meta charset=utf-16>ü'],
    [
      'application/xml',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>'),
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
    ],
    ['application/atom+xml; charset=iso-8859-1', bytes('<a>\xe9</a>'), '<a>é</a>'],
    ['image/svg+xml', Buffer.from('<svg>ü</svg>'), '<svg>ü</svg>'],
    ['application/yaml', Buffer.from('a: ü'), 'a: ü'],
    ['application/x-www-form-urlencoded', Buffer.from('a=1'), 'a=1'],
    ['application/javascript', Buffer.from('a'), 'a'],
  ])('%s: %#', async (contentType, raw, body) => {
    expect((await ask(raw, contentType)).body).toBe(body);
  });
});

describe('bytes that are not valid in their charset', () => {
  it.each<[contentType: string, raw: Buffer, charset: string, place: [byte: string, offset: number]]>([
    ['application/json', bytes('{"a":"Caf\xe9"}'), 'utf-8', ['0xE9', 9]],
    ['application/json; charset=utf-8', bytes('{"a":"\xc3\xbc\xff"}'), 'utf-8', ['0xFF', 8]],
    ['application/json; charset=utf-8', bytes('{"a":"\xe2\x82'), 'utf-8', ['0xE2', 6]],
    ['application/json; charset=utf-8', bytes('{"a":"\xc0\xaf"}'), 'utf-8', ['0xC0', 6]],
    ['application/json; charset=utf-8', bytes('{"a":"\xed\xa0\x80"}'), 'utf-8', ['0xED', 6]],
    ['application/problem+json', bytes('\xff{}'), 'utf-8', ['0xFF', 0]],
    ['application/x-ndjson', bytes('{"a":1}\n{"a":"\xe9"}'), 'utf-8', ['0xE9', 14]],
    ['text/plain', bytes('Caf\xe9'), 'utf-8', ['0xE9', 3]],
    ['text/html', bytes(`${'x'.repeat(200_000)}\xe9!`), 'utf-8', ['0xE9', 200_000]],
    ['text/plain', bytes(`${'x'.repeat(65_535)}\xe2(`), 'utf-8', ['0xE2', 65_535]],
    ['text/plain', bytes(`${'x'.repeat(65_534)}\xe2\x82(`), 'utf-8', ['0xE2', 65_534]],
    ['application/soap+xml', bytes('<a>\xe9</a>'), 'utf-8', ['0xE9', 3]],
    ['application/json; charset=us-ascii', Buffer.from('{"a":"ü"}'), 'us-ascii', ['0xC3', 6]],
    ['application/json; charset=Shift_JIS', bytes('{"a":"\x83\xff"}'), 'Shift_JIS', ['0x83', 6]],
    ['application/json; charset=euc-kr', bytes('{"a":"\xff"}'), 'euc-kr', ['0xFF', 6]],
    ['text/plain; charset=windows-1253', bytes('abc\xff'), 'windows-1253', ['0xFF', 3]],
    ['text/plain; charset=utf-16le', bytes('a\x00\x00\xd8b\x00'), 'utf-16le', ['0x00', 2]],
    ['text/plain; charset=utf-16be', bytes('\x00a\x00'), 'utf-16be', ['0x00', 2]],
  ])('%s fails with its place: %#', async (contentType, raw, charset, [byte, offset]) => {
    const error = await rejection(ask(raw, contentType));
    expect(error).toMatchObject({
      code: 'RESPONSE_UNREADABLE',
      what: `POST ${server.url}/workflows/v1/auth returned 200 with a body that isn't valid in its charset, ${charset}.`,
    });
    expect(error.why).toContain(`the first invalid byte is ${byte} at offset ${offset} of ${raw.length};`);
    expect(error.why).toContain(JSON.stringify(contentType));
    expect(error.fix).toBeTruthy();
  });

  it('shows where the body starts', async () => {
    const { why } = await rejection(ask(bytes(`{"a":"Caf\xe9"}${' '.repeat(300)}`), 'application/json'));
    expect(why).toMatch(/\nthe first 200 of 312 bytes: \{"a":"Caf\uFFFD"\}/);
  });

  it('shows no secret, in whichever charset it is', async () => {
    learnSecretsOf({ credentials: { password: 'Zoë-Xq!2-planted' } });
    const latin = await rejection(ask(bytes('{"a":"Zo\xeb-Xq!2-planted"}'), 'application/json'));
    expect(latin.why).toContain('\nthe body is not shown because it contains a secret');
    const mixed = await rejection(ask(bytes(`"Zo\xc3\xab-Xq!2-planted"\xff`), 'application/json'));
    expect(latin.message + mixed.message).not.toContain('planted');
  });

  it('names a content encoding that was ignored', async () => {
    const error = await rejection(ask(bytes('\xff\x06sNaPpY'), 'application/json', { 'content-encoding': 'foo' }));
    expect(error.why).toContain('(after content-encoding "foo")');
  });
});

it.each(['klingon', 'utf-7', 'utf-32', 'replacement', 'iso-2022-kr', 'utf-8,utf-16'])(
  'the unknown charset %s fails, whatever the bytes are',
  async (charset) => {
    const error = await rejection(ask('{"a":1}', `application/json; charset="${charset}"`));
    expect(error).toMatchObject({
      code: 'RESPONSE_UNREADABLE',
      what: expect.stringContaining("returned 200 with a body that is in a charset that Node can't decode.") as string,
    });
    expect(error.why).toContain(`the charset "${charset}" is named by the content type`);
  },
);

it.each([
  ['utf-32le', bytes('\xff\xfe\x00\x00{\x00\x00\x00')],
  ['utf-32be', bytes('\x00\x00\x00{\x00\x00\x00}')],
])('%s is not taken for UTF-16', async (charset, raw) => {
  expect((await rejection(ask(raw, 'application/json'))).why).toContain(`the charset "${charset}"`);
});

it.each([
  'application/zip',
  'application/zip; charset=utf-8',
  'application/octet-stream',
  'application/vnd.apache.parquet',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'IMAGE/PNG',
  'audio/mpeg',
  'multipart/mixed; boundary=x',
])('%s is not decoded', async (contentType) => {
  for (const raw of [bytes('PK\x03\x04\xff\xfe\x00'), bytes('plain')]) {
    const response = await ask(raw, contentType);
    expect(response).toMatchObject({
      status: 200,
      body: '',
      size: raw.length,
      headers: { 'content-type': contentType },
    });
  }
});

it.each<[string, Buffer, unknown]>([
  ['JSON', Buffer.from('{"a":"ü"}'), { a: 'ü' }],
  ['JSON as UTF-16 with a byte order mark', utf16le('\uFEFF{"a":"ü"}'), { a: 'ü' }],
  ['text', Buffer.from('ü'), 'ü'],
  ['bytes', bytes('PK\x03\x04\xff\xfe\x00'), ''],
])('without a content type: %s', async (_name, raw, body) => {
  expect(await ask(raw)).toMatchObject({ body, size: raw.length });
});
