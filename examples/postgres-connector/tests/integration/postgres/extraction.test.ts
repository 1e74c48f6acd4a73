import {
  type Client,
  countBetween,
  createClient,
  equals,
  everyItem,
  exists,
  nonEmpty,
  referencesResolve,
  startsWith,
  uniqueQualifiedName,
} from 'jest-connector';
import { limited, owner } from './credentials';
import { readAssets } from './read-assets';
import { startWorkflow, waitForEnd } from './workflow-runs';

const connection = { name: 'test_conn' };

describe('extraction', () => {
  let client: Client;
  beforeAll(() => {
    client = createClient();
  });
  afterAll(() => client.close());

  test('writes every database, schema, table and column of the catalogue', async () => {
    const run = await startWorkflow(client, { credentials: owner, metadata: { databases: ['MY_DB'] }, connection });
    expect(await client.status(run.workflowId, run.runId)).toSatisfyPath('data.status', equals('RUNNING'));

    expect(await waitForEnd(client, run)).toBe('COMPLETED');

    const result = await client.result(run.workflowId);
    expect(result).toSatisfyPaths({
      'data.status': equals('completed'),
      'data.result': expect.objectContaining({ databases: 1, schemas: 3, tables: 4, columns: 12 }),
    });
    const folder: string = result.body.data.result.output_path;
    expect(names(readAssets(folder, 'database'))).toEqual(['MY_DB']);
    expect(names(readAssets(folder, 'schema'))).toEqual(['archive', 'hr', 'sales']);
    expect(names(readAssets(folder, 'table'))).toEqual(['customers', 'employees', 'order_totals', 'orders']);
    expect(readAssets(folder, 'column')).toSatisfyPath(
      '*.attributes.qualifiedName',
      startsWith('default/postgres/test_conn/MY_DB/'),
    );
  });

  test('describes a table and its columns', async () => {
    const run = await startWorkflow(client, { credentials: owner, metadata: { databases: ['MY_DB'] }, connection });
    const { body } = await client.result(run.workflowId, { wait: true });
    const folder: string = body.data.result.output_path;

    const customers = readAssets(folder, 'table').find(({ attributes }) => attributes.name === 'customers');
    expect(customers).toEqual({
      typeName: 'Table',
      attributes: {
        name: 'customers',
        qualifiedName: 'default/postgres/test_conn/MY_DB/sales/customers',
        schemaName: 'sales',
        schemaQualifiedName: 'default/postgres/test_conn/MY_DB/sales',
        rowCount: 3,
      },
      customAttributes: {},
    });
    const columns = readAssets(folder, 'column').filter(({ attributes }) => attributes.tableName === 'customers');
    expect(columns.map(({ attributes: { name, dataType, isNullable } }) => [name, dataType, isNullable])).toEqual([
      ['id', 'integer', false],
      ['email', 'text', false],
      ['country', 'character(2)', true],
    ]);
  });

  test('writes what the baseline says, and keeps the rules of any catalogue', async () => {
    const run = await startWorkflow(client, { credentials: owner, metadata: { databases: ['MY_DB'] }, connection });
    const { body } = await client.result(run.workflowId, { wait: true });
    const folder: string = body.data.result.output_path;

    expect(folder).toMatchExpectedData(`${__dirname}/expected/my-db.json`, { ignoredFields: ['rowCount'] });
    expect(folder).toSatisfyRecordRules([nonEmpty('View'), uniqueQualifiedName(), referencesResolve()]);
    expect(folder).not.toSatisfyRecordRules([countBetween('Table', 100, 200)]);
  });

  test('every parent that is named was written as well', async () => {
    const run = await startWorkflow(client, { credentials: owner, connection });
    const { body } = await client.result(run.workflowId, { wait: true });
    const folder: string = body.data.result.output_path;

    const tables = readAssets(folder, 'table').map(({ attributes }) => attributes.qualifiedName);
    const schemas = readAssets(folder, 'schema').map(({ attributes }) => attributes.qualifiedName);
    expect(tables).toHaveLength(5);
    expect(readAssets(folder, 'column')).toSatisfyPath('*.attributes.tableQualifiedName', (name: string) =>
      tables.includes(name),
    );
    expect(readAssets(folder, 'table')).toSatisfyPath('*.attributes.schemaQualifiedName', (name: string) =>
      schemas.includes(name),
    );
  });

  // No response contains the cause of a failure; it is only in the app's log.
  test.each([
    ['a database is missing', { credentials: owner, metadata: { databases: ['MY_DB', 'NO_SUCH_DB'] } }],
    ['a table may not be read', { credentials: limited, metadata: { databases: ['MY_DB'], extraction_delay_ms: 0 } }],
    ['the password is wrong', { credentials: { ...owner, password: 'wrong' } }],
    ['there are no credentials', {}],
  ])('fails when %s, although it was started', async (_case, args) => {
    const run = await startWorkflow(client, { ...args, connection });

    expect(await waitForEnd(client, run)).toBe('FAILED');
    const result = await client.result(run.workflowId);
    expect(result).not.toBeSuccessful();
    expect(result).toSatisfyPath('data.error', equals('Workflow failed'));
  });

  test('can be stopped', async () => {
    const metadata = { extraction_delay_ms: 60_000 };
    const run = await startWorkflow(client, { credentials: owner, metadata, connection });

    expect(await client.stop(run.workflowId, run.runId)).toBeSuccessful();

    expect(await client.status(run.workflowId, run.runId)).toSatisfyPath('data.status', equals('TERMINATED'));
    expect(await client.result(run.workflowId)).toSatisfyPath('data.error', equals('Workflow terminated'));
    expect(await client.stop(run.workflowId, run.runId)).toHaveHttpStatus(404);
  });

  test('refuses a second run of a workflow that is running', async () => {
    const workflowId = `nightly-${Date.now()}`;
    const args = { credentials: owner, metadata: { extraction_delay_ms: 60_000 }, connection, workflow_id: workflowId };
    const run = await startWorkflow(client, args);

    expect(run.workflowId).toBe(workflowId);
    expect(await client.workflow(args)).toHaveHttpStatus(500);
    expect(await client.stop(run.workflowId, run.runId)).toBeSuccessful();
  });

  test('is not known by another id', async () => {
    const run = await startWorkflow(client, { credentials: owner, connection });

    expect(await client.status(run.workflowId, 'another-run')).toHaveHttpStatus(500);
    expect(await client.result('another-workflow')).toHaveHttpStatus(404);
    expect(run).toEqual({ workflowId: expect.toSatisfy(exists()), runId: expect.toSatisfy(exists()) });
  });
});

function names(assets: ReturnType<typeof readAssets>): string[] {
  expect(assets).toSatisfy(everyItem(({ attributes }) => attributes.qualifiedName.endsWith(`/${attributes.name}`)));
  return assets.map(({ attributes }) => attributes.name).sort();
}
