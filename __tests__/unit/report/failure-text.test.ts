import { diff } from 'jest-diff';
import { equals, exists, isTrue } from '../../../src/assertions';
import { checkText } from '../../../src/report/check-text';
import { failureParts, failureText } from '../../../src/report/failure-text';
import { failedResult, recordedResult } from '../../support/failed-result';

const noColor = (text: string): string => text;
const options = {
  diff: (expected: unknown, received: unknown) =>
    diff(expected, received, {
      aColor: noColor,
      bColor: noColor,
      commonColor: noColor,
      patchColor: noColor,
      changeColor: noColor,
    }) ?? undefined,
};
const success = { success: equals(true), 'data.status': equals('success') };

/** The part of a text under a title. */
const part = (text: string, title: string): string =>
  new RegExp(`^  ${title}[^\\n]*:\\n((?: {6}[^\\n]*\\n?|\\n(?= {6}))*)`, 'm')
    .exec(text)?.[1]
    ?.trimEnd()
    .replace(/^ {6}/gm, '') ?? '';

test('a refused login: what was checked, what came, why, and how to repeat it', () => {
  const credentials = ['host', 'username', 'password'].map((key) => ({ key, value: '[redacted]' }));
  const result = recordedResult('auth wrong password', success, {
    result: { description: 'A user of the source.' },
    requestHeaders: { 'content-type': 'application/json', 'x-tenant': 'blue', 'user-agent': 'node' },
    sent: { credentials },
  });
  expect(failureText(result)).toMatchInlineSnapshot(`
   "Scenario "auth_valid" failed: 2 of 2 checks (success, data.status).

     Hint: the source rejected this login: "wrong password"

     A user of the source.

     success
         expected: equal to true
         received: false

     data.status
         expected: equal to "success"
         received: "invalid_credentials"

     POST http://localhost:8000/workflows/v1/auth → 401 Unauthorized in 12 ms

     Sent:
         x-tenant: blue

         {
           "credentials": [
             {"key": "host", "value": "[redacted]"},
             {"key": "username", "value": "[redacted]"},
             {"key": "password", "value": "[redacted]"}
           ]
         }

     Response (401 Unauthorized, application/json):
         {
           "success": false,
           "data": {
             "status": "invalid_credentials",
             "message": "wrong password",
             "identities": [],
             "scopes": [],
             "expires_at": "",
             "error": null
           },
           "message": "wrong password"
         }

     Repeat it:
         # set MY_HOST, MY_USERNAME, MY_PASSWORD first
         curl -i -X POST 'http://localhost:8000/workflows/v1/auth' \\
           -H 'content-type: application/json' \\
           -H 'x-tenant: blue' \\
           -d '{"credentials":[{"key":"host","value":"'"$MY_HOST"'"},{"key":"username","value":"'"$MY_USERNAME"'"},{"key":"password","value":"'"$MY_PASSWORD"'"}]}'"
  `);
});

test.each(['INVALID_JSON', 'RESPONSE_UNREADABLE'])('%s: there was an answer, and nobody could read it', (code) => {
  const { response: _none, ...result } = failedResult({ body: {}, assertThat: {} });
  expect(failureText({ ...result, error: { code, message: 'x' } })).toContain('/auth → no readable response');
});

test('no answer: the error, and the request to repeat', () => {
  const { response: _none, ...result } = failedResult({ body: {}, assertThat: {}, sent: {} });
  const error = { code: 'REQUEST_FAILED', message: 'No answer.\n\n  Why: ECONNREFUSED' };
  expect(failureText({ ...result, error })).toMatchInlineSnapshot(`
   "Scenario "auth_valid" failed [REQUEST_FAILED].

     No answer.

       Why: ECONNREFUSED

     POST http://localhost:8000/workflows/v1/auth → no response

     Sent:
         {}

     Repeat it:
         curl -i -X POST 'http://localhost:8000/workflows/v1/auth' \\
           -H 'content-type: application/json' \\
           -d '{}'"
  `);
});

test('nothing was sent: only the error', () => {
  const { response: _none, request: _nothing, ...result } = failedResult({ body: {}, assertThat: {} });
  const error = { code: 'LAZY_FAILED', message: '\u001b[31mred\u001b[39m \u0007' };
  expect(failureText({ ...result, error })).toMatchInlineSnapshot(`
   "Scenario "auth_valid" failed [LAZY_FAILED].

     red \\u0007"
  `);
});

test('the server’s log and what others gave stand beside what failed', () => {
  const text = failureText(
    failedResult({
      body: { success: false },
      assertThat: { success: isTrue() },
      result: {
        attempts: 3,
        serverLog: Array.from({ length: 40 }, (_, index) => `\u001b[32mINFO\u001b[0m line ${index}`),
        given: { start: { workflow_id: 'wf-1' } },
      },
    }),
  );
  expect(text).toContain('\n  POST http://localhost:8000/workflows/v1/auth → 200 OK in 12 ms (attempt 3)\n');
  expect(part(text, 'Values from other scenarios')).toBe('start: {"workflow_id": "wf-1"}');
  const log = part(text, 'Server log').split('\n');
  expect([log.length, log[0], log[1], log.at(-1)]).toEqual([
    31,
    '… 10 earlier lines',
    '│ INFO line 10',
    '│ INFO line 39',
  ]);
});

test('of a long answer, the parts that failed checks are about are shown, and the others counted', () => {
  const data = Array.from({ length: 5000 }, (_, id) => ({ id, name: `table_${id}`, ok: id !== 3210 }));
  const text = failureText(
    failedResult({
      body: { success: true, data },
      assertThat: { 'data.*.ok': isTrue(), 'data.-1.nme': exists() },
    }),
  );
  expect(part(text, 'Response').split('\n').slice(16).join('\n')).toMatchInlineSnapshot(`
   "    {"id": 13, "name": "table_13", "ok": true},
       {"id": 14, "name": "table_14", "ok": true},
       {"id": 15, "name": "table_15", "ok": true},
       … 3,193 more items,
       {"id": 3209, "name": "table_3209", "ok": true},
       {"id": 3210, "name": "table_3210", "ok": false},
       {"id": 3211, "name": "table_3211", "ok": true},
       … 1,786 more items,
       {"id": 4998, "name": "table_4998", "ok": true},
       {"id": 4999, "name": "table_4999", "ok": true}
     ]
   }"
  `);
  expect(text).toContain('did you mean: data.-1.name');
});

test('two structures are compared line by line; what a matcher accepts is no difference', () => {
  const row = { id: 1, name: 'orders', columns: ['id', 'customer', 'total'], owner: 'finance', rows: 12 };
  const expected = { ...row, id: expect.any(Number) as number, owner: 'sales' };
  const result = failedResult({ body: { data: row }, assertThat: { data: equals(expected) } });
  const [outcome] = result.outcomes;
  expect(outcome && checkText(outcome, options)).toMatchInlineSnapshot(`
   "data
       expected: equal to {"id": Any<Number>, "name": "orders", "columns": ["id", "customer", "total"], "owner": "sales", "rows": 12}
       received: {"id": 1, "name": "orders", "columns": ["id", "customer", "total"], "owner": "finance", "rows": 12}
       because: at "owner": expected "sales", received "finance"

       - Expected
       + Received

         Object {
           "columns": Array [
             "id",
             "customer",
             "total",
           ],
           "id": Any<Number>,
           "name": "orders",
       -   "owner": "sales",
       +   "owner": "finance",
           "rows": 12,
         }"
  `);
});

test('a difference far down in long lists is shown without the rest of them', () => {
  const rows = (odd: string) => Array.from({ length: 2000 }, (_, id) => ({ id, name: id === 700 ? odd : `t${id}` }));
  const result = failedResult({ body: rows('here'), assertThat: { '': equals(rows('there')) } });
  const text = failureText(result, options);
  expect(text).toMatch(/-\s+"name": "there",\n\s+\+\s+"name": "here",/);
  expect(text).toContain('… 696 more items,');
  expect(text.split('\n').length).toBeLessThan(110);
});

test('short structures are not compared line by line', () => {
  const result = failedResult({ body: { data: { a: 1 } }, assertThat: { data: equals({ a: 2 }) } });
  expect(failureText(result, options)).not.toContain('- Expected');
});

test('in parts: the headline says which checks failed, and the rest stands apart from them', () => {
  const result = recordedResult('auth wrong password', success, { result: { description: 'A user.' } });
  const { headline, checks, exchange } = failureParts(result);

  expect(headline).toBe(
    'Scenario "auth_valid" failed: 2 of 2 checks (success, data.status).\n\n  Hint: the source rejected this login: "wrong password"\n\n  A user.',
  );
  expect(checks.map((text) => text.split('\n')[0])).toEqual(['success', 'data.status']);
  expect(exchange).toMatch(/^POST [^]*\n\nRepeat it:/);
  expect(exchange).not.toContain('expected:');
});

test('a program’s stack in an answer is marked, for Jest would take it for the error’s own', () => {
  const body = 'Error: no\n    at run (app.js:1:2)\nlooks at a:b';
  const text = failureText(failedResult({ body, headers: {}, assertThat: { a: equals(1) } }));
  expect(part(text, 'Response')).toBe('│ Error: no\n│     at run (app.js:1:2)\n│ looks at a:b');
  const thrown = failureText(
    failedResult({
      body: {},
      assertThat: { a: equals(1) },
      result: { error: { code: 'LAZY_FAILED', message: 'a\n    at run (app.js:1:2)' } },
    }),
  );
  expect(thrown).toContain('\n  a\n      │ at run (app.js:1:2)\n');
});

test('of hundreds of failed checks twenty are shown, and the rest is counted', () => {
  const assertThat = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`data.${index}`, equals('x')]));
  const text = failureText(failedResult({ body: { data: [] }, assertThat }));
  expect(text.match(/expected:/g)).toHaveLength(20);
  expect(text).toMatch(/^Scenario "auth_valid" failed: 300 of 300 checks \(data\.0, .*, data\.7, …\)\./);
  expect(text).toMatch(/… 280 more failed checks: data\.20, .*, data\.39, …\n/);
});

test('a paint colours what was expected and received', () => {
  const paint = {
    expected: (text: string) => `<e>${text}</e>`,
    received: (text: string) => `<r>${text}</r>`,
    dim: noColor,
  };
  const text = failureText(failedResult({ body: { a: 1 }, assertThat: { a: equals(2) } }), { paint });
  expect(text).toContain('expected: <e>equal to 2</e>\n      received: <r>1</r>');
});

describe('answers that are hard to show', () => {
  const response = (body: unknown, type = 'application/json'): string =>
    part(
      failureText(
        failedResult({ body, headers: { 'content-type': type }, assertThat: { success: isTrue(), '': equals('x') } }),
        options,
      ),
      'Response',
    );

  test('nothing', () => expect(response('', 'text/plain')).toBe('(empty body)'));

  test('what was not decoded, with its size', () => {
    const text = (size: number) => {
      const result = failedResult({
        body: '',
        headers: { 'content-type': 'application/zip' },
        assertThat: { success: isTrue() },
      });
      return failureText({ ...result, response: { ...result.response!, size } }, options);
    };
    expect(part(text(1_234), 'Response')).toBe(
      "(1,234 bytes, not decoded because the body isn't text; use `$http.size` and `$http.headers` in checks)",
    );
    expect(part(text(0), 'Response')).toBe('(empty body)');
  });

  test('controls, colours, halves of characters and directions are written out', () => {
    const text = failureText(
      failedResult({
        body: { 'k\u001b[31m': '\u001b[2J\u009b\ud800\u202e' },
        assertThat: { '': equals({ a: 'a'.repeat(70) }), 'kk\u001b': exists() },
      }),
      options,
    );
    expect(text).toContain('{"k\\u001b[31m": "\\u001b[2J\\u009b\\ud800\\u202e"}');
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/(?!\n)[\u0000-\u001f\u007f-\u009f\u202e\ud800]/);
  });

  test('text keeps its lines', () => {
    expect(response('<p>\n\tone\u001b[31m\r\n</p>', 'text/html')).toBe('│ <p>\n│   one\\u001b[31m\n│ </p>');
  });

  test('a long text and a long line are cut, and counted', () => {
    expect(response('ab\n'.repeat(3_000_000), 'text/plain').split('\n').slice(39)).toEqual([
      '│ ab',
      '… 9.0 MB left out',
    ]);
    expect(response('a'.repeat(5_000), 'text/plain')).toBe(
      `│ ${'a'.repeat(1000)}… 3,000 more characters\n… 1,000 characters left out`,
    );
  });

  test('bytes are not', () => {
    const body = `\uFFFDPNG\r\n\u001a\n${'\uFFFD\u0000'.repeat(10_000)}`;
    expect(response(body, 'image/png')).toBe(
      'binary, about 20 kB, starting with "�PNG\\r\\n\\u001a\\n�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000�\\u0000"',
    );
  });

  test('what is no JSON, as an interceptor may make it', () => {
    const body: Record<string, unknown> = { big: 5n, when: new Map([['a', 1]]), nothing: undefined };
    body['self'] = body;
    Object.defineProperty(body, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error('no "bad"');
      },
    });
    expect(response(body)).toMatchInlineSnapshot(`
     "{
       "big": 5,
       "when": Map {"a" => 1},
       "nothing": undefined,
       "self": [Circular],
       "bad": [getter threw Error: no "bad"]
     }"
    `);
  });
});
