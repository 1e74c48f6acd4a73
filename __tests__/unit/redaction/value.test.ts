import { Blob, File } from 'node:buffer';
import { createRedactor } from '../../../src/redaction/redactor';

const redactor = createRedactor();
redactor.addSecret('k9Xq27Lmz');
redactor.addSecret(87654321);

class Login {
  password = 'a';
  user = 'u';
  get computed(): string {
    return 'on the prototype';
  }
}

const circular: Record<string, unknown> = { a: 1 };
circular['self'] = circular;
circular['list'] = [circular];

const throwing = {
  a: 1,
  get bad(): never {
    throw new Error('k9Xq27Lmz');
  },
};

const axiosError = Object.assign(new Error('Request failed: k9Xq27Lmz', { cause: new TypeError('why') }), {
  code: 'ERR',
  config: { headers: { Authorization: 'Bearer a' } },
  request: { a: 1 },
  toJSON: () => ({ config: 'leak' }),
});

const all = {
  get: (): never => {
    throw new Error('no');
  },
  ownKeys: (): never => {
    throw new Error('no');
  },
};
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();

test.each<[string, unknown, unknown]>([
  ['plain JSON', { a: [1, 'x', null, true, -0.5], b: {} }, { a: [1, 'x', null, true, -0.5], b: {} }],
  ['text', 'k9Xq27Lmz!', '[redacted]!'],
  [
    'files',
    { upload: new Blob(['k9Xq27Lmz']), file: new File(['a'], 'a.txt') },
    { upload: '[binary, 9 bytes]', file: '[binary, 1 byte]' },
  ],
  [
    'a secret name',
    { password: 'a', token: 5, secret: { a: 1 }, cookie: ['a'], jwt: 10n },
    { password: '[redacted]', token: '[redacted]', secret: '[redacted]', cookie: '[redacted]', jwt: '[redacted]' },
  ],
  [
    'what explains a failure',
    { password: '', token: null, secret: false },
    { password: '', token: null, secret: false },
  ],
  [
    'credentials',
    { credentials: { host: 'h', password: '', n: null, on: true, port: 5432, extra: { role: 'r' } } },
    {
      credentials: {
        host: '[redacted]',
        password: '',
        n: null,
        on: true,
        port: '[redacted]',
        extra: { role: '[redacted]' },
      },
    },
  ],
  [
    'pairs of credentials',
    {
      credentials: [
        { key: 'host', value: 'h' },
        { key: 'password', value: '' },
      ],
    },
    {
      credentials: [
        { key: 'host', value: '[redacted]' },
        { key: 'password', value: '' },
      ],
    },
  ],
  [
    'other pairs',
    [
      { key: 'password', value: 'a' },
      { key: 'color', value: 'red' },
      { name: 'Authorization', value: 'x' },
    ],
    [
      { key: 'password', value: '[redacted]' },
      { key: 'color', value: 'red' },
      { name: 'Authorization', value: '[redacted]' },
    ],
  ],
  ['a text of credentials', { extra: '{"a":1}', credential: 'x' }, { extra: '{"a":1}', credential: '[redacted]' }],
  ['numbers', [87654321, 1, NaN, Infinity, 87654321n], ['[redacted]', 1, 'NaN', 'Infinity', '[redacted]']],
  ['undefined', { a: undefined, b: [undefined] }, { b: [null] }],
  ['two hidden keys', { k9Xq27Lmz: 1, 'k9Xq%32%37Lmz': 2 }, { '[redacted]': 1, '[redacted] (2)': 2 }],
  ['__proto__', JSON.parse('{"__proto__": {"a": 1}}'), JSON.parse('{"__proto__": {"a": 1}}')],
  ['a circle', circular, { a: 1, self: '[circular]', list: ['[circular]'] }],
  ['a getter that throws', throwing, { a: 1, bad: '[unreadable]' }],
  ['a proxy that throws', [new Proxy({}, all), revoked], ['[unreadable]', '[unreadable]']],
  [
    'toJSON',
    {
      a: { toJSON: () => ({ password: 'x' }) },
      b: {
        toJSON() {
          throw new Error('x');
        },
      },
      c: {
        x: 1,
        toJSON() {
          return this;
        },
      },
    },
    { a: { password: '[redacted]' }, b: '[unreadable]', c: { x: 1, toJSON: '[function toJSON]' } },
  ],
  [
    'binary',
    [
      Buffer.from('k9Xq27Lmz'),
      new Uint8Array(1),
      new Float64Array(2),
      new ArrayBuffer(1200),
      new DataView(new ArrayBuffer(3)),
    ],
    ['[binary, 9 bytes]', '[binary, 1 byte]', '[binary, 16 bytes]', '[binary, 1,200 bytes]', '[binary, 3 bytes]'],
  ],
  ['a Buffer as JSON', JSON.parse(JSON.stringify({ b: Buffer.from('k9Xq27Lmz') })), { b: '[binary, 9 bytes]' }],
  [
    'a Buffer as JSON, without a secret',
    { b: Buffer.from('hi').toJSON() },
    { b: { type: 'Buffer', data: [104, 105] } },
  ],
  [
    'a Buffer among credentials',
    { credentials: { b: Buffer.from('hi').toJSON() } },
    { credentials: { b: '[redacted]' } },
  ],
  ['a Buffer that was cut', { b: { type: 'Buffer', data: [104, '…'] } }, { b: '[binary, 2 bytes]' }],
  [
    'functions and symbols',
    [function k9Xq27Lmz() {}, () => 1, Symbol('k9Xq27Lmz')],
    ['[function [redacted]]', '[function]', 'Symbol([redacted])'],
  ],
  ['dates', [new Date(0), new Date(NaN)], ['1970-01-01T00:00:00.000Z', 'Invalid Date']],
  [
    'a Map and a Set',
    [
      new Map([
        ['password', 'a'],
        ['b', 'k9Xq27Lmz'],
      ]),
      new Map([[1, 'k9Xq27Lmz']]),
      new Set(['k9Xq27Lmz']),
    ],
    [{ password: '[redacted]', b: '[redacted]' }, [[1, '[redacted]']], ['[redacted]']],
  ],
  [
    'headers and a query',
    [
      new Headers({ a: 'b', authorization: 'x' }),
      new URLSearchParams({ token: 'x', a: 'b' }),
      new URL('http://u:p@h/'),
    ],
    [{ a: 'b', authorization: '[redacted]' }, 'token=[redacted]&a=b', 'http://u:[redacted]@h/'],
  ],
  [
    'boxed values',
    [Object('k9Xq27Lmz'), Object(1), Object(true), /k9Xq27Lmz/],
    ['[redacted]', 1, true, '/[redacted]/'],
  ],
  ['an instance', new Login(), { password: '[redacted]', user: 'u' }],
  [
    'an error',
    axiosError,
    { name: 'Error', message: 'Request failed: [redacted]', code: 'ERR', cause: { name: 'TypeError', message: 'why' } },
  ],
])('%s', (_what, value, copy) => {
  const shown: unknown = redactor.value(value);
  expect(shown).toEqual(copy);
  expect(JSON.stringify(shown)).toBe(JSON.stringify(copy));
  expect(redactor.value(shown)).toEqual(shown);
});

test('undefined is undefined', () => expect(redactor.value(undefined)).toBeUndefined());

test('the value itself is not changed', () => {
  const value = Object.freeze({ password: 'a', list: Object.freeze(['k9Xq27Lmz']) });
  redactor.value(value);
  expect(value).toEqual({ password: 'a', list: ['k9Xq27Lmz'] });
});

test('10,000 levels are cut', () => {
  let deep: unknown = 'k9Xq27Lmz';
  for (let level = 0; level < 10_000; level += 1) deep = level % 2 ? [deep] : { deep };
  expect(JSON.stringify(redactor.value(deep))).toContain('[too deep]');
  expect(() => redactor.learn({ credentials: deep })).not.toThrow();
});

test('what is shared is copied once: thirty doublings are no billion copies', () => {
  let shared: unknown = { a: 'k9Xq27Lmz' };
  for (let level = 0; level < 30; level += 1) shared = [shared, shared];
  expect(JSON.stringify(redactor.value([{ a: shared }, 1][1]))).toBe('1');
  redactor.value(shared);
  redactor.learn({ credentials: shared });
  const one = { a: 1 };
  expect(redactor.value({ x: one, y: one, credentials: one })).toEqual({
    x: { a: 1 },
    y: { a: 1 },
    credentials: { a: '[redacted]' },
  });
});

test('a huge sparse list is cut', () => {
  const list: unknown[] = [];
  list[4e9] = 1;
  expect(redactor.value(list).at(-1)).toBe('[3,995,000,001 more]');
});

test('a bigint stays a number', () => {
  expect(redactor.value({ id: 12n, list: [9007199254740993n] })).toEqual({ id: 12n, list: [9007199254740993n] });
});
