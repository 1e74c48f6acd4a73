import { type ConnectorOptions, defineScenarios, equals, everyItem, hasLength, startsWith } from 'jest-connector';
import { owner } from './credentials';
import { onlyStarted } from './workflow.scenarios';

/** The defaults for all scenarios below. */
export const partsOptions: ConnectorOptions = {
  // The credentials are E2E_POSTGRES_* if set, otherwise those of the owner role of the example's PostgreSQL.
  applicationName: 'postgres',
  buildCredentials: () => owner,
  metadata: { databases: ['MY_DB'] },
  connection: () => ({ name: `test_conn_${Date.now()}` }),
};

export const partsScenarios = defineScenarios([
  {
    name: 'auth_of_the_block',
    api: 'auth',
    assertThat: { success: equals(true), 'data.status': equals('success'), 'data.identities': hasLength(1) },
  },
  {
    name: 'auth_of_the_scenario',
    description: 'Credentials of a scenario stand instead of all others: nothing is filled in.',
    api: 'auth',
    credentials: { username: owner.username },
    assertThat: { '$http.status': equals(401), message: equals('username and password are required') },
  },
  {
    name: 'preflight_parts',
    api: 'preflight',
    checksToRun: ['authCheck', 'databasesCheck'],
    preflightTimeout: 20_000,
    assertThat: {
      success: equals(true),
      'preflight.status': equals('ready'),
      'preflight.checks.*.name': (name: string) => ['authCheck', 'databasesCheck'].includes(name),
      'preflight.checks': everyItem((check: { passed: boolean }) => check.passed),
    },
  },
  {
    name: 'preflight_metadata_of_the_scenario',
    api: 'preflight',
    metadata: { databases: ['NO_SUCH_DB'] },
    assertThat: { 'preflight.status': equals('not_ready'), 'data.databasesCheck.success': equals(false) },
  },
  {
    name: 'workflow_parts',
    api: 'workflow',
    entrypoint: () => 'extract',
    strength: onlyStarted,
    assertThat: { success: equals(true), 'data.workflow_id': startsWith('postgres-') },
  },
]);
