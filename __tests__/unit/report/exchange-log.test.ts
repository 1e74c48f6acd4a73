import { learnSecretsOf } from '../../../src/redaction/process-redactor';
import { exchangeLog, logBlock } from '../../../src/report/exchange-log';

const request = {
  method: 'POST',
  url: 'http://localhost:8000/workflows/v1/auth',
  headers: { 'content-type': 'application/json', authorization: 'Bearer kL9-secret-1' },
  body: { credentials: [{ key: 'password', value: 'pLanted-7!' }] },
};
const response = (body: unknown) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body,
  durationMs: 11.6,
});
beforeAll(() => learnSecretsOf(request));

test('of a request that is repeated again and again the first and the last are shown, in full all', () => {
  const exchanges = ['RUNNING', 'RUNNING', 'PAUSED', 'RUNNING', 'COMPLETED'].map((status) => ({
    request: { method: 'GET', url: 'http://localhost:8000/status', headers: {} },
    response: response({ status }),
  }));
  const short = exchangeLog(exchanges, 'short');
  expect(short).toMatch(/RUNNING[^]*\n\n… 3 more requests like it\n\n[^]*COMPLETED/);
  expect(short).not.toContain('PAUSED');
  expect(exchangeLog(exchanges, 'full')).toContain('PAUSED');
  expect(exchangeLog(exchanges.slice(0, 3), 'short')).toContain('PAUSED');
});

test('a request and its answer, without secrets', () => {
  expect(exchangeLog([{ request, response: response({ success: true, echo: 'pLanted-7!' }) }], 'short'))
    .toMatchInlineSnapshot(`
   "POST http://localhost:8000/workflows/v1/auth → 200 OK in 12 ms

   Sent:
       authorization: [redacted]

       {"credentials": [{"key": "password", "value": "[redacted]"}]}

   Response (200 OK, application/json):
       {"success": true, "echo": "[redacted]"}"
  `);
});

test('in full: all headers, whole bodies', () => {
  const rows = Array.from({ length: 500 }, (_, id) => ({ id, name: `a table with a long name, ${'x'.repeat(60)}` }));
  const exchange = { request, response: response(rows) };
  const [short, full] = [exchangeLog([exchange], 'short'), exchangeLog([exchange], 'full')];

  expect(short).toMatch(/… \d+ more items/);
  expect(full).not.toContain('…');
  expect(full.match(/a table/g)).toHaveLength(500);
  expect(full).toContain('    content-type: application/json\n    authorization: [redacted]\n\n    {"credentials"');
  expect(full).not.toContain('pLanted');
});

test('in full: cookies are hidden', () => {
  const headers = { 'set-cookie': ['session=kQ-secret-9', 'b=2'] } as never;
  const text = exchangeLog([{ request, response: { ...response({}), headers } }], 'full');
  expect(text).toContain('    set-cookie: [redacted]\n');
  expect(text).not.toContain('kQ-secret');
});

test('in full: a body that was not decoded, with its size', () => {
  expect(exchangeLog([{ request, response: { ...response(''), size: 31_337 } }], 'full')).toContain(
    '(31 kB, not decoded',
  );
});

test('no answer: the error in its place', () => {
  const error = new Error('POST … was refused: pLanted-7!\u0007');
  expect(exchangeLog([{ request: { ...request, body: '' }, error }], 'full')).toMatch(
    /→ no response\n\nPOST … was refused: \[redacted\]/,
  );
});

test('several exchanges stand in one block; none is said to be none', () => {
  const text = logBlock('auth_valid passed', exchangeLog([{ request }, { request, response: response('') }], 'short'));

  expect(text).toMatch(/^auth_valid passed\n {2}POST [^]*no response\n\n[^]*\n\n {2}POST [^]*\(empty body\)\n\n$/);
  expect(exchangeLog([], 'short')).toBe('nothing was sent.');
});

test.each(['short', 'full'] as const)('all digits of an integer are shown: %s', (form) => {
  const exchange = {
    request: { ...request, body: { id: 9007199254740993n } },
    response: response({ ids: [9007199254740995n] }),
  };
  const text = exchangeLog([exchange], form);
  expect(text).toContain('{"id": 9007199254740993}');
  expect(text).toContain('{"ids": [9007199254740995]}');
});
