import { learnSecrets, type Place } from '../../../../src/redaction/names/learn-secrets';
import { createSecretNames } from '../../../../src/redaction/names/secret-names';

type Found = readonly (readonly [secret: string, certainty: string])[];

function found(value: unknown, at: Partial<Parameters<typeof learnSecrets>[1]> = {}): Found {
  const secrets: [string, string][] = [];
  const names = createSecretNames([]);
  learnSecrets(value, { place: 'anywhere', ...at }, names, (secret, certainty) => secrets.push([secret, certainty]));
  return secrets;
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const deep = (depth: number) => {
  let value: object = { password: 'p' };
  for (let level = 1; level < depth; level += 1) value = { inner: value };
  return value;
};

test.each<[what: string, value: unknown, expected: Found]>([
  ['a plain value', { host: 'db.example.com', count: 3, nothing: null, done: true }, []],
  ['a password', { password: 'p' }, [['p', 'named']]],
  ['a number', { pin: { password: 123456 } }, [['123456', 'named']]],
  ['a bigint', { password: 12n }, [['12', 'named']]],
  ['true and null', { password: true, token: null }, []],
  ['bytes', { password: Buffer.from('p') }, []],
  [
    'all below a secret',
    { token: { a: 'x', b: ['y'] } },
    [
      ['x', 'named'],
      ['y', 'named'],
    ],
  ],
  ['what is in a secret, whatever its name', { token: { credentials: { user_1: 'u' } } }, [['u', 'named']]],
  [
    'a map',
    new Map([
      ['password', 'p'],
      ['host', 'h'],
    ]),
    [['p', 'named']],
  ],
  ['a pair of key and value', [{ key: 'password', value: 'p' }], [['p', 'named']]],
  ['a pair of name and value', [{ name: 'password', value: 'p', note: 'n' }], [['p', 'named']]],
  ['a pair whose key is no string', [{ key: 1, value: 'v' }], []],
  ['a key without a value', [{ key: 'password', other: 'o' }], []],
  ['an option of a command', ['run', '--password', 'p', '--verbose', '-x', '--no-token', 't'], [['p', 'named']]],
  ['an option that another follows', ['--token', '--quiet', 'q'], []],
  ['an option whose value is an object', ['--token', { a: 'x' }], [['x', 'named']]],
  ['no option', ['see --token', 't'], []],
  [
    'items of a list, named by the list',
    { tokens: 'n', apiKeys: ['a', 'b'] },
    [
      ['a', 'named'],
      ['b', 'named'],
    ],
  ],
])('of %s', (_what, value, expected) => {
  expect(found(value)).toEqual(expected);
});

test.each<[what: string, value: unknown, expected: Found]>([
  [
    'the rest of it is beside the secret; places are not',
    { credentials: { username: 'u', password: 'p', host: 'h', database: 'd' } },
    [
      ['u', 'beside'],
      ['p', 'named'],
    ],
  ],
  [
    'a container in JSON',
    { extra: '{"member":"r","password":"p"}' },
    [
      ['r', 'beside'],
      ['p', 'named'],
    ],
  ],
  ['a container with text', { extra: 'plain' }, []],
  [
    'with a prefix',
    { 'credentials.username': 'u', 'extra.token': 't' },
    [
      ['u', 'beside'],
      ['t', 'named'],
    ],
  ],
  ['what only starts as JSON', { credentials: { user_1: '[u' } }, [['[u', 'beside']]],
  ['JSON inside of it', { credentials: { account: ' {"private_key":"k"}' } }, [['k', 'named']]],
  ['brackets further on', { credentials: { user_1: 'u [1]' } }, [['u [1]', 'beside']]],
  [
    'the name of a pair is a name',
    {
      credentials: [
        { name: 'member_1', value: 'v' },
        { key: 'host', value: 'h' },
      ],
    },
    [['v', 'beside']],
  ],
  [
    'outside of a list it is a value',
    { credentials: { name: 'n', value: 'v' } },
    [
      ['n', 'beside'],
      ['v', 'beside'],
    ],
  ],
])('of credentials: %s', (_what, value, expected) => {
  expect(found(value)).toEqual(expected);
});

test('a value that is known to be a secret is marked, and places are hidden as well', () => {
  const credentials = { password: 'p', host: 'h', username: 'u' };
  expect(found({ credentials }, { isReported: true })).toEqual([
    ['p', 'marked'],
    ['h', 'beside'],
    ['u', 'beside'],
  ]);
});

test.each<[text: string, expected: Found]>([
  ['https://me:p@db', [['p', 'named']]],
  ['a2+.-b://:p%40@db/x@y', [['p%40', 'named']]],
  ['https://me@db', []],
  ['https://db/a:b@c', []],
  ['see https://me:p@db', []],
  ['me:p@db', []],
])('of the URL %s', (text, expected) => {
  expect(found({ endpoint: text })).toEqual(expected);
});

test.each<[name: string, text: string, expected: Found]>([
  ['authorization', 'Bearer abc', [['abc', 'named']]],
  ['authorization', 'bearer  a b\nc', [['a b\nc', 'named']]],
  ['authorization', 'x Bearer abc', [['x Bearer abc', 'named']]],
  [
    'authorization',
    basic('me:p:q\nr'),
    [
      [basic('me:p:q\nr').slice(6), 'named'],
      ['p:q\nr', 'named'],
    ],
  ],
  ['authorization', basic('nothing'), [[basic('nothing').slice(6), 'named']]],
  ['authorization', `Token ${basic('me:p').slice(6)}`, [[basic('me:p').slice(6), 'named']]],
  [
    'Set-Cookie',
    'sid= 12345678 ; short=1234567; 87654321',
    [
      ['sid= 12345678 ; short=1234567; 87654321', 'named'],
      ['12345678', 'beside'],
      ['87654321', 'beside'],
    ],
  ],
  ['cookie_secret', 'a=12345678', [['a=12345678', 'named']]],
])('of the header %s: %j', (name, text, expected) => {
  expect(found({ headers: { [name]: text } })).toEqual(expected);
});

test('it ends in a value that contains itself, and looks into an object once per place', () => {
  const shared: Record<string, unknown> = { user_1: 'u' };
  shared['self'] = shared;
  expect(found({ first: shared, credentials: shared, again: { credentials: shared } })).toEqual([['u', 'beside']]);
});

test('it looks 200 levels deep', () => {
  expect(found(deep(201))).toEqual([['p', 'named']]);
  expect(found(deep(202))).toEqual([]);
  const inside = (place: Place) => found(JSON.stringify(deep(200)), { place, name: 'extra' });
  expect(inside('credentials')).toEqual([['p', 'named']]);
});

test('what throws when it is read is left out', () => {
  const throws = () => {
    throw new Error('no');
  };
  const value = {
    get password() {
      return throws();
    },
    token: 't',
  };
  expect(found(value)).toEqual([['t', 'named']]);
  expect(found({ a: new Proxy({}, { ownKeys: throws }), token: 't' })).toEqual([['t', 'named']]);
});
