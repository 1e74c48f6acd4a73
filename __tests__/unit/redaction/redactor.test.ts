import { inspect } from 'node:util';
import { createRedactor } from '../../../src/redaction/redactor';
import { secret } from '../../../src/redaction/secret';
import { cut, FORMS } from './forms';

const SECRETS = ['k9Xq27Lmz', 'pa"ss\\w\'or/d', 'grün €uro 😀!', 'a+b c%41&d=<e>', 'x'.repeat(3) + 'Z9-'.repeat(20)];

const knowing = (...secrets: readonly string[]) => {
  const redactor = createRedactor();
  for (const one of secrets) redactor.addSecret(one, 'password');
  return redactor;
};

describe.each(SECRETS)('the secret %s', (value) => {
  const redactor = knowing(value);

  test.each(Object.entries(FORMS))('is hidden %s', (_form, spell) => {
    const spelled = spell(value);
    for (const [before, after] of [
      ['', ''],
      ['refused for ', ' at the door'],
      ['{"message":"', '"}'],
      ['?q=', '&b=1'],
      ['x', 'y'],
    ]) {
      const shown = redactor.text(`${before}${spelled}${after}`);
      expect(shown).toContain('[redacted]');
      expect(shown).not.toContain(spelled);
      expect(shown.startsWith(before as string)).toBe(true);
      expect(shown.endsWith(after as string)).toBe(true);
      expect(redactor.text(shown)).toBe(shown);
    }
  });

  test.each(Object.entries(FORMS))('is hidden %s, cut by a line break', (_form, spell) => {
    for (const indentation of ['', '    ', '\t']) {
      const shown = redactor.text(`before ${cut(spell(value), indentation)} after`);
      expect(shown).toMatch(/^before (Basic )?\S{0,16}\[redacted\]\S{0,16} after$/);
    }
  });

  test('is hidden in values and keys', () => {
    const shown = redactor.value({ a: [`x ${value} y`], [value]: { [`my ${value}`]: 1 } });
    expect(shown).toEqual({ a: ['x [redacted] y'], '[redacted]': { 'my [redacted]': 1 } });
  });
});

test('a secret that is a part of another, or overlaps it, leaves nothing of it', () => {
  const redactor = knowing('abc-123', 'abc-123-def', '123-def-456');
  expect(redactor.text('abc-123-def; abc-123; abc-123-def-456')).toBe('[redacted]; [redacted]; [redacted]');
});

test('a key of several lines is hidden as a whole, joined, and line by line', () => {
  const lines = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'BKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj', 'zAg+/Q8='];
  const pem = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
  const redactor = knowing(pem);

  expect(redactor.text(`key: ${pem} end`)).not.toMatch(/MIIE|BKcw|zAg/);
  expect(redactor.text(JSON.stringify({ pem, again: JSON.stringify(pem) }))).not.toMatch(/MIIE|BKcw|zAg/);
  expect(redactor.text(lines.join(''))).toBe('[redacted]');
  expect(redactor.text(`line 2 is "${lines[1]}"`)).toBe('line 2 is "[redacted]"');
  expect(redactor.text('expected -----BEGIN PRIVATE KEY----- at the start')).toContain('BEGIN PRIVATE KEY');
});

test('what a message shows of a long secret before it cuts it is hidden too', () => {
  const token = Array.from({ length: 60 }, (_, index) => (index * 7919).toString(36)).join('');
  const shown = knowing(token).text(`"${token.slice(0, 100)}… (140 more)"`);
  expect(shown).toBe('"[redacted]… (140 more)"');
});

test.each(['true', 'admin', '5432', 'localhost', 'postgres', 'abc', '', '12345', '[redacted]', 'redacted', '   '])(
  'the short or common value "%s" is not blanked out',
  (value) => {
    const text = `it is ${value}, and true, admin, 5432, localhost, postgres, abc, 12345, [redacted]; redacted   `;
    expect(knowing(value).text(text)).toBe(text);
  },
);

test('the rest of credentials has to be more distinctive than a password, and no place or setting', () => {
  const redactor = createRedactor();
  const places = { database: 'sales_db', schema_name: 'raw_2024', region: 'eu-west-1', host: 'db-7.example.com' };
  redactor.addCredentials({ username: 'svc_reader', ...places, port: 54321, weird: 'weird-77', password: 'dragon-1' });
  redactor.learn({ credentials: { ...places, extra: JSON.stringify({ role: 'role_77', account_id: 'xy12345.eu' }) } });
  redactor.learn([
    {
      credentials: [
        { key: 'extra.warehouse', value: 'WH_SMALL' },
        { key: 'host', value: 'h-77-h-77' },
      ],
    },
  ]);
  const shown = 'sales_db/raw_2024 eu-west-1 db-7.example.com 54321 role_77 xy12345.eu WH_SMALL h-77-h-77';
  expect(redactor.text(`svc_reader weird-77 dragon-1 ${shown}`)).toBe(`[redacted] [redacted] [redacted] ${shown}`);
});

test.each(['wrong', 'invalid', 'dragon', 'incorrect', 'wrong-password'])(
  'the password %s, an ordinary word, is hidden at its place, and everywhere if somebody said so',
  (word) => {
    const before = createRedactor();
    before.learn({ credentials: { password: word }, headers: { authorization: `Basic ${btoa(`me:${word}`)}` } });
    expect(before.text(`${word}: the ${word} one`)).toBe(`${word}: the ${word} one`);
    expect(before.value({ password: word })).toEqual({ password: '[redacted]' });
    expect(before.text(`{"password": "${word}"}`)).toBe('{"password": "[redacted]"}');
  },
);

test.each<[string, (redactor: ReturnType<typeof createRedactor>) => void]>([
  ['is marked', () => void secret('grizzly')],
  ['stands in a variable', (redactor) => redactor.addEnvironment({ MY_PASSWORD: 'grizzly' })],
  [
    'is marked after it was met',
    (redactor) => {
      redactor.learn({ password: 'grizzly' });
      redactor.addSecret('grizzly');
    },
  ],
])('a short word that %s is hidden everywhere', (_how, learn) => {
  const redactor = createRedactor();
  learn(redactor);
  expect(redactor.text('a grizzly')).toBe('a [redacted]');
});

test.each<[string, unknown]>([
  ['flat credentials', { credentials: { password: 'found-1' } }],
  ['a nested extra', { credentials: { extra: { anything: 'found-1' } } }],
  ['an extra of JSON', { credentials: { extra: '{"anything":"found-1"}' } }],
  ['pairs', { credentials: [{ key: 'extra.anything', value: 'found-1' }] }],
  ['pairs of a name', { a: [{ name: 'password', value: 'found-1' }] }],
  ['a command', { app: { command: ['run', '--user', 'me', '--db-password', 'found-1'] } }],
  ['credentials by name', { credentials_by_name: { a: [{ key: 'password', value: 'found-1' }] } }],
  ['a secret name at any depth', { a: [{ b: { clientSecret: 'found-1' } }] }],
  ['a list under a secret name', { tokens: 1, apiKeys: ['found-1'] }],
  ['an object under a secret name', { token: { access: 'found-1' } }],
  ['a Bearer header', { Authorization: 'Bearer found-1' }],
  ['a Basic header', { authorization: `Basic ${Buffer.from('u:found-1').toString('base64')}` }],
  ['a cookie', { Cookie: 'a=1; sid=it was found-1' }],
  ['a URL with a password', { url: 'postgres://u:found-1@host/db' }],
  ['an encoded password in a URL', { url: 'postgres://u:found%2D1@host/db' }],
  ['a Map', new Map([['password', 'found-1']])],
  [
    'a circle',
    (() => {
      const a: Record<string, unknown> = { password: 'found-1' };
      a['a'] = a;
      return [a];
    })(),
  ],
])('learns from %s', (_what, value) => {
  const redactor = createRedactor();
  redactor.learn(value);
  expect(redactor.text('it was found-1')).not.toContain('found');
});

test('of credentials in the environment, too, a database is no secret everywhere', () => {
  const redactor = createRedactor();
  redactor.addEnvironment({
    E2E_PG_DATABASE: 'sales_db',
    E2E_PG_EXTRA_ROLE: 'reporting_role',
    E2E_PG_PAT: 'found-value-2',
  });
  expect(redactor.text('default/sales_db as reporting_role by found-value-2')).toBe(
    'default/sales_db as reporting_role by [redacted]',
  );
});

test('a string that was seen before is hidden as soon as it is known to be a secret', () => {
  const redactor = createRedactor();
  const shown = (): unknown => [redactor.text('from plum-harbour-12'), redactor.value({ a: 'plum-harbour-12' })];
  expect(shown()).toEqual(['from plum-harbour-12', { a: 'plum-harbour-12' }]);
  redactor.addSecret('plum-harbour-12', 'password');
  expect(shown()).toEqual(['from [redacted]', { a: '[redacted]' }]);
  secret('plum-harbour-13');
  expect(redactor.text('from plum-harbour-13')).toBe('from [redacted]');
});

test('the keys of pairs are names, and stay', () => {
  const redactor = createRedactor();
  redactor.learn({ credentials: [{ key: 'extra.someProof', value: 'found-value-1' }] });
  expect(redactor.text('extra.someProof is found-value-1')).toBe('extra.someProof is [redacted]');
  // Not a pair, but credentials that are called so.
  redactor.learn({ credentials: { key: 'AKIA-0123-found', value: 'x' } });
  expect(redactor.text('AKIA-0123-found')).toBe('[redacted]');
});

test('a command is learnt from no further than its flags go', () => {
  const redactor = createRedactor();
  redactor.learn({
    command: ['run', '--token', '--verbose', '--password-stdin', 'data-77', '--no-password', 'data-78'],
  });
  expect(redactor.text('run --verbose data-77 data-78')).toBe('run --verbose data-77 data-78');
});

test('learning meets what refuses to be read', () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const redactor = createRedactor();
  redactor.learn([
    proxy,
    {
      get password() {
        throw new Error('no');
      },
    },
    { token: 'found-1' },
  ]);
  expect(redactor.text('found-1')).toBe('[redacted]');
});

test('environment variables are known by their names', () => {
  const redactor = createRedactor();
  redactor.addEnvironment({
    E2E_MY_APP_PASSWORD: 'env-pass-1',
    GITHUB_TOKEN: 'env-token-1',
    MY_KEY: 'env-key-1',
    PGPASSWORD: 'env-pg-1',
    BASIC_AUTH: 'env-auth-1',
    DATABASE_URL: 'postgres://u:env-url-1@h/db',
    AWS_ACCESS_KEY_ID: 'AKIAENV1',
    PATH: '/usr/bin-1',
    PWD: '/home/me-1',
    SSH_AUTH_SOCK: '/tmp/sock-1',
    DESKTOP_SESSION: 'gnome-1',
    PRIMARY_KEY: 'pk-1-pk-1',
    TOKEN_URL: 'http://x/1',
    HOME: '/home/x-1',
    EMPTY_TOKEN: undefined,
  });
  expect(redactor.text('env-pass-1 env-token-1 env-key-1 env-pg-1 env-auth-1 env-url-1 AKIAENV1')).toBe(
    Array(7).fill('[redacted]').join(' '),
  );
  const others = '/usr/bin-1 /home/me-1 /tmp/sock-1 gnome-1 pk-1-pk-1 http://x/1 /home/x-1';
  expect(redactor.text(others)).toBe(others);
});

test('secret() returns what it is given, and every redactor hides it from then on', () => {
  const before = createRedactor();
  const marked: string = secret('marked-77');
  const object = secret({ inner: ['marked-78'], none: undefined });
  expect(marked).toBe('marked-77');
  expect(object.inner[0]).toBe('marked-78');
  expect(before.text('marked-77 marked-78')).toBe('[redacted] [redacted]');
  expect(createRedactor().value(['marked-77'])).toEqual(['[redacted]']);
  expect(secret(undefined)).toBeUndefined();
  expect(
    inspect(Reflect.get(globalThis, Symbol.for('jest-connector.secrets')), { depth: 9, showHidden: true }),
  ).not.toContain('marked');
});

test('a copy of the package in the same realm shares what was marked', () => {
  jest.isolateModules(() => {
    (require('../../../src/redaction/secret') as typeof import('../../../src/redaction/secret')).secret('marked-copy');
  });
  expect(createRedactor().text('marked-copy')).toBe('[redacted]');
});

test('a debug print of a redactor shows no secret', () => {
  const redactor = knowing('k9Xq27Lmz');
  redactor.text('k9Xq27Lmz');
  expect(inspect(redactor, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(redactor)).not.toContain(
    'k9Xq',
  );
});

test('JSON stays JSON', () => {
  const redactor = knowing('12345678', 'nine-x', 'abc\\');
  for (const value of [
    { pin: 12345678, list: [1, 12345678, 9123456789], text: 'a 12345678' },
    { text: '\nine-x', path: 'C:\\nine-x', end: 'abc\\', quote: 'abc"' },
  ]) {
    for (const indent of [0, 2]) {
      const shown = redactor.text(JSON.stringify(value, null, indent));
      expect(() => JSON.parse(shown)).not.toThrow();
      expect(shown).not.toContain('12345678');
      expect(redactor.text(shown)).toBe(shown);
    }
  }
  expect(JSON.parse(redactor.text('{"pin":12345678}'))).toEqual({ pin: '[redacted]' });
});

describe('in another case', () => {
  const cases: readonly ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text[0]?.toUpperCase() + text.slice(1).toLowerCase(),
    (text) => [...text].map((letter, index) => (index % 2 === 0 ? letter.toUpperCase() : letter)).join(''),
  ];

  test.each<[string, object]>([
    ['a user', { username: 'Svc_Reader' }],
    ['a user in an address', { username: 'jane.doe@Example.com' }],
    ['a password', { password: 'Passw0rd' }],
    ['a password of letters', { password: 'swordfish' }],
    ['letters beyond ASCII', { password: 'Größe-42-éÀ' }],
    ['a long token', { token: 'Abcd-1234'.repeat(8) }],
  ])('%s is hidden', (_kind, credentials) => {
    const redactor = createRedactor();
    redactor.addCredentials(credentials);
    const [secret] = Object.values(credentials) as [string];
    for (const change of cases) {
      const text = `User ${change(secret)} was refused; ${JSON.stringify({ note: encodeURIComponent(change(secret)) })}`;
      expect(redactor.text(text)).toBe('User [redacted] was refused; {"note":"[redacted]"}');
    }
  });

  test.each(Object.entries(FORMS))('%s', (_form, spell) => {
    const redactor = createRedactor();
    redactor.addCredentials({ username: 'Svc\'Re"ad&er' });
    for (const secret of ['SVC\'RE"AD&ER', 'svc\'re"ad&er']) {
      expect(redactor.text(`a ${spell(secret)} b`)).toMatch(/^a (?:Basic )?[^ ]{0,8}\[redacted\][^ ]{0,16} b$/);
    }
  });

  test.each<[object, string]>([
    [{ username: 'admin', password: 'admin' }, 'Admin, ADMIN and admin'],
    [{ password: 'Summer' }, 'it is summer, SUMMER'],
    [{ password: 'wrong' }, 'Wrong, wrong and WRONG'],
    [{ password: 'Wrong' }, 'wrong and WRONG'],
    [{ password: 'aB1x' }, 'AB1X and ab1x are too short'],
    [{ username: 'Finance', password: 'Postgres' }, 'finance, FINANCE, postgres, POSTGRES'],
    [{ username: 'iPhone' }, 'iphone and IPHONE'],
    [{ password: '12345678' }, '12345679'],
  ])('%j leaves alone: %s', (credentials, text) => {
    const redactor = createRedactor();
    redactor.addCredentials(credentials);
    expect(redactor.text(text)).toBe(text);
  });

  test('places stay where a letter has no single small one', () => {
    const redactor = createRedactor();
    redactor.addSecret('K9-xq!2');
    expect(redactor.text('İİİ k9-XQ!2 İ k9-Xq!2')).toBe('İİİ [redacted] İ [redacted]');
  });
});
