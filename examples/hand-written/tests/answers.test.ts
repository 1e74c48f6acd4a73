import { createClient, equals, exists, greaterThanOrEqual, hasLength, isUuid, lessThan } from 'jest-connector';
import { owner, reader } from './credentials';

const client = createClient();
afterAll(() => client.close());

describe('a login', () => {
  test('with the right password succeeds', async () => {
    const answer = await client.auth({ credentials: owner });

    expect(answer).toBeSuccessful();
    expect(answer).toSatisfyPath('data.identities.0', equals(owner.username));
    expect(answer).toSatisfyPath('$http.durationMs', lessThan(5000));
  });

  test('with a wrong password is refused', async () => {
    const answer = await client.auth({ credentials: { ...owner, password: 'wrong' } });

    expect(answer).toHaveHttpStatus(401);
    expect(answer).not.toBeSuccessful();
    expect(answer).toSatisfyPaths({ 'data.status': 'invalid_credentials', 'data.identities': hasLength(0) });
  });
});

describe('a preflight', () => {
  test('of the owner is ready', async () => {
    const answer = await client.preflight({ credentials: owner, metadata: { databases: ['MY_DB'] } });

    expect(answer).toBeReady();
    expect(answer).toHavePassedCheck('tablesCheck');
    expect(answer).toHavePassedCheck('createPermission');
  });

  test('of a read-only user passes all that an extraction needs', async () => {
    const answer = await client.preflight({ credentials: reader, metadata: { databases: ['MY_DB'] } });

    expect(answer).toSatisfyPath('preflight.status', equals('partial'));
    expect(answer).toHavePassedCheck('tablesCheck');
    expect(answer).toHaveFailedCheck('createPermission');
  });

  test.each(['NO_SUCH_DB', 'my_db'])('does not find the database %s', async (database) => {
    const answer = await client.preflight({ credentials: owner, metadata: { databases: [database] } });

    expect(answer).not.toBeReady();
    expect(answer).toHavePassedCheck('authCheck');
    expect(answer).toHaveFailedCheck('databasesCheck');
    expect(answer).not.toHavePath('data.tablesCheck');
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
    const answer = await client.workflow({ credentials: owner }, { entrypoint: 'miner' });

    expect(answer).toHaveHttpStatus(400);
    expect(answer).not.toHavePath('data.run_id');
  });
});

test('several answers can be compared at once', async () => {
  const answers = await Promise.all([owner, reader].map((credentials) => client.metadata({ credentials })));

  expect(answers).toEqual([expect.toBeSuccessful(), expect.toBeSuccessful()]);
  expect(answers.map(({ body }) => body.data.length)).toSatisfyPath('*', greaterThanOrEqual(4));
});

test('a server that is not there is an error, not an answer', async () => {
  const nobody = createClient({ serverHost: 'http://127.0.0.1:1' });

  await expect(nobody.auth({ credentials: owner })).rejects.toThrow('ECONNREFUSED');
  nobody.close();
});
