import { describeConnector } from 'jest-connector';
import { scenarios } from './scenarios';

describeConnector('my connector', scenarios, {
  setupTestEnvironment: async (context) => { context.db = await createDatabase(); },
  cleanupTestEnvironment: async (context) => { await context.db.end(); },
  beforeScenario: (scenario, context) => {},
  afterScenario: (scenario, result, context) => { console.log(`${scenario.name}: ${result.success ? 'PASSED' : 'FAILED'}`); },
});
