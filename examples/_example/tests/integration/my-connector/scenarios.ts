import { defineScenarios, equals, exists, lazy } from 'jest-connector';

// The defaults are the users of the example's own PostgreSQL. Remove them for your own database: the scenarios that need
// an unset variable then fail before anything is sent, and the failure names the variable.
const credentials = () => ({
  host: process.env.MY_DB_HOST || '127.0.0.1',
  username: process.env.MY_DB_USER || 'connector_owner',
  password: process.env.MY_DB_PASSWORD || 'owner-pass-1',
});

const readOnlyCredentials = () => ({
  host: process.env.MY_DB_HOST || '127.0.0.1',
  username: process.env.MY_DB_READER_USER || 'connector_reader',
  password: process.env.MY_DB_READER_PASSWORD || 'reader-pass-1',
});

export const scenarios = defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    args: lazy(() => ({ credentials: credentials() })),
    assertThat: { success: equals(true), 'data.status': equals('success') },
  },
  {
    name: 'auth_invalid_password',
    api: 'auth',
    args: lazy(() => ({ credentials: { ...credentials(), password: 'wrong' } })),
    assertThat: { success: equals(false) },
  },
  {
    name: 'preflight_valid',
    api: 'preflight',
    args: lazy(() => ({ credentials: credentials(), metadata: { databases: ['MY_DB'] } })),
    assertThat: { success: equals(true), 'data.status': equals('ready'), 'data.checks.0.passed': equals(true) },
  },
  {
    name: 'workflow_extraction',
    api: 'workflow',
    args: lazy(() => ({
      credentials: credentials(),
      metadata: { databases: ['MY_DB'] },
      connection: { name: 'test_conn' },
    })),
    assertThat: { success: equals(true), 'data.workflow_id': exists(), 'data.run_id': exists() },
  },
  {
    name: 'preflight_read_only_user',
    description:
      'User has SELECT on all tables but no CREATE permission. Preflight should pass with a warning, not fail.',
    api: 'preflight',
    args: lazy(() => ({ credentials: readOnlyCredentials(), metadata: { databases: ['MY_DB'] } })),
    assertThat: { success: equals(true), 'data.status': equals('ready') },
  },
]);
