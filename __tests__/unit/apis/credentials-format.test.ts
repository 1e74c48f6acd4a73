import { toFlat, toPairs } from '../../../src/apis/credentials-format';

describe('toPairs', () => {
  it('writes every value as text, and leaves null out', () => {
    expect(toPairs({ host: 'db', port: 5432, tls: true, off: false, none: null, empty: '' })).toEqual([
      { key: 'host', value: 'db' },
      { key: 'port', value: '5432' },
      { key: 'tls', value: 'true' },
      { key: 'off', value: 'false' },
      { key: 'empty', value: '' },
    ]);
  });

  it('spreads a nested extra, and writes other objects as JSON', () => {
    expect(
      toPairs({ extra: { database: 'MY_DB', retries: 3, none: null, deep: { a: 1 } }, list: [1], map: { b: 2 } }),
    ).toEqual([
      { key: 'extra.database', value: 'MY_DB' },
      { key: 'extra.retries', value: '3' },
      { key: 'extra.deep', value: '{"a":1}' },
      { key: 'list', value: '[1]' },
      { key: 'map', value: '{"b":2}' },
    ]);
  });

  it('takes an extra that is text for what it is', () => {
    expect(toPairs({ extra: '{"a":1}' })).toEqual([{ key: 'extra', value: '{"a":1}' }]);
  });

  it.each([[[{ key: 'port', value: 5432 }]], ['garbage'], [42], [null], [undefined]])('passes %p as it is', (value) => {
    expect(toPairs(value)).toBe(value);
  });

  it.each([
    [{ password: undefined }, 'credentials.password is undefined; nothing was sent.'],
    [{ extra: { token: undefined } }, 'credentials.extra.token is undefined; nothing was sent.'],
    [{ password: () => 'x' }, 'credentials.password is a function; nothing was sent.'],
  ])('refuses %p', (credentials, what) => {
    expect(() => toPairs(credentials)).toThrow(expect.objectContaining({ code: 'INVALID_ARGS', what }));
  });
});

describe('toFlat', () => {
  it('is the way back', () => {
    const flat = { host: 'db', extra: { database: 'MY_DB' } };
    expect(toFlat(toPairs(flat))).toEqual(flat);
  });

  it('leaves flat credentials as they are', () => {
    const flat = { port: 5432 };
    expect(toFlat(flat)).toBe(flat);
  });

  it.each([[[{ key: 'port', value: 5432 }]], [['a']], ['garbage'], [null], [undefined]])(
    'has no form for %p',
    (value) => {
      expect(toFlat(value)).toBeUndefined();
    },
  );
});
