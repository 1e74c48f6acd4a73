import { describeConnector, standardScenarios } from 'jest-connector';

// What every connector should do. It doesn't run a workflow to its end; the scenarios beside it do.
// `npx jest-connector contract` writes contract.json from the running app. With `contract: 'contract.json'`, each field
// that the app accepts is also sent wrong.
describeConnector(
  'standard',
  standardScenarios({
    requiredCredentials: ['username', 'password'],
    // What the SDK's server is known to do differently is skipped, with the reason.
    deviations: 'sdk',
  }),
  { requires: ['E2E_MY_CONNECTOR_HOST', 'E2E_MY_CONNECTOR_USERNAME', 'E2E_MY_CONNECTOR_PASSWORD'] },
);
