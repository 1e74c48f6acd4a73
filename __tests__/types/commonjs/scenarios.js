// Plain JavaScript, checked.
const { defineScenarios, describeConnector, equals, exists, greaterThan, lazy } = require('jest-connector');

const scenarios = defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    args: lazy(() => ({ credentials: { host: process.env.MY_DB_HOST } })),
    assertThat: { success: equals(true), message: (text) => text.length > 0, 'any.other.path': exists() },
  },
]);

describeConnector('my connector', scenarios, {
  setupTestEnvironment: async (context) => {
    context.anything = 1;
  },
});
expect({}).toHavePath('a');

defineScenarios([
  {
    name: 'wrong_predicate',
    api: 'auth',
    // @ts-expect-error -- success is a boolean
    assertThat: { success: greaterThan(5) },
  },
]);
// @ts-expect-error -- no such matcher
expect({}).toHavePaht('a');
module.exports = { scenarios };
