import { defineScenarios, equals, isMissing, startsWith } from 'jest-connector';
import { owner } from './credentials';

export const metadataScenarios = defineScenarios([
  {
    name: 'metadata_schemas',
    api: 'metadata',
    args: { credentials: owner },
    assertThat: {
      success: equals(true),
      data: equals([
        { TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'archive' },
        { TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'hr' },
        { TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'sales' },
        { TABLE_CATALOG: 'OTHER_DB', TABLE_SCHEMA: 'web' },
      ]),
    },
  },
  {
    name: 'metadata_invalid_password',
    api: 'metadata',
    args: { credentials: { ...owner, password: 'wrong' } },
    assertThat: {
      success: isMissing(),
      '$http.status': equals(401),
      detail: startsWith('password authentication failed'),
    },
  },
]);
