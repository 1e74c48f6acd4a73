// Old resolution: it does not read "exports"; "main", "types" and "typesVersions" serve it.
import { type Scenario, defineScenarios, equals } from 'jest-connector';
import * as matchers from 'jest-connector/matchers';
import ConnectorReporter from 'jest-connector/reporter';
import 'jest-connector/register';
import globalSetup from 'jest-connector/global-setup';

export const scenarios: readonly Scenario[] = defineScenarios([
  { name: 'auth', api: 'auth', assertThat: { success: equals(true) } },
]);
expect.extend(matchers);
expect({}).toHavePath('a');
export { ConnectorReporter, globalSetup };
// @ts-expect-error -- no such matcher
expect({}).toHavePaht('a');
