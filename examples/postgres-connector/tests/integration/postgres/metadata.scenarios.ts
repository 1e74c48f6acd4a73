import {
  contains,
  defineScenarios,
  equals,
  everyItem,
  hasLength,
  isEmpty,
  isMissing,
  notContains,
} from 'jest-connector';
import { owner } from './credentials';

export const metadataScenarios = defineScenarios([
  {
    name: 'metadata_schemas',
    api: 'metadata',
    args: { credentials: owner },
    assertThat: {
      success: equals(true),
      data: contains({ TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'sales' }),
      'data.*.TABLE_SCHEMA': (schema: string) => !schema.startsWith('pg_') && schema !== 'information_schema',
    },
  },
  {
    name: 'metadata_empty_schema_is_listed',
    api: 'metadata',
    args: { credentials: owner },
    assertThat: {
      success: equals(true),
      data: contains({ TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'archive' }),
    },
  },
  {
    name: 'metadata_one_database',
    api: 'metadata',
    args: { credentials: owner, object_filter: 'OTHER_DB' },
    assertThat: { success: equals(true), data: equals([{ TABLE_CATALOG: 'OTHER_DB', TABLE_SCHEMA: 'web' }]) },
  },
  {
    name: 'metadata_unknown_database',
    api: 'metadata',
    args: { credentials: owner, object_filter: 'NO_SUCH_DB' },
    assertThat: { success: equals(true), data: isEmpty() },
  },
  {
    name: 'metadata_at_most_two',
    api: 'metadata',
    args: { credentials: owner, max_objects: 2 },
    assertThat: { success: equals(true), data: hasLength(2) },
  },
  {
    name: 'metadata_tree',
    api: 'metadata',
    args: { credentials: owner, metadata_template_key: 'databases' },
    assertThat: {
      success: equals(true),
      data: everyItem((node: { node_type: string }) => node.node_type === 'database'),
      'data.0.value': equals('MY_DB'),
      'data.0.children.*.node_type': equals('schema'),
    },
  },
  {
    name: 'metadata_invalid_password',
    description: 'Never an empty list: that would look like an empty database.',
    api: 'metadata',
    args: { credentials: { ...owner, password: 'wrong' } },
    assertThat: {
      '$http.status': equals(401),
      data: isMissing(),
      detail: notContains('wrong'),
    },
  },
]);
