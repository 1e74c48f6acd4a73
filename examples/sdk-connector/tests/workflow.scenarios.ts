import { defineScenarios, equals, isMissing, isUuid, startsWith } from 'jest-connector';
import { owner } from './credentials';

const connection = { name: 'test_conn' };

export const workflowScenarios = defineScenarios([
  {
    name: 'workflow_start',
    description: 'Says that a workflow was started, and no more; extraction.test.ts looks at what came of it.',
    api: 'workflow',
    args: { credentials: owner, metadata: { databases: ['MY_DB'] }, connection, correlation_id: 'order-66' },
    assertThat: {
      success: equals(true),
      message: equals('Workflow started successfully'),
      'data.workflow_id': startsWith('postgres-'),
      'data.run_id': isUuid(),
      correlation_id: equals('order-66'),
    },
  },
  {
    name: 'workflow_metadata_of_wrong_type',
    description: 'The server does not say which field it was.',
    api: 'workflow',
    args: { credentials: owner, metadata: 'MY_DB' as never, connection },
    assertThat: { '$http.status': equals(500), detail: equals('Failed to start workflow'), success: isMissing() },
  },
  {
    name: 'workflow_unknown_entrypoint',
    api: 'workflow',
    entrypoint: 'miner',
    args: { credentials: owner, connection },
    assertThat: { '$http.status': equals(400), detail: equals('Invalid entrypoint.') },
  },
]);
