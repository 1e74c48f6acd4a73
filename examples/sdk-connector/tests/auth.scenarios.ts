import { defineScenarios, equals, isEmpty, isMissing, isNull } from 'jest-connector';
import { owner } from './credentials';

export const authScenarios = defineScenarios([
  {
    name: 'auth_valid',
    description: 'The identity is the one that PostgreSQL gave the session.',
    api: 'auth',
    args: { credentials: owner },
    assertThat: {
      success: equals(true),
      '$http.status': equals(200),
      message: equals('Authentication success'),
      'data.status': equals('success'),
      'data.identities': equals([owner.username]),
      'data.error': isNull(),
    },
  },
  {
    name: 'auth_invalid_password',
    api: 'auth',
    args: { credentials: { ...owner, password: 'wrong' } },
    assertThat: {
      success: equals(false),
      '$http.status': equals(401),
      'data.status': equals('invalid_credentials'),
      'data.identities': isEmpty(),
      message: equals(`password authentication failed for user "${owner.username}"`),
    },
  },
  {
    name: 'auth_no_credentials',
    api: 'auth',
    args: {},
    assertThat: {
      success: equals(false),
      '$http.status': equals(401),
      message: equals('username and password are required'),
    },
  },
  {
    name: 'auth_source_unreachable',
    description: 'The handler raised an error: the answer has no verdict, only a detail.',
    api: 'auth',
    args: { credentials: { ...owner, port: 1 } },
    assertThat: {
      success: isMissing(),
      '$http.status': equals(503),
      detail: equals('Source unreachable: 127.0.0.1:1'),
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
      'detail.0.type': equals('string_type'),
    },
  },
]);
