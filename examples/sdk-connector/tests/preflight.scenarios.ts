import { contains, defineScenarios, equals, hasLength, startsWith } from 'jest-connector';
import { limited, owner } from './credentials';

// `success` only says that checks were made; their results are in `preflight.status` and in the checks.
export const preflightScenarios = defineScenarios([
  {
    name: 'preflight_ready',
    api: 'preflight',
    args: { credentials: owner, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      'preflight.status': equals('ready'),
      'preflight.checks': hasLength(3),
      'data.authCheck.success': equals(true),
      'data.databasesCheck.success': equals(true),
      'data.tablesCheck.message': equals('Table count: 4'),
    },
  },
  {
    name: 'preflight_database_missing',
    api: 'preflight',
    args: { credentials: owner, metadata: { databases: ['MY_DB', 'NOPE'] } },
    assertThat: {
      success: equals(true),
      'preflight.status': equals('not_ready'),
      'data.authCheck.success': equals(true),
      'data.databasesCheck.success': equals(false),
      'data.databasesCheck.failureMessage': equals('missing: NOPE'),
    },
  },
  {
    name: 'preflight_table_not_readable',
    api: 'preflight',
    args: { credentials: limited, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      'preflight.status': equals('not_ready'),
      'data.tablesCheck.success': equals(false),
      'data.tablesCheck.message': contains('MY_DB.hr.employees'),
    },
  },
  {
    name: 'preflight_invalid_password',
    api: 'preflight',
    args: { credentials: { ...owner, password: 'wrong' }, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      '$http.status': equals(200),
      'preflight.status': equals('not_ready'),
      'preflight.checks': hasLength(1),
      'data.authCheck.message': startsWith('password authentication failed'),
    },
  },
]);
