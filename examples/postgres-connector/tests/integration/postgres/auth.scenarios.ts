import { contains, defineScenarios, equals, isEmpty, isMissing, isNull, matches } from 'jest-connector';
import { owner, reader } from './credentials';

/** The checks that all refused logins share. */
const refused = {
  success: equals(false),
  '$http.status': equals(401),
  'data.status': equals('invalid_credentials'),
  'data.identities': isEmpty(),
};

export const authScenarios = defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    args: { credentials: owner },
    assertThat: {
      success: equals(true),
      'data.status': equals('success'),
      'data.identities': equals([owner.username]),
      'data.error': isNull(),
    },
  },
  {
    name: 'auth_read_only_user',
    description: 'The identity is the one that PostgreSQL gave the session, not the one that was asked for.',
    api: 'auth',
    args: { credentials: { ...reader, database: 'MY_DB' } },
    assertThat: {
      success: equals(true),
      'data.status': equals('success'),
      'data.identities': equals([reader.username]),
    },
  },
  {
    name: 'auth_invalid_password',
    api: 'auth',
    args: { credentials: { ...owner, password: 'wrong' } },
    assertThat: { ...refused, message: matches(/^password authentication failed for user/) },
  },
  {
    name: 'auth_unknown_user',
    description: 'Says no more than a wrong password does: nobody can find out which users there are.',
    api: 'auth',
    args: { credentials: { ...owner, username: 'nobody_here' } },
    assertThat: { ...refused, message: equals('password authentication failed for user "nobody_here"') },
  },
  {
    name: 'auth_empty_password',
    api: 'auth',
    args: { credentials: { ...owner, password: '' } },
    assertThat: { ...refused, message: equals('username and password are required') },
  },
  {
    name: 'auth_no_credentials',
    api: 'auth',
    args: {},
    assertThat: { ...refused, message: equals('username and password are required') },
  },
  {
    name: 'auth_unknown_database',
    api: 'auth',
    args: { credentials: { ...owner, database: 'NO_SUCH_DB' } },
    assertThat: {
      success: equals(false),
      '$http.status': equals(401),
      'data.status': equals('failed'),
      message: equals('database "NO_SUCH_DB" does not exist'),
    },
  },
  {
    name: 'auth_source_unreachable',
    description: 'Not a refusal: nobody was there to refuse. The answer has no verdict at all.',
    api: 'auth',
    args: { credentials: { ...owner, port: 1 } },
    assertThat: {
      success: isMissing(),
      '$http.status': equals(503),
      detail: equals('Source unreachable: 127.0.0.1:1 (ECONNREFUSED)'),
    },
  },
  {
    name: 'auth_credential_is_no_text',
    api: 'auth',
    args: { credentials: [{ key: 'port', value: 5432 as never }] },
    assertThat: {
      success: equals(false),
      '$http.status': equals(422),
      message: equals('Invalid request: credentials.0.value'),
      'detail.0': equals({
        field: 'credentials.0.value',
        message: 'Input should be a valid string',
        type: 'string_type',
      }),
    },
  },
  {
    name: 'auth_malformed_entrypoint',
    api: 'auth',
    entrypoint: '1st',
    args: { credentials: owner },
    assertThat: { '$http.status': equals(400), detail: contains('Invalid entrypoint') },
  },
]);
