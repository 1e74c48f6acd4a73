import { createClient, equals, exists, greaterThanOrEqual, hasLength, isUuid, lessThan } from 'jest-connector';
import { owner, reader } from './credentials';

const client = createClient();
afterAll(() => client.close());

describe('a login', () => {
  test('with the right password succeeds', async () => {
    const response = await client.auth({ credentials: owner });

    expect(response).toBeSuccessful();
    expect(response).toSatisfyPath('data.identities.0', equals(owner.username));
    expect(response).toSatisfyPath('$http.durationMs', lessThan(5000));
  });

  test('with a wrong password is refused', async () => {
    const response = await client.auth({ credentials: { ...owner, password: 'wrong' } });

    expect(response).toHaveHttpStatus(401);
    expect(response).not.toBeSuccessful();
    expect(response).toSatisfyPaths({ 'data.status': 'invalid_credentials', 'data.identities': hasLength(0) });
  });
});

describe('a preflight', () => {
  test('of the owner is ready', async () => {
    const response = await client.preflight({ credentials: owner, metadata: { databases: ['MY_DB'] } });

    expect(response).toBeReady();
    expect(response).toHavePassedCheck('tablesCheck');
    expect(response).toHavePassedCheck('createPermission');
  });

  test('of a read-only user passes all that an extraction needs', async () => {
    const response = await client.preflight({ credentials: reader, metadata: { databases: ['MY_DB'] } });

    expect(response).toSatisfyPath('preflight.status', equals('partial'));
    expect(response).toHavePassedCheck('tablesCheck');
    expect(response).toHaveFailedCheck('createPermission');
  });

  test.each(['NO_SUCH_DB', 'my_db'])('does not find the database %s', async (database) => {
    const response = await client.preflight({ credentials: owner, metadata: { databases: [database] } });

    expect(response).not.toBeReady();
    expect(response).toHavePassedCheck('authCheck');
    expect(response).toHaveFailedCheck('databasesCheck');
    expect(response).not.toHavePath('data.tablesCheck');
  });
});

describe('a workflow', () => {
  test('extracts what is there', async () => {
    const started = await client.workflow({
      credentials: owner,
      metadata: { databases: ['OTHER_DB'], extraction_delay_ms: 50 },
      connection: { name: 'by_hand' },
    });
    expect(started).toSatisfyPaths({ 'data.workflow_id': exists(), 'data.run_id': isUuid() });

    const ended = await client.result(started.body.data.workflow_id, { wait: true });

    expect(ended).toBeSuccessful();
    expect(ended.body.data).toEqual({
      status: 'completed',
      workflow_id: started.body.data.workflow_id,
      result: expect.objectContaining({ tables: 1, columns: 3 }),
    });
  });

  test('is not started at an entry point that the app does not have', async () => {
    const response = await client.workflow({ credentials: owner }, { entrypoint: 'miner' });

    expect(response).toHaveHttpStatus(400);
    expect(response).not.toHavePath('data.run_id');
  });
});

test('several answers can be compared at once', async () => {
  const responses = await Promise.all([owner, reader].map((credentials) => client.metadata({ credentials })));

  expect(responses).toEqual([expect.toBeSuccessful(), expect.toBeSuccessful()]);
  expect(responses.map(({ body }) => body.data.length)).toSatisfyPath('*', greaterThanOrEqual(4));
});

test('a server that is not there is an error, not an answer', async () => {
  const nobody = createClient({ serverHost: 'http://127.0.0.1:1' });

  await expect(nobody.auth({ credentials: owner })).rejects.toThrow('ECONNREFUSED');
  nobody.close();
});
