import { defineScenarios, describeConnector, equals, isMissing, standardScenarios } from 'jest-connector';
import { authScenarios } from './auth.scenarios';
import { owner } from './credentials';
import { metadataScenarios } from './metadata.scenarios';
import { preflightScenarios } from './preflight.scenarios';
import { standardOptions } from './standard-suite';

// Auth, preflight and metadata only need the handler and the source, so the same scenarios pass here.
describeConnector('auth', authScenarios);
describeConnector('preflight', preflightScenarios);
describeConnector('metadata', metadataScenarios);
describeConnector('standard', standardScenarios({ ...standardOptions, workflow: false, config: false }));

const refused = { '$http.status': equals(503), success: isMissing(), data: isMissing() };

describeConnector(
  'what needs Temporal or Dapr',
  defineScenarios([
    {
      name: 'workflow_without_temporal',
      api: 'workflow',
      args: { credentials: owner, connection: { name: 'test_conn' } },
      assertThat: {
        ...refused,
        detail: equals('Workflow execution not configured. Set ATLAN_TEMPORAL_HOST.'),
      },
    },
    {
      name: 'config_update_without_object_store',
      api: 'config',
      args: { configWorkflowId: 'nightly', configPayload: { schedule: 'daily' } },
      assertThat: { ...refused, detail: equals('No object store configured') },
    },
    {
      name: 'config_get_without_object_store',
      api: 'config',
      args: { configWorkflowId: 'nightly' },
      assertThat: { ...refused, detail: equals('No object store configured') },
    },
  ]),
);
