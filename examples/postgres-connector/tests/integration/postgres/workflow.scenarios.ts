import { defineScenarios, equals, isMissing, isUuid, matches, startsWith } from 'jest-connector';
import { owner } from './credentials';

const connection = { name: 'test_conn' };

/** These scenarios are about the response to the start. */
export const onlyStarted = {
  accept: {
    '$workflow.status': 'extraction_completes waits for the end',
    '$workflow.output': 'extraction_matches_baseline compares the output',
  },
};

export const workflowScenarios = defineScenarios([
  {
    name: 'workflow_extraction',
    description: 'That a workflow was started is all that this answer says; extraction.scenarios.ts waits for its end.',
    api: 'workflow',
    args: { credentials: owner, metadata: { databases: ['MY_DB'] }, connection },
    assertThat: {
      success: equals(true),
      message: equals('Workflow started successfully'),
      'data.workflow_id': matches(/^postgres-[0-9a-f]{16}-[0-9a-f]{8}$/),
      'data.run_id': isUuid(),
      correlation_id: isUuid(),
    },
  },
  {
    name: 'workflow_entrypoint',
    api: 'workflow',
    entrypoint: 'extract',
    args: { credentials: owner, connection },
    assertThat: { success: equals(true), 'data.workflow_id': startsWith('postgres-') },
  },
  {
    name: 'workflow_correlation_id_is_kept',
    api: 'workflow',
    args: { credentials: owner, connection, correlation_id: 'order-66' },
    assertThat: { success: equals(true), 'data.run_id': isUuid(), correlation_id: equals('order-66') },
  },
  {
    name: 'workflow_unknown_entrypoint',
    api: 'workflow',
    entrypoint: 'miner',
    args: { credentials: owner, connection },
    assertThat: { '$http.status': equals(400), detail: equals('Invalid entrypoint.'), 'data.run_id': isMissing() },
  },
  {
    name: 'workflow_metadata_of_wrong_type',
    api: 'workflow',
    // With the check, this would not be sent, because the app's input contract requires metadata to be an object.
    inputContract: false,
    args: { credentials: owner, metadata: 'MY_DB' as never, connection },
    mustNotStart: true,
    assertThat: {
      '$http.status': equals(422),
      message: equals('Invalid request: metadata'),
      'detail.0.field': equals('metadata'),
    },
  },
  {
    name: 'workflow_unknown_endpoint',
    api: 'workflow',
    endpoint: '/mine',
    args: { credentials: owner, connection },
    assertThat: { '$http.status': equals(404), detail: equals('Not Found') },
  },
]);
