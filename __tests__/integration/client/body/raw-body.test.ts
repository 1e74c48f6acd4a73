import axios from 'axios';
import { type Client, createClient } from '../../../../src/client/client';
import type { Exchange } from '../../../../src/client/client-options';
import { redactText } from '../../../../src/redaction/process-redactor';
import { curlCommand } from '../../../../src/report/curl';
import { requestText } from '../../../../src/report/exchange-text';
import { type AppServer, type ReceivedRequest, startAppServer } from '../../../support/app-server';
import { failedResult } from '../../../support/failed-result';

const MALFORMED = '{"credentials": [{"key": "password", "value": "raw-Pa55-x1"}';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);

let app: AppServer;
let client: Client;
const exchanges: Exchange[] = [];
beforeEach(async () => {
  app = await startAppServer();
  exchanges.length = 0;
});
afterEach(async () => {
  client.close();
  await app.close();
});

const last = (): ReceivedRequest => app.requests.at(-1) as ReceivedRequest;
const exchange = (): Exchange => exchanges.at(-1) as Exchange;

describe.each([
  ['without axios', {}],
  ['with an axios instance', { axios: axios.create() }],
])('%s', (_how, options) => {
  beforeEach(() => {
    client = createClient({ serverHost: app.url, ...options }, (each) => exchanges.push(each));
  });

  test('a string is sent as it is, as JSON unless the headers say otherwise', async () => {
    await client.auth(undefined, { rawBody: MALFORMED });
    expect(last()).toMatchObject({ method: 'POST', text: MALFORMED });
    expect(last().headers).toMatchObject({ 'content-type': 'application/json' });
    expect(exchange().request.body).toBe(MALFORMED);

    await client.auth(undefined, { rawBody: '<a/>', headers: { 'Content-Type': 'text/xml' } });
    expect(last()).toMatchObject({ text: '<a/>', headers: { 'content-type': 'text/xml' } });
  });

  test('bytes are sent as they are, and shown by their size unless they are text', async () => {
    await client.auth(undefined, { rawBody: PNG });
    expect(last().headers['content-length']).toBe('6');
    expect(exchange().request).not.toHaveProperty('body');
    expect(exchange().request.binarySize).toBe(6);

    await client.auth(undefined, { rawBody: Buffer.from('{"ü') });
    expect(last().text).toBe('{"ü');
    expect(exchange().request.body).toBe('{"ü');
  });

  test('an empty body is sent, and is none', async () => {
    await client.auth(undefined, { rawBody: '' });
    expect(last()).toMatchObject({ method: 'POST', text: '' });
    expect(last().headers['content-length']).toBe('0');
  });

  test('another method has no body', async () => {
    const { status } = await client.auth({ credentials: { password: 'x' } }, { method: 'GET' });
    expect(status).toBe(405);
    expect(last()).toMatchObject({ method: 'GET', text: '' });
  });
});

describe('what a body replaces', () => {
  beforeEach(() => {
    client = createClient(
      { serverHost: app.url, apis: { soap: { method: 'POST', path: '/soap/{id}', rawBody: '<a/>' } } },
      (each) => exchanges.push(each),
    );
  });

  test('a workflow is sent to its endpoint, without its credentials in the vault', async () => {
    await client.workflow(undefined, { rawBody: '{', endpoint: '/extract', entrypoint: 'miner' });
    await client.workflow({ credentials: { password: 'x' } }, { method: 'GET' });
    expect(app.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'POST /workflows/v1/extract?entrypoint=miner',
      'GET /workflows/v1/start',
    ]);
  });

  test('a configuration is updated with it', async () => {
    await client.config({ configWorkflowId: 'a' }, { rawBody: '{bad' });
    expect(last()).toMatchObject({ method: 'POST', path: '/workflows/v1/config/a', text: '{bad' });
  });

  test('a custom API has one in its row, which a call replaces', async () => {
    await client.call('soap' as never, { id: 7, dry: true });
    expect(last()).toMatchObject({ target: '/soap/7?dry=true', text: '<a/>' });
    await client.call('soap' as never, { id: 7 }, { rawBody: '<b/>', method: 'PUT' });
    expect(last()).toMatchObject({ method: 'PUT', text: '<b/>' });
  });

  test.each<[string, object]>([
    ['a body', { rawBody: 7 }],
    ['a method', { method: 'TRACE' }],
  ])('%s that is none is refused', async (_what, options) => {
    await expect(client.auth({}, options)).rejects.toMatchObject({ code: 'INVALID_OPTIONS' });
    expect(app.requests).toEqual([]);
  });
});

describe('what a failure shows of it', () => {
  beforeEach(() => {
    client = createClient({ serverHost: app.url }, (each) => exchanges.push(each));
  });
  const shown = () => {
    const { body, ...request } = exchange().request;
    const result = {
      ...failedResult({ body: '', assertThat: {} }),
      request: { ...request, ...(body === undefined ? {} : { body }) },
    };
    return redactText(`${String(requestText(result))}\n${curlCommand(result.request)}`);
  };

  test('a string, without the secrets in it', async () => {
    await client.auth(undefined, { rawBody: MALFORMED });
    expect(shown()).toContain('"key": "password", "value": "[redacted]"');
    expect(shown()).not.toContain('raw-Pa55-x1');
  });

  test.each(['{"apiKey":"raw-Pa55-x2"}', 'apiKey=raw-Pa55-x2'])(
    'what was a secret in %j is one elsewhere, too',
    async (rawBody) => {
      await client.auth(undefined, { rawBody });
      expect(redactText('refused raw-Pa55-x2')).toBe('refused [redacted]');
    },
  );

  test('bytes by their size, and characters that a shell would not get as they are', async () => {
    await client.auth(undefined, { rawBody: PNG });
    expect(shown()).toContain('(6 bytes that are not UTF-8)');
    expect(shown()).toContain('--data-binary @body.bin # 6 bytes that are not UTF-8');
    await client.auth(undefined, { rawBody: 'a\tb' });
    expect(shown()).toContain('--data-binary @body.txt');
    await client.auth(undefined, { rawBody: '' });
    expect(shown()).toMatch(/-d ''$/);
  });
});
