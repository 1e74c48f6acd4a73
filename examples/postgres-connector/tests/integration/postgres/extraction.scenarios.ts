import { defineScenarios, equals, greaterThan, isUuid, lazy } from 'jest-connector';
import { limited, owner } from './credentials';

const connection = { name: 'test_conn' };

/** The app's own APIs: the status of a run, and its result. */
export const runApis = {
  run_status: { method: 'GET', path: '/workflows/v1/status/{workflow_id}/{run_id}' },
  run_result: { method: 'GET', path: '/workflows/v1/result/{workflow_id}' },
} as const;

declare module 'jest-connector' {
  interface ConnectorApis {
    run_status: { args: { workflow_id: string; run_id: string }; paths: { 'data.status': string } };
    run_result: { args: { workflow_id: string }; paths: { 'data.status': string } };
  }
}

/** `EXTRACTION_DELAY_MS=60000` makes a run long enough to interrupt it manually. */
const delay = Number(process.env.EXTRACTION_DELAY_MS ?? 100);

/** `SHOW_A_FAILURE=1` shows the failure of a workflow that should have completed. */
const endOfTheRefused = process.env.SHOW_A_FAILURE ? 'COMPLETED' : 'FAILED';

export const extractionScenarios = defineScenarios([
  {
    name: 'extraction_completes',
    description: 'All of MY_DB is read.',
    api: 'workflow',
    args: { credentials: owner, metadata: { databases: ['MY_DB'], extraction_delay_ms: delay }, connection },
    waitFor: 'COMPLETED',
    workflowTimeout: 120_000,
    assertThat: {
      success: equals(true),
      '$workflow.result': expect.objectContaining({ databases: 1, schemas: 3, tables: 4, columns: 12 }),
      '$workflow.durationMs': greaterThan(delay),
    },
  },
  {
    name: 'extraction_may_not_read_a_schema',
    description:
      'PostgreSQL refuses one of the schemas in the middle of the run; the cause stands in the log of the app.',
    api: 'workflow',
    args: { credentials: limited, metadata: { databases: ['MY_DB'], extraction_delay_ms: 0 }, connection },
    waitFor: endOfTheRefused,
    assertThat: { success: equals(true), '$workflow.status': equals('FAILED') },
  },
  {
    name: 'extraction_runs_again',
    description: 'The same workflow as before, in another run.',
    api: 'workflow',
    needs: ['extraction_completes'],
    args: lazy(({ results }) => ({
      credentials: owner,
      connection,
      metadata: { databases: ['OTHER_DB'], extraction_delay_ms: 300 },
      workflow_id: results['extraction_completes']?.body.data.workflow_id,
    })),
    strength: {
      accept: {
        '$workflow.status': 'extraction_is_seen_to_complete polls it',
        '$workflow.output': 'extraction_result_is_of_the_last_run counts it',
      },
    },
    assertThat: { success: equals(true), 'data.run_id': isUuid() },
  },
  {
    name: 'extraction_is_seen_to_complete',
    description: 'For those who want to look by themselves: the status is asked until it holds.',
    api: 'run_status',
    needs: ['extraction_runs_again'],
    args: lazy(({ results }) => ({
      workflow_id: results['extraction_runs_again']?.body.data.workflow_id,
      run_id: results['extraction_runs_again']?.body.data.run_id,
    })),
    eventually: { timeout: 30_000, interval: 200, failOn: { 'data.status': equals('FAILED') } },
    assertThat: { success: equals(true), 'data.status': equals('COMPLETED') },
  },
  {
    name: 'extraction_result_is_of_the_last_run',
    api: 'run_result',
    needs: ['extraction_completes', 'extraction_is_seen_to_complete'],
    args: lazy(({ results }) => ({ workflow_id: results['extraction_completes']?.body.data.workflow_id })),
    assertThat: {
      success: equals(true),
      'data.status': equals('completed'),
      'data.result.status': equals('success'),
      'data.result.databases': equals(1),
      'data.result.tables': equals(1),
    },
  },
]);
