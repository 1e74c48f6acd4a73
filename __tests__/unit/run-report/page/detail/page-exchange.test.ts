import type { ResponseHeaders } from '../../../../../src/api-response';
import { pageExchange } from '../../../../../src/run-report/page/detail/page-exchange';

const request = {
  method: 'POST',
  url: 'http://localhost:8000/workflows/v1/auth',
  headers: { 'x-a': 'b' },
  body: { a: 1 },
};
const headers = { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] } as unknown as ResponseHeaders;
const response = { status: 401, headers, body: 'no', durationMs: 3 };

test('has the request, the response and a command that repeats it', () => {
  expect(pageExchange({ request, response, attempts: 2 }, { passed: true })).toEqual({
    ...request,
    headers: [['x-a', 'b']],
    attempts: 2,
    error: undefined,
    curl: expect.stringContaining("curl -i -X POST 'http://localhost:8000/workflows/v1/auth'"),
    response: {
      status: 401,
      statusText: '401 Unauthorized',
      durationMs: 3,
      headers: [
        ['content-type', 'text/plain'],
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
      body: 'no',
    },
  });
});

test('without a response, has the error', () => {
  const error = { code: 'REQUEST_TIMEOUT', message: 'No response within 5,000 ms.' };
  const { response: none, error: text } = pageExchange({ request, error }, { passed: false });
  expect([none, text]).toEqual([undefined, error.message]);
});

test.each([
  ['an empty body', { body: '' }, '(empty body)'],
  ['a binary body', { body: '', size: 400 }, expect.stringContaining('400 bytes, not decoded')],
])('%s is described', (_what, changed, bodyNote) => {
  const shown = pageExchange({ request, response: { ...response, ...changed } }, { passed: true }).response;
  expect(shown).toMatchObject({ bodyNote });
  expect(shown).not.toHaveProperty('body');
});

test('a body is cut, of a passed test more than of a failed one', () => {
  const body = Array.from({ length: 90 }, (_, index) => ({ id: index, text: 'x'.repeat(250) }));
  const sizeFor = (passed: boolean): number =>
    JSON.stringify(pageExchange({ request, response: { ...response, body } }, { passed }).response?.body).length;
  expect(sizeFor(true)).toBeLessThan(9_000);
  expect(sizeFor(false)).toBeGreaterThan(sizeFor(true));
  expect(sizeFor(false)).toBeLessThan(25_000);
});

test('a large integer keeps its digits', () => {
  const body = { id: 12345678901234567890n };
  expect(pageExchange({ request, response: { ...response, body } }, { passed: true }).response?.body).toEqual(body);
});
