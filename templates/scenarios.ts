import { defineScenarios, equals, isNotEmpty, oneOf, source } from 'jest-connector';

// The variables of .env.example. Scenarios without `args` and `credentials` use all E2E_MY_CONNECTOR_* variables.
// Where one of these is unset, a scenario that requires it is skipped; in CI it fails.
const CREDENTIALS = ['E2E_MY_CONNECTOR_HOST', 'E2E_MY_CONNECTOR_USERNAME', 'E2E_MY_CONNECTOR_PASSWORD'];

export const scenarios = defineScenarios([
  {
    name: 'auth_without_credentials',
    api: 'auth',
    credentials: {},
    assertThat: { '$http.status': oneOf([400, 401, 403, 422]) },
  },
  {
    name: 'auth_valid',
    api: 'auth',
    requires: CREDENTIALS,
    assertThat: { success: equals(true), 'data.status': equals('success') },
  },
  {
    name: 'auth_unknown_user',
    description: 'A made-up user, so that no account is locked.',
    api: 'auth',
    requires: CREDENTIALS,
    credentials: () => ({
      ...source('my-connector').fields,
      username: 'jest_connector_no_such_user',
      password: 'wrong',
    }),
    assertThat: { success: equals(false), '$http.status': oneOf([401, 403]) },
  },
  {
    name: 'preflight_ready',
    description: '`success` is true even if checks failed: the status says how the preflight ended.',
    api: 'preflight',
    requires: CREDENTIALS,
    assertThat: { 'preflight.status': equals('ready') },
  },
  {
    name: 'metadata_is_listed',
    api: 'metadata',
    requires: CREDENTIALS,
    assertThat: { success: equals(true), data: isNotEmpty() },
  },
  {
    name: 'workflow_completes',
    description: 'Waits until the workflow has ended: its start succeeds even if it fails a second later.',
    api: 'workflow',
    requires: CREDENTIALS,
    connection: { name: 'test_conn' },
    waitFor: 'COMPLETED',
    assertThat: { success: equals(true) },
  },
]);
