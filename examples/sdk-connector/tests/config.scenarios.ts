import { defineScenarios, equals, isMissing } from 'jest-connector';

export const configScenarios = defineScenarios([
  {
    name: 'config_update',
    api: 'config',
    args: { configWorkflowId: 'nightly', configPayload: { schedule: 'daily', databases: ['MY_DB'] } },
    assertThat: {
      success: equals(true),
      data: equals({ schedule: 'daily', databases: ['MY_DB'] }),
      message: equals('Workflow configuration updated successfully'),
    },
  },
  {
    name: 'config_get',
    description: 'What the one before stored, through Dapr’s object store.',
    api: 'config',
    args: { configWorkflowId: 'nightly' },
    assertThat: { success: equals(true), data: equals({ schedule: 'daily', databases: ['MY_DB'] }) },
  },
  {
    name: 'config_missing',
    api: 'config',
    args: { configWorkflowId: 'never-stored' },
    assertThat: { '$http.status': equals(404), data: isMissing(), detail: equals('Config not found: never-stored') },
  },
]);
