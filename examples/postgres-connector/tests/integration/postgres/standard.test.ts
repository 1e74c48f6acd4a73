import { describeConnector, nonEmpty, standardScenarios } from 'jest-connector';
import { owner } from './credentials';

// `npx jest-connector contract --url http://127.0.0.1:8765` writes contract.json from the running app.
describeConnector(
  'standard',
  standardScenarios({
    credentials: owner,
    // The app has a default for the host.
    requiredCredentials: ['username', 'password'],
    preflight: { metadata: { databases: ['MY_DB'] } },
    workflow: {
      metadata: { databases: ['MY_DB'] },
      connection: { name: 'test_conn' },
      recordRules: [nonEmpty()],
      // This example's app writes one folder per type, without a parent folder.
      outputSubdirectory: '',
    },
    contract: 'contract.json',
  }),
);
