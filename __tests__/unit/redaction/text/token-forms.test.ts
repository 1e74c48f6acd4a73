import { inspect } from 'node:util';
import { createRedactor } from '../../../../src/redaction/redactor';

const redactor = createRedactor();
const random = (length: number, letters = 'aB3dE5fG7hJ9kL2mN4pQ6rS8tU'): string =>
  Array.from({ length }, (_, index) => letters[(index * 7 + length) % letters.length]).join('');
const hex = (length: number): string => random(length, '0123456789abcdef');
const capitals = (length: number): string => random(length, 'AB2CD3EF4GH5');
const letters = (length: number): string => random(length, 'abcDEFghiJKL');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${random(43)}`;

const TOKENS: readonly (readonly [string, string])[] = [
  ['JWT', JWT],
  ['unsigned JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxMjM0NTY3ODkwIn0.'],
  ['JWE', `eyJhbGciOiJSU0EtT0FFUCJ9.${random(60)}.${random(16)}.${random(40)}.${random(22)}`],
  ['JWE without a key', `eyJhbGciOiJkaXIifQ..${random(16)}.${random(40)}.${random(22)}`],
  ['AWS key', 'AKIAIOSFODNN7EXAMPLE'],
  ['AWS temporary key', `ASIA${capitals(16)}`],
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((start) => ['GitHub', start + random(36)] as const),
  ['GitHub app, as a JWT', `ghs_12345_${JWT}`],
  ['GitHub, fine-grained', `github_pat_11${capitals(20)}_${random(59)}`],
  ['GitLab', `glpat-${random(20)}`],
  ['GitLab, letters', `glpat-${letters(20)}`],
  ['GitLab, routable', `glpat-${random(27)}.01.${hex(9)}`],
  ['GitLab deploy', `gldt-${random(20)}`],
  ...['xoxb', 'xoxp', 'xoxa', 'xoxr', 'xoxs'].map((start) => ['Slack', `${start}-123456789012-${random(24)}`] as const),
  ['Slack, rotated', `xoxe.xoxb-1-${random(60)}`],
  ['Slack app', `xapp-1-A01BCDEFGHI-123456789012-${hex(64)}`],
  ['Slack webhook', `hooks.slack.com/services/T0123ABCD/B0123ABCD/${random(24)}`],
  ['OpenAI', `sk-${random(48)}`],
  ['OpenAI, letters', `sk-${letters(32)}`],
  ['OpenAI project', `sk-proj-${random(20)}-${random(20)}_${random(20)}`],
  ['Anthropic', `sk-ant-api03-${random(40)}-${random(40)}AA`],
  ['Stripe', `sk_live_${random(24)}`],
  ['Stripe test', `sk_test_${letters(24)}`],
  ['Stripe restricted', `rk_live_${random(24)}`],
  ['Stripe webhook', `whsec_${random(32)}`],
  ['Google', `AIzaSy${random(33)}`],
  ['Google OAuth', `ya29.${random(60)}`],
  ['Google OAuth client', `GOCSPX-${random(28)}`],
  ['npm', `npm_${random(36)}`],
  ['PyPI', `pypi-AgEIcHlwaS5vcmc${random(60)}`],
  ['Databricks', `dapi${hex(32)}`],
  ['Databricks, numbered', `dapi${hex(32)}-2`],
  ['Snowflake session', `ver:3-hint:1234567890-${random(40)}/+==`],
  ['Salesforce session', `00D${random(12)}!AQ${random(60)}`],
  ['Hugging Face', `hf_${letters(34)}`],
  ['SendGrid', `SG.${random(22)}.${random(43)}`],
  ['Vault', `hvs.${random(24)}`],
  ['Docker', `dckr_pat_${random(27)}`],
  ['dbt', `dbtc_${random(40)}`],
  ['Atlassian', `ATATT3${random(60)}=${capitals(8)}`],
  ['private key in Base64', base64(`-----BEGIN RSA PRIVATE KEY-----\n${random(64)}`).replaceAll('=', '')],
];

describe.each(TOKENS)('%s', (_kind, token) => {
  test.each<[string, (token: string) => string]>([
    ['alone', (t) => t],
    ['in colour', (t) => `\u001b[1;31m${t}\u001b[0m`],
    ['in colour, escaped', (t) => `{"log":"\\u001b[31m${t}\\u001b[0m"}`],
    ['in colour, as Python writes it', (t) => `'\\x1b[31m${t}\\x1b[0m'`],
    ['in a sentence', (t) => `refused: ${t}, said the server`],
    ['at the end of a sentence', (t) => `it was ${t} that failed`],
    ['in JSON', (t) => `{"note":"${t}"}`],
    ['in JSON in JSON', (t) => JSON.stringify({ note: JSON.stringify({ note: t }) })],
    ['behind an escaped line break', (t) => `{"log":"first\\n${t}\\nlast"}`],
    ['in a query', (t) => `https://h/p?next=${t}&x=1`],
    ['in a query in a query', (t) => `https://h/p?next=a%3Fnote%3D${t}%26x`],
    ['in parentheses', (t) => `(${t})`],
    ['on a line of its own', (t) => `a\n${t}\nb`],
  ])('%s', (_where, put) => {
    const text = put(token);
    const shown = redactor.text(text);
    expect(shown).toBe(text.replace(JSON.stringify(token).slice(1, -1), '[redacted]'));
    expect(redactor.text(shown)).toBe(shown);
  });

  test('in a value, under a name that gives nothing away', () => {
    expect(redactor.value({ rows: [{ note: token, [token]: 1 }] })).toEqual({
      rows: [{ note: '[redacted]', '[redacted]': 1 }],
    });
  });
});

test.each([
  'sk-learn sk-learn-pipeline-1234567890 scikit-learn and sk-SK',
  'task-0123456789abcdef0123456789abcdef',
  'risk-0123456789abcdef0123456789abcdef, disk-0123456789abcdef0123456789',
  'my_sk-0123456789abcdef0123',
  'sk_test_configuration and rk_live_environment',
  '0190f3a2-b4c5-7000-8000-0123456789ab',
  'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
  `data:image/png;base64,${base64('\x89PNG\r\n\x1a\n'.repeat(200))}`,
  '2024-01-01T00:00:00.000Z 2024-01-01T00:30:00+02:00',
  'npm_config_registry npm_package_json npm_lifecycle_event',
  'AKIA is a prefix; AKIAlpha and ASIAN, EURASIA1234567890123456789',
  'ghp_ ghs_some_variable_name github_pat_of_the_release_job gho_',
  'glpat- glpat-short xoxb- xoxb-short',
  'dapi dapifoo dapi-server, hf_transfer hf_hub_download',
  'eyJwYWdlIjoxLCJzaXplIjoxMH0= is a cursor',
  'eyJ and eyJ.eyJ.eyJ',
  'server:1-hint:2-x ver:1.2.3',
  'http://localhost:8000/users/a.b@example.com',
  'http://127.0.0.1:8000/a?mail=me@example.com and mailto:me@example.com',
  'https://example.com:8443/@scope/package, ssh://git@github.com:22/a/b',
  'postgres://reader@db:5432/sales jdbc:postgresql://db:5432/sales?user=reader jdbc:oracle:thin:@//db:1521/x',
  'http%3A%2F%2Flocalhost%3A8000%2Fusers%2Fa%40b.com',
  'jdbc:oracle:thin:@db:1521/x is at the host',
  'Basic authentication, Basic usage of the API: see below, basic block',
  'Bearer authentication, Bearer TokenExpired, bearer AuthenticationFailedException',
  '-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBaMQswCQYD\n-----END CERTIFICATE-----',
  '-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMx\n-----END PUBLIC KEY-----',
  base64('-----BEGIN CERTIFICATE-----\nMIIDdzCCAl'),
  'hooks.slack.com/services is where it goes',
  'SG.com SG.a.b 00D 00Dabcdefghijkl!x pat-na1-x 1//0 of it',
  'default/postgres/1700000000/db/public/orders_1',
])('stays as it is: %s', (text) => {
  expect(redactor.text(text)).toBe(text);
  expect(redactor.value([text])).toEqual([text]);
});

const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
const keyOf = (kind: string, end = '\n'): string =>
  [`-----BEGIN ${kind}-----`, LINE, LINE, 'abc=', `-----END ${kind}-----`].join(end);

describe.each([
  'PRIVATE KEY',
  'RSA PRIVATE KEY',
  'OPENSSH PRIVATE KEY',
  'ENCRYPTED PRIVATE KEY',
  'PGP PRIVATE KEY BLOCK',
])('%s', (kind) => {
  test.each([
    ['as it is', keyOf(kind)],
    ['with Windows line ends', keyOf(kind, '\r\n')],
    ['in JSON', JSON.stringify({ note: keyOf(kind) })],
    ['in JSON in JSON', JSON.stringify({ note: JSON.stringify({ note: keyOf(kind) }) })],
    ['in a URL', `a=${encodeURIComponent(keyOf(kind))}&b=1`],
    ['in a form', new URLSearchParams({ a: keyOf(kind), b: '1' }).toString()],
    ['as Node prints it', inspect({ note: keyOf(kind) })],
    ['as a list of lines', JSON.stringify(keyOf(kind).split('\n'), null, 2)],
    ['as a list of lines in JSON', JSON.stringify(JSON.stringify(keyOf(kind).split('\n')))],
  ])('%s', (_how, text) => {
    const shown = redactor.text(text);
    expect(shown).toContain('[redacted]');
    expect(shown).not.toMatch(/MIIE|abc=|abc%3D/);
    expect(redactor.text(shown)).toBe(shown);
  });
});

test.each([
  ['postgres://u:p@w0rd@h/db', 'postgres://u:[redacted]@h/db'],
  ['postgres:\\/\\/u:pw@h\\/db', 'postgres:\\/\\/u:[redacted]@h\\/db'],
  ['?to=postgres%3A%2F%2Fu%3Apw%21@x', '?to=postgres%3A%2F%2Fu%3Apw%21@x'],
  ['?to=postgres%3A%2F%2Fu%3Apw%21%40h%2Fdb', '?to=postgres%3A%2F%2Fu%3A[redacted]%40h%2Fdb'],
  ['jdbc:oracle:thin:scott/tiger@//db:1521/x', 'jdbc:oracle:thin:scott/[redacted]@//db:1521/x'],
  ['mongodb+srv://u:pw@c.example.net/?w=1', 'mongodb+srv://u:[redacted]@c.example.net/?w=1'],
  ['said BASIC dXNlcjpwYXNz', 'said BASIC [redacted]'],
  ['sent Basic dXNlcjpwYXNz.', 'sent Basic [redacted].'],
  ['sent Bearer abcdEFghijKLmnopQRst', 'sent Bearer [redacted]'],
  ['sent BEARER abc123def456', 'sent BEARER [redacted]'],
  [`sent Bearer ${'abcd'.repeat(10)}`, 'sent Bearer [redacted]'],
  [
    'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=Zm9vYmFyYmF6cXV4/+==;EndpointSuffix=core',
    'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=[redacted];EndpointSuffix=core',
  ],
  ['BlobEndpoint=https://a;SharedAccessKey=abc=', 'BlobEndpoint=https://a;SharedAccessKey=[redacted]'],
  [
    'https://a.blob.core.windows.net/c?sv=2022&se=2024-01-01T00%3A00%3A00Z&sig=a%2Bb%3D',
    'https://a.blob.core.windows.net/c?sv=2022&se=2024-01-01T00%3A00%3A00Z&sig=[redacted]',
  ],
  [
    'https://b.s3.amazonaws.com/k?X-Amz-Signature=abc&x=1',
    'https://b.s3.amazonaws.com/k?X-Amz-Signature=[redacted]&x=1',
  ],
])('%s', (text, shown) => {
  expect(redactor.text(text)).toBe(shown);
  expect(redactor.text(shown)).toBe(shown);
});
