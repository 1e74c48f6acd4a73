import { environmentCredentials, prefixOf } from '../../../src/env/credentials';

const owners = new Set(['my-App', 'auth_valid', 'auth_valid_2', 'Read only (2)'].map(prefixOf));
const read = (owner: string, environment: Record<string, string>) => environmentCredentials(owner, owners, environment);

test.each([
  ['my-App', { E2E_MY_APP_USERNAME: 'me', E2E_OTHER_HOST: 'x', E2E_MY_APPS_HOST: 'x' }, { username: 'me' }],
  ['Read only (2)', { E2E_READ_ONLY_2_HOST: 'h' }, { host: 'h' }],
  ['my-App', { E2E_MY_APP_PORT: '05432' }, { port: '05432' }],
  ['my-App', { E2E_MY_APP_AUTH_TYPE: 'basic' }, { auth_type: 'basic' }],
  ['my-App', { E2E_MY_APP_: 'x', E2E_MY_APP: 'x' }, {}],
  ['', { E2E_MY_APP_HOST: 'x' }, {}],
  ['source', { E2E_SOURCE_RAW_JSON: '{}', E2E_SOURCE_DATASOURCE: 'x', E2E_SOURCE_HOST: 'h' }, { host: 'h' }],
])('%s, with %j', (owner, environment, credentials) => {
  expect(read(owner, environment as Record<string, string>).credentials).toEqual(credentials);
});

test('the longest name that fits owns a variable, an application’s too', () => {
  const environment = { E2E_AUTH_VALID_HOST: 'one', E2E_AUTH_VALID_2_HOST: 'two' };
  expect(read('auth_valid', environment).credentials).toEqual({ host: 'one' });
  expect(read('auth_valid_2', environment).credentials).toEqual({ host: 'two' });

  const app = new Set(['pg', 'pg_wrong_password'].map(prefixOf));
  const ofPg = { E2E_PG_HOST: 'h', E2E_PG_WRONG_PASSWORD_PASSWORD: 'x' };
  expect(environmentCredentials('pg', app, ofPg).credentials).toEqual({ host: 'h' });
  expect(environmentCredentials('pg_wrong_password', app, ofPg).credentials).toEqual({ password: 'x' });
});

test('a variable that is set to nothing leaves its credential undefined, for nothing else may be sent instead', () => {
  const { credentials, variables } = read('my-App', { E2E_MY_APP_PASSWORD: '', E2E_MY_APP_EXTRA_ROLE: ' ' });
  expect(credentials).toStrictEqual({ password: undefined, extra: { role: undefined } });
  expect(variables).toEqual({ password: 'E2E_MY_APP_PASSWORD', 'extra.role': 'E2E_MY_APP_EXTRA_ROLE' });
});

test.each([
  [
    { E2E_MY_APP_EXTRA_ROLE: 'r', E2E_MY_APP_EXTRA_DATABASE: 'd' },
    { role: 'r', database: 'd' },
  ],
  [
    { E2E_MY_APP_EXTRA: '{"role":"r","database":"d"}', E2E_MY_APP_EXTRA_ROLE: 's' },
    { role: 's', database: 'd' },
  ],
  [{ E2E_MY_APP_EXTRA: '{"account":9007199254740993}' }, { account: 9007199254740993n }],
  [{ E2E_MY_APP_EXTRA: 'no JSON' }, 'no JSON'],
])('extra is an object: %j', (environment, extra) => {
  expect(read('my-App', environment as Record<string, string>).credentials).toEqual({ extra });
});

test('an extra that is no object, and fields of it, contradict each other', () => {
  expect(() => read('my-App', { E2E_MY_APP_EXTRA: '[1]', E2E_MY_APP_EXTRA_ROLE: 'r' })).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGS',
      what: expect.stringContaining("Invalid E2E_MY_APP_EXTRA: it isn't a JSON object, so E2E_MY_APP_EXTRA_ROLE can't"),
    }),
  );
});
