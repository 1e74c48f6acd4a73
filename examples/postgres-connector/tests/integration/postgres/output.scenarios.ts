import {
  attributeNotNull,
  countBetween,
  defineScenarios,
  equals,
  nonEmpty,
  type RecordRule,
  referencesResolve,
  requiredAttributes,
  uniqueQualifiedName,
  warn,
} from 'jest-connector';
import { owner } from './credentials';

/** A custom rule: columns that amounts are computed from must remain numeric. */
export const amountsAreNumeric: RecordRule = {
  name: 'amounts are numeric',
  start: () => ({
    record: ({ typeName, attributes }) =>
      typeName === 'Column' &&
      /^(?:total|salary)$/.test(String(attributes.name)) &&
      !/^numeric/.test(attributes.dataType)
        ? `${attributes.qualifiedName} is of the type ${attributes.dataType}`
        : undefined,
  }),
};

export const outputScenarios = defineScenarios([
  {
    name: 'extraction_matches_baseline',
    description: '`npx jest -u` writes the baseline anew; read what has changed before you commit it.',
    api: 'workflow',
    args: {
      credentials: owner,
      metadata: { databases: ['MY_DB'], extraction_delay_ms: 0 },
      connection: { name: 'test_conn' },
    },
    expectedData: process.env.BASELINE ?? 'tests/integration/postgres/expected/my-db.json',
    // This example's app writes one folder per type, without a parent folder.
    outputSubdirectory: '',
    ignoredFields: { rowCount: 'rows come and go' },
    schema: { type: 'object', required: ['typeName', 'attributes', 'customAttributes'] },
    recordRules: [
      nonEmpty('Column'),
      countBetween('Table', 3, 10),
      uniqueQualifiedName(),
      requiredAttributes(['dataType', 'order', 'isNullable'], { type: 'Column' }),
      attributeNotNull(['qualifiedName']),
      referencesResolve(),
      amountsAreNumeric,
      warn(attributeNotNull(['description'], { type: 'Table' })),
    ],
    assertThat: { success: equals(true) },
  },
]);
