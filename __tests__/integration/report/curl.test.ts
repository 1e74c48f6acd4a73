import { execFileSync } from 'node:child_process';
import { createRedactor } from '../../../src/redaction/redactor';
import { curlCommand } from '../../../src/report/curl';
import { pruneResult } from '../../../src/report/cut/prune-result';
import { failedResult } from '../../support/failed-result';

jest.setTimeout(30_000);

const request = { method: 'POST', url: 'http://localhost:8000/a', headers: {} };

/** What a shell hands to `curl`, an argument a line. */
const argumentsOf = (command: string, variables: Record<string, string> = {}): string[] => {
  const shell = `curl() { for one in "$@"; do printf '%s\\0' "$one"; done; }\n${command}`;
  const env = { PATH: String(process.env['PATH']), ...variables };
  return execFileSync('sh', ['-c', shell], { env, encoding: 'utf8' }).split('\0').slice(0, -1);
};

test('what was redacted is a variable, called as its field or as the key of its pair', () => {
  const command = curlCommand({
    ...request,
    url: 'http://localhost:8000/a?x=1&api_key=[redacted]',
    headers: { 'content-type': 'application/json', authorization: 'Bearer [redacted]', 'content-length': '7' },
    body: {
      credentials: [
        { key: 'password', value: '[redacted]' },
        { key: 'extra.token', value: "it's" },
      ],
      clientSecret: '[redacted]',
    },
  });
  expect(command).toMatchInlineSnapshot(`
   "# set MY_API_KEY, MY_AUTHORIZATION, MY_PASSWORD, MY_CLIENT_SECRET first
   curl -i -X POST 'http://localhost:8000/a?x=1&api_key='"$MY_API_KEY" \\
     -H 'content-type: application/json' \\
     -H "authorization: Bearer $MY_AUTHORIZATION" \\
     -d '{"credentials":[{"key":"password","value":"'"$MY_PASSWORD"'"},{"key":"extra.token","value":"it'\\''s"}],"clientSecret":"'"$MY_CLIENT_SECRET"'"}'"
  `);
  const variables = { MY_API_KEY: 'k', MY_AUTHORIZATION: 't', MY_PASSWORD: 'p $x', MY_CLIENT_SECRET: 's' };
  expect(argumentsOf(command, variables)).toEqual([
    ...['-i', '-X', 'POST', 'http://localhost:8000/a?x=1&api_key=k'],
    ...['-H', 'content-type: application/json', '-H', 'authorization: Bearer t', '-d'],
    '{"credentials":[{"key":"password","value":"p $x"},{"key":"extra.token","value":"it\'s"}],"clientSecret":"s"}',
  ]);
});

test.each([
  ['a pair', { body: { credentials: [{ key: 'password', value: '[redacted]' }] } }],
  [
    'fields',
    { body: { password: '[redacted]', extra: { apiKey: '[redacted]' }, tokens: ['[redacted]', '[redacted]'] } },
  ],
  ['JSON in a text', { body: { extra: '{"password":"[redacted]"}' } }],
  ['a form', { body: 'password=[redacted]&token=[redacted]' }],
  ['a URL', { url: 'http://localhost:8000/a?token=[redacted]&x=1', body: 'x' }],
  [
    'headers',
    {
      headers: { authorization: 'Bearer [redacted]', 'x-api-key': '[redacted]', cookie: 'a=[redacted]; b=[redacted]' },
    },
  ],
])('the command outlives a second redaction, with secrets in %s', (_where, parts) => {
  const command = curlCommand({ ...request, ...parts });
  expect(command).toContain('$MY_');
  expect(createRedactor().text(command)).toBe(command);
});

test('nothing in a value is read by the shell', () => {
  const body = { a: '$HOME `id` \\ " \' !x \n \u202e %s', 'k$(id)\'"': [1, null, 2.5] };
  const command = curlCommand({ ...request, headers: { 'x-a': "';id;'" }, body });
  const given = argumentsOf(command);
  expect(given[5]).toBe("x-a: ';id;'");
  expect(JSON.parse(given.at(-1) ?? '')).toEqual(body);
});

test('a GET has no body, and needs no content type', () => {
  const headers = { 'content-type': 'application/json' };
  expect(curlCommand({ ...request, method: 'GET', headers })).toBe("curl -i 'http://localhost:8000/a'");
});

test('a text is sent as it is; a body that is too long is a file', () => {
  expect(curlCommand({ ...request, body: 'a=1&b=[redacted]' })).toContain(`-d 'a=1&b='"$MY_SECRET"`);
  expect(argumentsOf(curlCommand({ ...request, body: '@/etc/hosts' })).slice(-2)).toEqual([
    '--data-raw',
    '@/etc/hosts',
  ]);
  expect(curlCommand({ ...request, body: { rows: Array.from({ length: 5000 }, () => 'row') } })).toMatch(
    /-d @body\.json # too long to show here$/,
  );
});

test('what was cut is a variable', () => {
  const long = 'x'.repeat(20_000);
  const result = failedResult({ body: {}, assertThat: {}, path: `/a?q=${long}`, requestHeaders: { 'x-token': long } });
  const pruned = pruneResult(result).request;
  const command = pruned ? curlCommand(pruned) : '';
  expect(command.replace(/x{9,}/, 'xxx')).toMatchInlineSnapshot(`
   "# set MY_REST_OF_URL, MY_X_TOKEN first
   curl -i -X POST 'http://localhost:8000/a?q=xxx'"$MY_REST_OF_URL" \\
     -H "x-token: $MY_X_TOKEN""
  `);
});

test('an integer that a number cannot hold is sent as it is', () => {
  const body = { id: 9007199254740993n, list: [-9007199254740993n] };
  expect(argumentsOf(curlCommand({ ...request, body })).at(-1)).toBe(
    '{"id":9007199254740993,"list":[-9007199254740993]}',
  );
});

test('of an app whose port was of its run only, how to repeat it then is said first', () => {
  const command = curlCommand({ ...request, body: { password: '[redacted]' } }, { hasTemporaryPort: true });
  expect(command.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^# the port was only used for this run: start the app yourself/),
    expect.stringMatching(/^# and change the URL; CONNECTOR_SERVER_HOST=http:\/\/127\.0\.0\.1:8000 /),
    '# set MY_PASSWORD first',
  ]);
  expect(argumentsOf(command, { MY_PASSWORD: 'p' })).toContain('{"password":"p"}');
  expect(curlCommand(request, { hasTemporaryPort: false })).toMatch(/^# start the app first[^\n]*\ncurl /);
  expect(curlCommand(request)).not.toContain('#');
});

test('HEAD by its own flag: with -X, curl would wait for a body', () => {
  expect(curlCommand({ ...request, method: 'HEAD' })).toBe("curl -I 'http://localhost:8000/a'");
});

test.each([
  ['brackets in a URL', { url: 'http://h/x[1]?a={b}' }, ['-g', 'http://h/x[1]?a={b}']],
  ['no brackets but those of an address', { url: 'http://[::1]:8000/a' }, ['http://[::1]:8000/a']],
  ['an empty header', { headers: { 'x-empty': '' } }, ['http://localhost:8000/a', '-H', 'x-empty;']],
])('curl sends %s', (_what, parts, sent) => {
  expect(argumentsOf(curlCommand({ ...request, method: 'GET', ...parts }))).toEqual(['-i', ...sent]);
});
