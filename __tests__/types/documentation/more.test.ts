// What product.md says in words, around its two samples.
import {
  describeConnector,
  defineScenarios,
  lazy,
  allOf,
  anyOf,
  between,
  contains,
  custom,
  endsWith,
  equals,
  everyItem,
  exists,
  greaterThan,
  hasLength,
  isIsoDate,
  isList,
  isMissing,
  isNone,
  isNotEmpty,
  isTrue,
  isType,
  isUuid,
  lessThan,
  matches,
  matchesSchema,
  noneOf,
  notContains,
  notEquals,
  oneOf,
  optional,
  source,
  startsWith,
} from 'jest-connector';
import { scenarios } from './scenarios';

declare const credentials: Record<string, string>;

describeConnector(scenarios);
describeConnector(scenarios, { serverHost: 'http://localhost:9000', workflowEndpoint: '/extract', timeout: 60_000 });
describeConnector('plain array', [{ name: 'auth', api: 'auth', assertThat: { success: true } }]);
describeConnector<{ token: string }>('typed context', scenarios, {
  setupTestEnvironment: async (context) => {
    context.token = 'x';
    await context.client.auth({ credentials });
  },
  headers: { authorization: lazy(({ context }) => `Bearer ${context.token}`) },
});

describeConnector<{ token: string }>('defaults of a block', scenarios, {
  applicationName: 'postgres',
  requires: ['MY_DB_HOST'],
  onMissing: 'skip',
  credentials: { authType: 'basic' },
  connection: () => ({ name: 'test_conn' }),
  metadata: lazy(({ context }) => ({ token: context.token })),
  buildCredentials: async (found, { name }, { token }) => ({ ...found, port: Number(found['port']), name, token }),
});
describeConnector(scenarios, { buildCredentials: () => [{ key: 'token', value: 'x' }] });

const fields: Record<'host' | 'password', string> = source('postgres').require('host', 'password');
const user: string | undefined = source(undefined, { prefix: 'pg' }).get('user', fields.host);
describeConnector([
  {
    name: 'from_a_source',
    api: 'auth',
    credentials: () => ({ ...fields, user }),
    skip: !source().has('host'),
    assertThat: { success: true },
  },
]);

defineScenarios([
  {
    name: 'auth_invalid_password',
    api: 'auth',
    args: { credentials: { ...credentials, password: 'wrong' } },
    assertThat: { success: equals(false), message: (text) => text.length > 0, '$http.status': oneOf([401, 403]) },
    tags: ['negative'],
  },
  {
    name: 'preflight_valid',
    api: 'preflight',
    args: { credentials: lazy(async () => credentials), metadata: { databases: ['MY_DB'] } },
    assertThat: { success: equals(true), 'data.status': equals('ready'), 'data.checks.0.passed': equals(true) },
  },
  {
    name: 'every_kind_of_check',
    api: 'metadata',
    headers: { 'x-request': 1 },
    query: { verbose: true },
    assertThat: {
      '': isList(),
      success: isTrue(),
      data: allOf(isNotEmpty(), (rows) => rows.length > 1, { description: 'several rows' }),
      'data.0': { TABLE_CATALOG: 'MY_DB' },
      'data.*.name': allOf(isType('string'), matches(/^T/), startsWith('T'), endsWith('E')),
      'data.*.id': anyOf(isMissing(), equals(0)),
      'data.*.key': anyOf(isUuid(), equals(0), (key) => key.length > 40),
      'data.*.rows': noneOf(lessThan(0), equals(7)),
      'data.*.uuid': isUuid(),
      'data.*.at': isIsoDate(),
      'data.0.tags': everyItem(startsWith('t')),
      'data.0.size': between(1, 5),
      'data.0.error': isNone({ description: 'nothing went wrong' }),
      'data.0.note': optional(contains('x')),
      'data.0.title': (title) => title.trim() !== '' && title.split(' ').every((word: string) => word !== ''),
      'data.-1.name': notEquals('x'),
      'data.0.children': hasLength(2),
      'data.0.schema': matchesSchema({ type: 'object' }),
      'data.0.even': custom((value) => value % 2 === 0, 'an even number'),
      'data.0.typed': custom((value: string) => value.length > 1, 'a long text'),
      'data.0.count': (count: number) => count > 1,
      message: notContains('error'),
      'any.other.path': null,
      detail: exists(),
      '$http.durationMs': lessThan(500),
      '$http.headers.content-type': expect.stringContaining('json'),
      'data.0.list': expect.arrayContaining([expect.toHavePath('a')]),
      correlation: greaterThan(1),
    },
  },
  {
    name: 'config_update',
    api: 'config',
    configWorkflowId: 'abc',
    configPayload: { a: [1] },
    assertThat: { data: exists() },
  },
  {
    name: 'config_by_args',
    api: 'config',
    args: { configWorkflowId: lazy(() => 'abc') },
    assertThat: { data: exists() },
  },
  {
    name: 'parts',
    api: 'preflight',
    credentials: async () => ({ token: 'x' }),
    metadata: ({ context }) => ({ database: context.database }),
    connectionConfig: { database: lazy(() => 'MY_DB') },
    checksToRun: lazy(async () => ['connectivityCheck']),
    preflightTimeout: () => 20_000,
    entrypoint: () => 'miner',
    requires: ['MY_DB_HOST'],
    onMissing: 'fail',
    assertThat: { success: true },
  },
  {
    name: 'config_part',
    api: 'config',
    configWorkflowId: ({ context }) => context.id,
    assertThat: { data: exists() },
  },
  {
    name: 'workflow_extraction',
    api: 'workflow',
    waitFor: ['COMPLETED', 'FAILED'],
    workflowTimeout: 60_000,
    pollingInterval: 500,
    assertThat: { '$workflow.status': equals('COMPLETED'), '$workflow.result.tables': greaterThan(0) },
  },
  {
    name: 'looks_at_it',
    api: 'metadata',
    needs: ['workflow_extraction'],
    args: lazy(({ results }) => ({ object_filter: results['workflow_extraction']!.body.data.workflow_id })),
    assertThat: { success: true },
  },
  { name: 'later', todo: true },
]);

[1, 2].every(greaterThan(0));
