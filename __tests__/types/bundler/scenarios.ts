// As bundlers resolve.
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

defineScenarios([
  // @ts-expect-error -- success is a boolean
  { name: 'predicate', api: 'auth', assertThat: { success: greaterThan(5) } },
]);
