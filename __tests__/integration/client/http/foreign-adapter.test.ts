import zlib from 'node:zlib';
import axios, { type AxiosAdapter, type AxiosInstance } from 'axios';
import { createClient } from '../../../../src/client/client';
import { type AppServer, type Reply, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';

const ROUTE = 'POST /workflows/v1/auth';
const JSON_TYPE = { 'content-type': 'application/json' };

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

function ask(reply: Reply, instance: AxiosInstance, timeout = 5_000) {
  server.respond(ROUTE, reply);
  return createClient({ serverHost: server.url, axios: instance, timeout }).auth();
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const INSTANCES: [string, () => AxiosInstance][] = [
  ['our adapter', () => axios.create()],
  ["axios' adapter http", () => axios.create({ adapter: 'http' })],
  ["axios' adapter fetch", () => axios.create({ adapter: 'fetch' })],
  ['an adapter around http', () => axios.create({ adapter: (config) => axios.getAdapter('http')(config) })],
];

describe.each(INSTANCES)("a user's instance with %s", (_name, create) => {
  it.each([200, 422])('decodes by the charset, under %s', async (status) => {
    const headers = { 'content-type': 'application/json; charset=iso-8859-1' };
    const response = await ask({ status, raw: latin('{"a":"Caf\xe9"}'), headers }, create());
    expect(response).toMatchObject({ status, body: { a: 'Café' }, size: 12 });
  });

  it('fails for bytes that are not valid', async () => {
    for (const status of [200, 500]) {
      const error = await rejection(ask({ status, raw: latin('{"a":"Caf\xe9"}'), headers: JSON_TYPE }, create()));
      expect(error.code).toBe('RESPONSE_UNREADABLE');
      expect(error.what).toContain(`returned ${status} with a body that isn't valid in its charset, utf-8.`);
      expect(error.why).toContain('the first invalid byte is 0xE9 at offset 9 of 12;');
    }
  });

  it('does not decode a zip', async () => {
    const reply = { raw: latin('PK\x03\x04\xff'), headers: { 'content-type': 'application/zip' } };
    expect(await ask(reply, create())).toMatchObject({ body: '', size: 5 });
  });

  it('decompresses', async () => {
    const reply = { raw: zlib.gzipSync('{"a":1}'), headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } };
    expect((await ask(reply, create())).body).toEqual({ a: 1 });
  });

  it('ignores what is no compression', async () => {
    const reply = { raw: '{"a":1}', headers: { ...JSON_TYPE, 'content-encoding': 'utf-8' } };
    expect((await ask(reply, create())).body).toEqual({ a: 1 });
  });

  it('has a list of cookies, and UTF-8 headers', async () => {
    const headers = { 'set-cookie': ['a=1', 'b=2'], 'x-name': Buffer.from('Zoë').toString('latin1') };
    const response = await ask({ json: 1, headers }, create());
    expect(response.headers).toMatchObject({ 'set-cookie': ['a=1', 'b=2'], 'x-name': 'Zoë' });
  });

  it('cannot make an answer of a body that broke off', async () => {
    const error = await rejection(ask({ json: { a: 'x'.repeat(1_000) }, fault: 'half' }, create()));
    expect(error.code).toBe('REQUEST_FAILED');
  });

  it('nor of one that does not end', async () => {
    const error = await rejection(ask({ json: { a: 'x'.repeat(1_000) }, fault: 'stall' }, create(), 200));
    expect(error.code).toBe('REQUEST_TIMEOUT');
  });

  it('nor of one that says gzip and is not', async () => {
    const reply = { raw: '{"success":true}', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } };
    const error = await rejection(ask(reply, create()));
    expect(error.code).toBe('RESPONSE_UNREADABLE');
    expect(error.what).toMatch(/ returned (200|a response) with a body that can't be decompressed\.$/);
    expect(error.why).toContain('incorrect header check');
    expect(error.message).not.toContain('crashed');
  });

  it('shows interceptors an axios error for a body that is unreadable', async () => {
    const instance = create();
    const seen: boolean[] = [];
    instance.interceptors.response.use(undefined, (error) => {
      seen.push(axios.isAxiosError(error));
      return Promise.reject(error as Error);
    });
    await rejection(ask({ raw: latin('\xe9'), headers: JSON_TYPE }, instance));
    expect(seen).toEqual([true]);
  });
});

it("axios' adapter http says what is wrong with the compression, as ours does", async () => {
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
  const error = await rejection(ask({ raw: '{"success":true}', headers }, axios.create({ adapter: 'http' })));
  expect(error.code).toBe('RESPONSE_UNREADABLE');
  expect(error.why).toContain('content-encoding is "gzip", but the body isn\'t gzip data');
});

it.each(['http', undefined] as const)(
  'the limit holds for what is decompressed, with the adapter %s',
  async (adapter) => {
    const instance = axios.create({ maxContentLength: 10_000, ...(adapter && { adapter }) });
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    const error = await rejection(ask({ raw: zlib.gzipSync(' '.repeat(1_000_000)), headers }, instance));
    expect(error.code).toBe('RESPONSE_TOO_LARGE');
  },
);

it('no limit is no obstacle', async () => {
  const instance = axios.create({ maxContentLength: Infinity });
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
  expect((await ask({ raw: zlib.gzipSync('{"a":1}'), headers }, instance)).body).toEqual({ a: 1 });
});

it.each<[string, unknown, unknown, number | undefined]>([
  ['a string', '{"a":"ü"}', { a: 'ü' }, 10],
  ['bytes', Buffer.from('{"a":"ü"}'), { a: 'ü' }, 10],
  ['an ArrayBuffer', new Uint8Array(Buffer.from('{"a":1}')).buffer, { a: 1 }, 7],
  ['a value', { a: 1 }, { a: 1 }, undefined],
  ['nothing', undefined, '', undefined],
])('an adapter of their own may return %s', async (_name, data, body, size) => {
  const adapter: AxiosAdapter = (config) =>
    Promise.resolve({ status: 200, statusText: '', headers: { 'Content-Type': 'application/json' }, data, config });
  const response = await ask({}, axios.create({ adapter }));
  expect(response.body).toEqual(body);
  expect(response.size).toBe(size);
});

it('an adapter of their own may reject for a status without a body', async () => {
  const adapter: AxiosAdapter = (config) => {
    const response = { status: 404, statusText: '', headers: {}, data: undefined, config };
    return Promise.reject(new axios.AxiosError('Request failed with status code 404', 'ERR', config, null, response));
  };
  expect(await ask({}, axios.create({ adapter }))).toMatchObject({ status: 404, body: '' });
});

test('an adapter that only ends when it is aborted timed out', async () => {
  const adapter: AxiosAdapter = (config) =>
    new Promise((_resolve, reject) => {
      const aborted = () => reject(new axios.CanceledError());
      (config.signal as AbortSignal).addEventListener('abort', aborted);
    });
  expect((await rejection(ask({}, axios.create({ adapter }), 50))).code).toBe('REQUEST_TIMEOUT');
});
