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
    name: 'config_update_replaces',
    description: 'What the update before this one stored is gone: nothing is merged.',
    api: 'config',
    args: { configWorkflowId: 'nightly', configPayload: { schedule: 'weekly' } },
    assertThat: { success: equals(true), data: equals({ schedule: 'weekly' }) },
  },
  {
    name: 'config_get',
    api: 'config',
    args: { configWorkflowId: 'nightly' },
    assertThat: {
      success: equals(true),
      data: equals({ schedule: 'weekly' }),
      message: equals('Workflow configuration fetched successfully'),
    },
  },
  {
    name: 'config_of_another_type',
    description: 'The same id, another store.',
    api: 'config',
    args: { configWorkflowId: 'nightly', type: 'connections' },
    assertThat: { '$http.status': equals(404), detail: equals('Config not found: nightly') },
  },
  {
    name: 'config_missing',
    api: 'config',
    args: { configWorkflowId: 'never-stored' },
    assertThat: { '$http.status': equals(404), data: isMissing(), detail: equals('Config not found: never-stored') },
  },
  {
    name: 'config_bad_id',
    api: 'config',
    args: { configWorkflowId: 'a.b' },
    assertThat: {
      '$http.status': equals(422),
      'detail.0.type': equals('string_pattern_mismatch'),
      'detail.0.loc': equals(['path', 'config_id']),
      'detail.0.input': equals('a.b'),
    },
  },
]);
