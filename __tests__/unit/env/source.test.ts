import { source } from '../../../src/env/source';
import { redactText } from '../../../src/redaction/process-redactor';

const before = { ...process.env };
const set = (variables: Record<string, string>) => Object.assign(process.env, variables);
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('E2E_')) delete process.env[name];
  Object.assign(process.env, before);
});

test('names are found whatever their case and separators, in the JSON and in variables', () => {
  set({ E2E_SOURCE_RAW_JSON: '{"iamRoleArn": "arn:1", "port": 5432}', E2E_MY_PG_CLIENT_ID: ' id ' });
  const fields = source('my-pg');

  const all = { iamrolearn: 'arn:1', port: '5432', clientid: 'id' };
  expect(fields).toMatchObject({ name: 'my-pg', available: true, fields: all });
  expect([fields.get('IAM_ROLE_ARN'), fields.get('Port'), fields.get('clientId'), fields.get('host')]).toEqual([
    ...['arn:1', '5432', 'id'],
    undefined,
  ]);
  expect(fields.require('iam_role_arn', 'clientId')).toEqual({ iam_role_arn: 'arn:1', clientId: 'id' });
});

test('what the JSON names is its own to say, also that it is empty or no text', () => {
  const raw = { host: '', user: null, roles: ['a'], password: 'json' };
  const flat = { E2E_PG_HOST: 'x', E2E_PG_USER: 'x', E2E_PG_ROLES: 'x', E2E_PG_PASSWORD: 'x', E2E_PG_PORT: '1' };
  set({ E2E_SOURCE_RAW_JSON: JSON.stringify(raw), ...flat });
  expect(['host', 'user', 'roles', 'password', 'port'].map((name) => source('pg').get(name))).toEqual([
    ...[undefined, undefined, undefined],
    ...['json', '1'],
  ]);
});

test('get takes the first that is there; has asks for all, and for at least one', () => {
  set({ E2E_PG_HOST: 'h', E2E_PG_BASIC_HOST: ' ' });
  const fields = source('pg');
  expect(fields.get('basic_host', 'host')).toBe('h');
  expect([fields.has('host'), fields.has('host', 'basic_host'), fields.has()]).toEqual([true, false, false]);
});

test.each([
  ['pg', {}, undefined],
  ['-', { E2E_TENANT_TOKEN: 'x', E2E___TOKEN: 'x' }, undefined],
  [undefined, { E2E_SOURCE_DATASOURCE: 'pg', E2E_PG_HOST: 'h' }, 'h'],
  [undefined, { E2E_PG_HOST: 'h' }, undefined],
])('the source %s, with %j, has the host %s', (name, variables, host) => {
  set(variables);
  expect(source(name)).toMatchObject({ available: host !== undefined });
  expect(source(name).get('host')).toBe(host);
});

test('a prefix may be another than the name', () => {
  set({ E2E_META_BASE_HOST: 'h' });
  expect(source('metabase', { prefix: 'meta-base' }).get('host')).toBe('h');
});

test('require names all that is missing, and what to set', () => {
  set({ E2E_PG_HOST: 'h' });
  expect(() => source('pg').require('host', 'user', 'roleArn')).toThrow(
    expect.objectContaining({
      code: 'MISSING_VARIABLES',
      what: 'The source "pg" has no user, roleArn.',
      why: 'it has host.',
      fix: 'set E2E_PG_USER, E2E_PG_ROLE_ARN, in the shell or in .env.',
    }),
  );
  expect(() => source('pg').require('hots')).toThrow(expect.objectContaining({ fix: 'use host instead.' }));
});

test.each(['{"host": "canary-1', '[1]', '5'])('%s is no source, and none of it is shown', (text) => {
  set({ E2E_SOURCE_RAW_JSON: text });
  expect(() => source('pg')).toThrow(expect.objectContaining({ code: 'INVALID_CONFIGURATION', why: undefined }));
});

test('all of it is credentials for the redactor, before anybody has read it', () => {
  set({ E2E_SOURCE_RAW_JSON: '{"pat": "cAn4ry-raw-7"}', E2E_PG_SERVICE_USER: 'cAn4ry-user-7' });
  expect(redactText('refused: cAn4ry-raw-7 cAn4ry-user-7')).toBe('refused: [redacted] [redacted]');
});

test('a number of the JSON keeps its digits', () => {
  set({ E2E_SOURCE_RAW_JSON: '{"account": 9007199254740993}' });
  expect(source('pg').get('account')).toBe('9007199254740993');
});
