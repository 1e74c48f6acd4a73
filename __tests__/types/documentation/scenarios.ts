import { defineScenarios, lazy, equals, exists } from 'jest-connector';

const credentials = () => ({
  host: process.env.MY_DB_HOST, username: process.env.MY_DB_USER, password: process.env.MY_DB_PASSWORD,
});

export const scenarios = defineScenarios([
  {
    name: 'auth_valid',
    api: 'auth',
    args: lazy(() => ({ credentials: credentials() })),
    assertThat: { success: equals(true), 'data.status': equals('success') },
  },
  {
    name: 'workflow_extraction',
    description: 'A full run over one database.',
    api: 'workflow',
    args: lazy(() => ({ credentials: credentials(), metadata: { databases: ['MY_DB'] }, connection: { name: 'test_conn' } })),
    assertThat: { success: equals(true), 'data.workflow_id': exists(), 'data.run_id': exists() },
  },
]);
