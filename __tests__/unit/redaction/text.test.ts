import { createRedactor } from '../../../src/redaction/redactor';

const redactor = createRedactor({ names: ['tenantId'] });
const JWT =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';

test.each<[string, string]>([
  ['Authorization: Bearer abc', 'Authorization: Bearer [redacted]'],
  ['authorization: Basic dTpw', 'authorization: Basic [redacted]'],
  ['Authorization: abc def', 'Authorization: [redacted]'],
  ["-H 'Authorization: Bearer abc' -X", "-H 'Authorization: Bearer [redacted]' -X"],
  ['Cookie: a=1; b=2\nHost: x', 'Cookie: [redacted]\nHost: x'],
  ['x-api-key: abc', 'x-api-key: [redacted]'],
  ['sent Bearer abc123def456 to it', 'sent Bearer [redacted] to it'],
  ['postgres://u:p@h/db', 'postgres://u:[redacted]@h/db'],
  ['postgresql+psycopg2://u:p%40w@h:5432/db?a=b', 'postgresql+psycopg2://u:[redacted]@h:5432/db?a=b'],
  ['"redis://:p@w@h"', '"redis://:[redacted]@h"'],
  ['https://ghp_0123456789abcdefghij@github.com', 'https://[redacted]@github.com'],
  ['/x?password=abc&x=1&token=d#e', '/x?password=[redacted]&x=1&token=[redacted]'],
  ['host=h password=abc user=u', 'host=h password=[redacted] user=u'],
  ['DB_PASSWORD="a b c" X=1', 'DB_PASSWORD="[redacted]" X=1'],
  ['{"password": "abc", "a": 1}', '{"password": "[redacted]", "a": 1}'],
  ['{"password":"a\\"b\\\\","a":1}', '{"password":"[redacted]","a":1}'],
  ['"{\\"password\\":\\"a\\\\\\"b\\",\\"a\\":1}"', '"{\\"password\\":\\"[redacted]\\",\\"a\\":1}"'],
  ['\\\\\\"token\\\\\\": \\\\\\"a\\\\\\", x', '\\\\\\"token\\\\\\": \\\\\\"[redacted]\\\\\\", x'],
  ['{"password": 123456, "b": 2}', '{"password": "[redacted]", "b": 2}'],
  ["{ password: 'abc', b: 2 }", "{ password: '[redacted]', b: 2 }"],
  ['{ "apiKey" => "abc" }', '{ "apiKey" => "[redacted]" }'],
  ['{"key": "password", "value": "abc"}', '{"key": "password", "value": "[redacted]"}'],
  ['{"key":"extra.role","value":"abc"}', '{"key":"extra.role","value":"[redacted]"}'],
  ["{ key: 'token', value: 'abc' }", "{ key: 'token', value: '[redacted]' }"],
  ['{"set-cookie": ["a=1; Path=/", "b=2"], "c": ["d"]}', '{"set-cookie": ["[redacted]", "[redacted]"], "c": ["d"]}'],
  ['a line\\npassword=abc', 'a line\\npassword=[redacted]'],
  ['"cut: {\\"token\\": \\"abcdef", "b"', '"cut: {\\"token\\": \\"[redacted]", "b"'],
  ['cut: {"token": "abcdef', 'cut: {"token": "[redacted]'],
  [
    '{"tenant_id":"t-1"} TENANT-ID=t-2 tenantid=t-3',
    '{"tenant_id":"[redacted]"} TENANT-ID=[redacted] tenantid=[redacted]',
  ],
  ['password: YamlPw-1\nuser: me', 'password: [redacted]\nuser: me'],
  ['  db_password: YamlPw-991 # the old one', '  db_password: [redacted] # the old one'],
  ['refused, token: aB3dE.', 'refused, token: [redacted].'],
  ['{ password: 87654321, a: 1 }', '{ password: [redacted], a: 1 }'],
  ['run --password CliPw-1 --user me', 'run --password [redacted] --user me'],
  ['run --password "Cli Pw" -v', 'run --password "[redacted]" -v'],
  ["run --db-password 'CliPw' -v", "run --db-password '[redacted]' -v"],
  ['run --password=CliPw -v', 'run --password=[redacted] -v'],
  ['["run", "--password", "CliPw"]', '["run", "--password", "[redacted]"]'],
  ['<user>me</user><password>X</password>', '<user>me</user><password>[redacted]</password>'],
  ['<wsse:Password Type="text">X y</wsse:Password>', '<wsse:Password Type="text">[redacted]</wsse:Password>'],
  ['<token><![CDATA[a<b]]></token>', '<token><![CDATA[[redacted]]]></token>'],
  [`got ${JWT}.`, 'got [redacted].'],
  [`a -----BEGIN PRIVATE KEY-----\n${LINE}\n${LINE}\nabc=\n-----END PRIVATE KEY----- b`, 'a [redacted] b'],
  [
    `"-----BEGIN RSA PRIVATE KEY-----\\nProc-Type: 4,ENCRYPTED\\nDEK-Info: AES,9\\n\\n${LINE}\\n-----END RSA PRIVATE KEY-----\\n"`,
    '"[redacted]\\n"',
  ],
  // The key as a whole comes before what stands behind the name.
  [
    `PRIVATE_KEY=-----BEGIN RSA PRIVATE KEY-----\n${LINE}\n-----END RSA PRIVATE KEY-----\nb`,
    'PRIVATE_KEY=[redacted]\nb',
  ],
  [`token: -----BEGIN PRIVATE KEY-----\\n${LINE}\\n-----END PRIVATE KEY-----\\n`, 'token: [redacted]\\n'],
  ['token=https:\\/\\/u:Pw-1x@h\\/x', 'token=[redacted]\\/\\/u:[redacted]@h\\/x'],
  [`cut -----BEGIN EC PRIVATE KEY-----\n${LINE}\nMIIE… (12 more)`, 'cut [redacted]\nMIIE… (12 more)'],
])('%s', (text, shown) => {
  expect(redactor.text(text)).toBe(shown);
  expect(redactor.text(shown)).toBe(shown);
});

test.each([
  '',
  'Basic authentication failed: password authentication failed for user "postgres"',
  'Bearer authentication is required',
  'the password: it must not be empty',
  'Unexpected token } in JSON at position 5',
  `Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
  'http://localhost:8000/workflows/v1/auth?entrypoint=x',
  'mail a.b@example.com or see https://example.com:8080/@scope/package and git@github.com:a/b.git',
  'ssh://git@github.com/a/b',
  '{"password": "", "token": null, "secret": true, "cookie": false}',
  '{"password": {"type": "string"}, "required": ["password"]}',
  '{"primaryKey": "id", "keyName": "x", "max_tokens": 5, "authType": "basic", "key": "name", "value": "v"}',
  '{"field":"credentials.0.value","message":"Input should be a valid string","type":"string_type"}',
  '{"success": true, "data": {"workflow_id": "demo-67932a1289f72c2f-56e65264", "run_id": "0190-run"}}',
  'const token = await login(); if (token == other) password = next',
  'export PASSWORD=$DB_PASSWORD TOKEN=${CI_TOKEN}',
  '-----BEGIN PRIVATE KEY----- is how it starts',
  'authorization: ',
  '    at Object.<anonymous> (/app/secret-names.test.ts:12:22)',
  'C:\\new\\token\\file.txt %41%zz &amp; \\u00zz \ud800 😀',
  '[redacted] "password": "[redacted]" ://u:[redacted]@h Bearer [redacted]',
  'data.token: expected to exist\n  received: nothing',
  'password: required\ntoken: TokenExpired, secret: must-not-be-empty',
  'token: 12345 and session: Session2 { a: 1 } or secret: Map(2) {} or cookie: [Object]',
  'cannot read secret: ./a1.txt, /run/secrets/a1, https://a1/b, src/a.ts:12',
  'usage: app --password <password> --token TOKEN [--secret-file a1] --password must be given',
  '<password></password> <password> <token/> <passwordPolicy>a1</passwordPolicy> <token>a<b>',
  'password: ${DB_PASSWORD1} token: $CI_TOKEN1',
  'auth_valid_token › token=, password=&x=1',
])('stays as it is: %s', (text) => {
  const knowing = createRedactor();
  knowing.addSecret('not in there');
  expect(knowing.text(text)).toBe(text);
  expect(redactor.text(text)).toBe(text);
});
