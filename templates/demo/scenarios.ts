import { defineScenarios, equals, isNotEmpty } from 'jest-connector';

// The demo app's password. Real credentials don't belong here: read them from the environment.
const credentials = { username: 'demo', password: 'open sesame' };

export const scenarios = defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    args: { credentials },
    assertThat: { success: equals(true), 'data.status': equals('success') },
  },
  {
    name: 'auth_wrong_password',
    api: 'auth',
    args: { credentials: { ...credentials, password: 'wrong' } },
    assertThat: { success: equals(false), '$http.status': equals(401) },
  },
  {
    name: 'preflight_ready',
    description: '`success` is true even if checks failed: the status says how the preflight ended.',
    api: 'preflight',
    args: { credentials },
    assertThat: { 'preflight.status': equals('ready'), 'preflight.checks.*.passed': equals(true) },
  },
  {
    name: 'metadata_lists_tables',
    api: 'metadata',
    args: { credentials },
    assertThat: { success: equals(true), 'data.*.value': isNotEmpty() },
  },
  {
    name: 'workflow_completes',
    description: 'Waits until the workflow has ended: its start succeeds even if it fails a second later.',
    api: 'workflow',
    args: { credentials, connection: { name: 'test_conn' } },
    waitFor: 'COMPLETED',
    assertThat: { success: equals(true) },
  },
]);
