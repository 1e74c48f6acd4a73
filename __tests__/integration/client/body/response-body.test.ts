import zlib from 'node:zlib';
import { evaluate } from '../../../../src/assertions/evaluate';
import { isType } from '../../../../src/assertions/predicates/kinds';
import { responseSubject } from '../../../../src/assertions/subject';
import { createClient } from '../../../../src/client/client';
import { type AppServer, type Reply, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';

const ROUTE = 'POST /workflows/v1/auth';
const JSON_TYPE = { 'content-type': 'application/json' };

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

function ask(reply: Reply) {
  server.respond(ROUTE, reply);
  return createClient({ serverHost: server.url }).auth();
}

it.each([
  ['an object', { a: { b: [1, null, true] } }],
  ['an array', [1, [2]]],
  ['a string', 'text'],
  ['a number', 4.5],
  ['false', false],
  ['null', null],
  ['an own __proto__', JSON.parse('{"__proto__": {"a": 1}}')],
])('%s', async (_name, json) => {
  expect((await ask({ json })).body).toStrictEqual(json);
});

it.each([
  'application/problem+json; charset=utf-8',
  'APPLICATION/JSON',
  'text/json',
  ' application/json ; charset=utf-8',
])('JSON under %s', async (contentType) => {
  expect((await ask({ raw: '{"a":"ü"}', headers: { 'content-type': contentType } })).body).toEqual({ a: 'ü' });
});

it.each(['text/plain', 'text/html', 'application/x-json'])('text under %s', async (contentType) => {
  expect((await ask({ raw: '{"a":1}', headers: { 'content-type': contentType } })).body).toBe('{"a":1}');
});

describe('JSON lines are a list of records', () => {
  const records = (raw: string, contentType = 'application/x-ndjson') =>
    ask({ raw, headers: { 'content-type': contentType } }).then(({ body }) => body as unknown);

  it.each([
    'application/x-ndjson',
    'application/ndjson; charset=utf-8',
    'APPLICATION/JSONL',
    'application/x-jsonl',
    'application/jsonlines',
    'application/x-jsonlines',
    'application/json-lines',
    'application/x-json-lines',
    'text/x-ndjson',
    'text/jsonl',
    'application/json-seq',
    'application/stream+json',
    'application/x-json-stream',
    'application/vnd.acme+jsonl',
  ])('under %s', async (contentType) => {
    expect(await records('{"name":"a"}\n{"name":"b"}\n', contentType)).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it.each<[string, unknown]>([
    ['{"a":1}', [{ a: 1 }]],
    ['{"a":1}\r\n\r\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ['\n  \n', []],
    ['1\n"x"\nnull\n[2]\n', [1, 'x', null, [2]]],
    ['{"a":"\u2028\u2029"}\n', [{ a: '\u2028\u2029' }]],
    ['\u001E{"a":1}\n\u001E{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['\u001E{\n"a":1\n}\n\u001E{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    ['\uFEFF{"a":1}\n', [{ a: 1 }]],
    ['', ''],
  ])('%j', async (raw, expected) => {
    expect(await records(raw)).toEqual(expected);
  });

  it('are reached by paths', async () => {
    const response = await ask({
      raw: '{"name":"a"}\n{"name":"b"}\n',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const outcomes = evaluate(responseSubject(response), { '0.name': 'a', '-1.name': 'b', '*.name': isType('string') });
    expect(outcomes.map(({ passed }) => passed)).toEqual([true, true, true]);
  });

  it('name the line that is broken', async () => {
    const error = await rejection(records('{"a":1}\n\n{"a":\n{"a":3}'));
    expect(error.code).toBe('INVALID_JSON');
    expect(error.what).toContain('(content type application/x-ndjson)');
    expect(error.why).toMatch(/^line 3: /);
    expect((await rejection(records('\u001E1\n\u001E{\n'))).why).toMatch(/^record 2: /);
    expect((await rejection(records('{"a":"\u001E"}'))).why).toMatch(/^line 1: /);
  });
});

it('without a content type: JSON if it is, else text', async () => {
  expect((await ask({ raw: '{"a":1}' })).body).toEqual({ a: 1 });
  expect((await ask({ raw: '{oops' })).body).toBe('{oops');
});

it.each([
  ['a JSON content type', { headers: JSON_TYPE }],
  ['none', {}],
  ['204', { status: 204, headers: JSON_TYPE }],
  ['gzip', { headers: { 'content-encoding': 'gzip' } }],
])('an empty body is an empty string, under %s', async (_name, reply) => {
  expect((await ask({ raw: '', ...reply })).body).toBe('');
});

it('a byte order mark is no part of it', async () => {
  expect((await ask({ raw: '\uFEFF{"a":1}', headers: JSON_TYPE })).body).toEqual({ a: 1 });
  expect((await ask({ raw: '\uFEFFtext', headers: { 'content-type': 'text/plain' } })).body).toBe('text');
});

it('20 MB', async () => {
  const json = Array.from({ length: 200_000 }, (_, id) => ({ id, name: 'ä'.repeat(40) }));
  // As strings: `toEqual` compares 200,000 objects for seconds.
  expect(JSON.stringify((await ask({ json })).body) === JSON.stringify(json)).toBe(true);
}, 20_000);

it.each([
  ['gzip', zlib.gzipSync],
  ['x-gzip', zlib.gzipSync],
  ['br', zlib.brotliCompressSync],
  ['deflate', zlib.deflateSync],
  ['deflate', zlib.deflateRawSync],
  ['identity', (bytes: Buffer) => bytes],
] as const)('packed with %s', async (encoding, pack) => {
  const raw = pack(Buffer.from('{"a":"ü"}'));
  const response = await ask({ raw, headers: { ...JSON_TYPE, 'content-encoding': encoding } });
  expect(response.body).toEqual({ a: 'ü' });
  expect(server.requests.at(-1)?.headers['accept-encoding']).toBe('gzip, deflate, br');
});

it('packed twice', async () => {
  const raw = zlib.brotliCompressSync(zlib.gzipSync('{"a":1}'));
  expect((await ask({ raw, headers: { ...JSON_TYPE, 'content-encoding': 'gzip, br' } })).body).toEqual({ a: 1 });
});

it('broken JSON is an error that shows its start', async () => {
  const error = await rejection(ask({ status: 502, raw: `<html>${'x'.repeat(500)}`, headers: JSON_TYPE }));
  expect(error.code).toBe('INVALID_JSON');
  expect(error.what).toBe(
    `${ROUTE.replace(' ', ` ${server.url}`)} returned 502 with an invalid JSON body (content type application/json).`,
  );
  expect(error.why).toContain(`the first 200 of 506 characters: <html>${'x'.repeat(194)}`);
  expect(error.why).not.toContain('x'.repeat(195));
  expect(error.fix).toBeTruthy();
});

it('has lower-case headers, repeated ones joined, but a list of cookies', async () => {
  const { headers } = await ask({
    json: 1,
    headers: { 'X-One': 'a', 'x-two': ['b', 'c'], 'Set-Cookie': ['d=1', 'e=2'] },
  });
  expect(headers).toMatchObject({ 'x-one': 'a', 'x-two': 'b, c', 'set-cookie': ['d=1', 'e=2'] });
});

it('a redirect is an answer', async () => {
  const response = await ask({ status: 307, headers: { location: '/elsewhere' } });
  expect(response).toMatchObject({ status: 307, body: '', headers: { location: '/elsewhere' } });
});
