// "type": "module".
import { type Scenario, defineScenarios, describeConnector, equals, exists, greaterThan, lazy } from 'jest-connector';
import { toHavePath } from 'jest-connector/matchers';
import 'jest-connector/register';

export const scenarios: readonly Scenario[] = defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    args: lazy(async () => ({ credentials: { host: process.env['MY_DB_HOST'] } })),
    assertThat: { success: equals(true), 'data.identities': (list) => list.length > 0, 'any.other.path': exists() },
  },
]);
describeConnector(scenarios, { beforeScenario: ({ name }) => name.length });
expect.extend({ toHavePath });
expect({}).toHavePath('a');

declare module 'jest-connector' {
  interface ConnectorApis {
    search: { args: { q: string }; paths: { 'hits.0.title': string } };
  }
}
defineScenarios([
  { name: 'own_api', api: 'search', args: { q: 'x' }, assertThat: { 'hits.0.title': (title) => title.length > 1 } },
  // @ts-expect-error -- q is a string
  { name: 'own_api_wrong', api: 'search', args: { q: 5 }, assertThat: { 'hits.0.title': exists() } },
]);

defineScenarios([
  // @ts-expect-error -- no such field
  { name: 'field', api: 'auth', assertTaht: { success: equals(true) }, assertThat: { success: equals(true) } },
  // @ts-expect-error -- no such API
  { name: 'api', api: 'auht', assertThat: { success: equals(true) } },
  // @ts-expect-error -- success is a boolean
  { name: 'predicate', api: 'auth', assertThat: { success: greaterThan(5) } },
  // @ts-expect-error -- success is a boolean
  { name: 'value', api: 'auth', assertThat: { success: 'true' } },
  // @ts-expect-error -- success is a boolean
  { name: 'check_function', api: 'auth', assertThat: { success: (value: string) => value === 'true' } },
  // @ts-expect-error -- credentials are an object or a list
  { name: 'arg', api: 'auth', args: { credentials: 5 }, assertThat: { success: equals(true) } },
  // @ts-expect-error -- what a lazy makes is checked as well
  { name: 'lazy_arg', api: 'auth', args: lazy(() => ({ credentials: 5 })), assertThat: { success: equals(true) } },
  // @ts-expect-error -- a number of seconds
  { name: 'seconds', api: 'preflight', args: { timeout_seconds: '5' }, assertThat: { success: equals(true) } },
  // @ts-expect-error -- a list of names
  { name: 'checks', api: 'preflight', checksToRun: 'all', assertThat: { success: equals(true) } },
  // @ts-expect-error -- what a function makes is checked as well
  { name: 'part', api: 'preflight', preflightTimeout: () => '5 s', assertThat: { success: equals(true) } },
  // @ts-expect-error -- 'fail' or 'skip'
  { name: 'missing', api: 'auth', onMissing: 'ignore', assertThat: { success: equals(true) } },
  // @ts-expect-error -- `exists` without its parentheses
  { name: 'factory', api: 'auth', assertThat: { 'data.other': exists } },
  // @ts-expect-error -- `exists` without its parentheses, at a known path
  { name: 'factory_known', api: 'auth', assertThat: { success: exists } },
  // @ts-expect-error -- a check returns a boolean
  { name: 'no_boolean', api: 'auth', assertThat: { 'data.other': () => 'yes' } },
  // @ts-expect-error -- undefined is no check
  { name: 'undefined', api: 'auth', assertThat: { 'data.other': undefined } },
  // @ts-expect-error -- nothing is asserted
  { name: 'nothing', api: 'auth' },
  { name: 'todo', todo: true },
  { name: 'todo_with_checks', todo: true, api: 'auth', args: {}, assertThat: { success: true } },
  // @ts-expect-error -- no name
  { api: 'auth', assertThat: { success: equals(true) } },
]);
// @ts-expect-error -- no such option
describeConnector(scenarios, { serverhost: 'http://localhost' });
