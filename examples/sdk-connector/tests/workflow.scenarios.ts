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
    description:
      'The server does not say which field it was; without `inputContract: false` nothing is sent, and the field is named.',
    api: 'workflow',
    inputContract: false,
    args: { credentials: owner, metadata: 'MY_DB' as never, connection },
    assertThat: { '$http.status': equals(500), detail: equals('Failed to start workflow'), success: isMissing() },
  },
  {
    name: 'workflow_completes',
    description: 'Runs in Temporal, and reads PostgreSQL.',
    api: 'workflow',
    args: { credentials: owner, metadata: { databases: ['MY_DB'] }, connection },
    waitFor: 'COMPLETED',
    workflowTimeout: 60_000,
    assertThat: {
      success: equals(true),
      '$workflow.result.databases': equals(1),
      '$workflow.result.tables': equals(4),
    },
  },
  {
    name: 'workflow_of_a_missing_database_fails',
    api: 'workflow',
    args: { credentials: owner, metadata: { databases: ['NOPE'] }, connection },
    waitFor: 'FAILED',
    workflowTimeout: 60_000,
    assertThat: { success: equals(true), '$workflow.error': equals('Workflow failed') },
  },
  {
    name: 'workflow_unknown_entrypoint',
    api: 'workflow',
    entrypoint: 'miner',
    args: { credentials: owner, connection },
    assertThat: { '$http.status': equals(400), detail: equals('Invalid entrypoint.') },
  },
]);
