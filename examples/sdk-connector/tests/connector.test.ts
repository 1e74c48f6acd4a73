import { describeConnector, standardScenarios } from 'jest-connector';
import { authScenarios } from './auth.scenarios';
import { configScenarios } from './config.scenarios';
import { metadataScenarios } from './metadata.scenarios';
import { preflightScenarios } from './preflight.scenarios';
import { standardOptions } from './standard-suite';
import { workflowScenarios } from './workflow.scenarios';

describeConnector('auth', authScenarios);
describeConnector('preflight', preflightScenarios);
describeConnector('metadata', metadataScenarios);
describeConnector('workflow', workflowScenarios);
describeConnector('config', configScenarios);
describeConnector(
  'standard',
  standardScenarios({
    ...standardOptions,
    workflow: { metadata: { databases: ['MY_DB'] }, connection: { name: 'test_conn' }, workflowTimeout: 60_000 },
    contract: 'contract.json',
  }),
  {
    strength: { accept: { '$workflow.output': 'the app writes no files; workflow_completes checks what it counted' } },
  },
);
