import { createSecretNames } from '../../../../src/redaction/names/secret-names';

const SECRET =
  `password Password PASSWORD passwd pwd passphrase db_password dbPassword PGPASSWORD password2 password_hash passwordConfirmation
pass smtp_pass secret clientSecret client-secret secret_id token accessToken access_token refreshTokens idToken oauth2Token OAuthToken authtoken
apiKey api_key API_KEY APIKey x-api-key X-Api-Key apikey apiKeys accessKey secretKey private_key privateKey aws_secret_access_key AWS_ACCESS_KEY_ID
authorization Authorization proxy-authorization cookie Cookie set-cookie Set-Cookie credential credentials aws_credentials session sessionId
session_id JSESSIONID signature X-Amz-Signature X-Amz-Security-Token sig connectionString connection_string connStr dsn DATABASE_URL jwt bearer
otp extra.role extra.anything credentials.host $token --password tenant TENANT x.Tenant-Code x_tenant_code`.split(
    /\s+/,
  );

const OTHERS =
  `primaryKey keyName max_tokens maxTokens total_tokens tokens authType auth_type key keys value name username user host port database
tokenType token_type tokenExpiresAt expires_at passwordPolicy password_min_length secretName secret_name cookieName nextPageToken next_page_token
continuationToken credentialType credential_guid sessionTimeout session_duration keyboard monkey author authCheck author_id path passed passedChecks passing
compass bypass extra workflow_id run_id correlation_id status message identities scopes tokenizer cookiecutter publicKey foreign_key partitionKey
tenants x signatureAlgorithm`.split(/\s+/);

const names = createSecretNames(['tenant', 'xTenantCode', '***', '']);

test.each(SECRET)('%s is the name of a secret', (name) => expect(names.isSecret(name)).toBe(true));
test.each([...OTHERS, '', '-', '日本'])('%s is not', (name) => expect(names.isSecret(name)).toBe(false));

test('a name may be of any length', () => {
  expect(names.isSecret(`${'A'.repeat(1e6)}_password`)).toBe(true);
  expect(names.isSecret('Aa'.repeat(5e5))).toBe(false);
});

test('credentials and extra hold secrets', () => {
  for (const name of ['credentials', 'Credential', 'dbCredentials', 'credentials_by_name', 'extra']) {
    expect(names.isContainer(name)).toBe(true);
  }
  for (const name of ['credential_guid', 'extras', 'token', 'my_extra']) expect(names.isContainer(name)).toBe(false);
});

test('places and settings are no more than that', () => {
  for (const name of [
    'database',
    'dbName',
    'HOST',
    'extra_host_name',
    'default-schema',
    'aws_region',
    'accountId',
    'port',
  ]) {
    expect(names.isPlain(name)).toBe(true);
  }
  for (const name of ['username', 'user', 'weird', 'tenant', 'email', 'databases_of', '']) {
    expect(names.isPlain(name)).toBe(false);
  }
});
