import { defineScenarios, describeConnector, equals } from 'jest-connector';

// Scenarios without `credentials`: these come from E2E_MY_CONNECTOR_*, and from E2E_PREFLIGHT_AS_READER_* for the
// scenario with that name (see .env.example).
const scenarios = defineScenarios([
  {
    name: 'auth_works',
    api: 'auth',
    assertThat: { success: equals(true), 'data.identities.0': equals(process.env.E2E_MY_CONNECTOR_USERNAME ?? '') },
  },
  {
    name: 'auth_unknown_user',
    api: 'auth',
    credentials: { host: '127.0.0.1', username: 'nobody_here', password: 'wrong' },
    assertThat: { success: equals(false), '$http.status': equals(401) },
  },
  {
    name: 'preflight_as_reader',
    api: 'preflight',
    requires: ['E2E_PREFLIGHT_AS_READER_USERNAME', 'E2E_PREFLIGHT_AS_READER_PASSWORD'],
    preflightTimeout: 20_000,
    assertThat: { 'preflight.status': equals('partial'), 'data.createPermission.success': equals(false) },
  },
]);

// If these variables are unset, the whole block is skipped on your machine and fails in CI.
describeConnector('credentials from the environment', scenarios, {
  requires: ['E2E_MY_CONNECTOR_USERNAME', 'E2E_MY_CONNECTOR_PASSWORD'],
  metadata: { databases: ['MY_DB'] },
});
