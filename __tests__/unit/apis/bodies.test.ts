import { handlerBody } from '../../../src/apis/bodies';
import { createRedactor } from '../../../src/redaction/redactor';

/** The secrets that are learnt from a value, each with how certain that is. */
const secretsOf = (value: unknown): string[] => {
  const redactor = createRedactor();
  redactor.learn(value);
  return redactor.learntSince(0).map(([secret, certainty]) => `${secret} (${certainty})`);
};

// The client learns the secrets of these APIs from the body alone.
test.each([
  ['a flat object', { username: 'svc-account-7', password: 'Pa55-w0rd-one', host: 'db.internal.test' }],
  ['numbers', { pin: 48291057, port: 5432, password: 90817263 }],
  ['extra', { password: 'x-1-secret', extra: { private_key: 'KEY-abc-123', role: 'reader-role', database: 'MY_DB' } }],
  ['nested extra', { extra: { service: { token: 'tok-987-xyz', name: 'svc' }, list: ['value-one', 'value-two'] } }],
  ['JSON in a string', { service_account: '{"private_key": "KEY-in-json-1", "client_email": "a@b.test"}' }],
  ['nested credentials', { oauth: { client_secret: 'cl-secret-1', scopes: ['read-all', 'write-all'] } }],
  ['a URL', { url: 'postgres://user:pass-in-url@db.test/app' }],
  ['pairs', [{ key: 'password', value: 'pair-secret-1' }]],
  ['a string', 'not-an-object-but-secret'],
])('the body has every secret of the arguments: %s', (_what, credentials) => {
  const args = { credentials, metadata: { api_key: 'meta-key-1' }, connection: { password: 'connection-secret' } };
  const learnt = secretsOf(args);

  expect(learnt).toEqual(expect.arrayContaining(['meta-key-1 (named)', 'connection-secret (named)']));
  expect(secretsOf(handlerBody({ args }))).toEqual(expect.arrayContaining(learnt));
});
