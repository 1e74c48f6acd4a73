import connector = require('jest-connector');
import matchers = require('jest-connector/matchers');

export const scenarios = connector.defineScenarios([
  { name: 'auth', api: 'auth', assertThat: { success: connector.equals(true) } },
]);
expect.extend(matchers);
expect({}).toSatisfyPath('a', connector.exists());
// @ts-expect-error -- no such name
connector.equal(1);
