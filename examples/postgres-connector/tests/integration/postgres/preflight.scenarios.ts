import { allOf, defineScenarios, equals, everyItem, hasLength, isMissing, isTrue, startsWith } from 'jest-connector';
import { limited, owner, reader } from './credentials';

export const preflightScenarios = defineScenarios([
  {
    name: 'preflight_ready',
    api: 'preflight',
    args: { credentials: owner, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      success: equals(true),
      'preflight.status': equals('ready'),
      'preflight.checks': hasLength(4),
      'preflight.checks.*.passed': isTrue(),
      'data.tablesCheck.message': equals('Table count: 4'),
    },
  },
  {
    name: 'preflight_all_databases',
    description: 'Without a list of databases, all that the role may connect to are checked.',
    api: 'preflight',
    args: { credentials: owner },
    assertThat: {
      success: equals(true),
      'preflight.status': equals('ready'),
      'preflight.checks.*.passed': isTrue(),
      'data.tablesCheck.message': equals('Table count: 5'),
    },
  },
  {
    name: 'preflight_connection_config',
    description: 'An older caller sends `connection_config` where a newer one sends `metadata`.',
    api: 'preflight',
    args: { credentials: owner, connection_config: { databases: ['NO_SUCH_DB'] } },
    assertThat: { 'preflight.status': equals('not_ready'), 'data.databasesCheck.success': equals(false) },
  },
  {
    name: 'preflight_missing_database',
    description:
      'The answer says `success: true` here as well: it means that the checks were made, not that they passed.',
    api: 'preflight',
    args: { credentials: owner, metadata: { databases: ['MY_DB', 'NO_SUCH_DB'] } },
    assertThat: {
      success: equals(true),
      'preflight.status': equals('not_ready'),
      'data.authCheck.success': equals(true),
      'data.databasesCheck.success': equals(false),
      'data.databasesCheck.failureMessage': equals('missing: NO_SUCH_DB'),
    },
  },
  {
    name: 'preflight_read_only_user',
    description:
      'User has SELECT on all tables but no CREATE permission. Preflight should pass with a warning, not fail.',
    api: 'preflight',
    args: { credentials: reader, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      success: equals(true),
      'data.status': equals('ready'),
      'preflight.status': equals('partial'),
      'data.authCheck.success': equals(true),
      'data.databasesCheck.success': equals(true),
      'data.tablesCheck.success': equals(true),
      'data.createPermission.success': equals(false),
      'data.createPermission.failureMessage': equals('no CREATE permission on MY_DB'),
    },
  },
  {
    name: 'preflight_table_not_readable',
    api: 'preflight',
    args: { credentials: limited, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      'data.status': equals('not_ready'),
      'preflight.status': equals('not_ready'),
      'data.tablesCheck.failureMessage': equals('no SELECT on MY_DB.hr.employees'),
    },
  },
  {
    name: 'preflight_invalid_password',
    description: 'Nothing else can be checked, so nothing else may look passed.',
    api: 'preflight',
    args: { credentials: { ...owner, password: 'wrong' }, metadata: { databases: ['MY_DB'] } },
    assertThat: {
      'preflight.status': equals('not_ready'),
      'preflight.checks': allOf(
        hasLength(1),
        everyItem((check: { passed: boolean }) => !check.passed),
      ),
      'data.authCheck.failureMessage': startsWith('password authentication failed'),
      'data.databasesCheck': isMissing(),
    },
  },
  {
    name: 'preflight_source_unreachable',
    api: 'preflight',
    args: { credentials: { ...owner, port: 1 } },
    assertThat: {
      success: equals(false),
      '$http.status': equals(503),
      'preflight.status': equals('not_ready'),
      'preflight.checks.0.error.retryable': equals(true),
      'error.category': equals('SOURCE_UNAVAILABLE'),
    },
  },
  {
    name: 'preflight_selected_check',
    api: 'preflight',
    args: { credentials: reader, checks_to_run: ['createPermission'] },
    assertThat: {
      success: equals(true),
      'data.status': equals('ready'),
      'preflight.status': equals('partial'),
      'preflight.checks': hasLength(1),
      'preflight.checks.0.name': equals('createPermission'),
      'preflight.checks.0.passed': equals(false),
    },
  },
  {
    name: 'preflight_checks_are_no_list',
    api: 'preflight',
    args: { credentials: owner, checks_to_run: 'all' as never },
    assertThat: {
      success: equals(false),
      '$http.status': equals(422),
      'detail.0.field': equals('checks_to_run'),
      'detail.0.type': equals('list_type'),
    },
  },
]);
