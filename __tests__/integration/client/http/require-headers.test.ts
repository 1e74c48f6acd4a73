import { createClient } from '../../../../src/client/client';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';
import { UNSENDABLE_HEADERS } from '../../../support/unsendable-samples';

const GOOD = { username: 'test_user', password: 'test_pass' };

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const client = (options: object = {}) => createClient({ serverHost: server.url, ...options });

it.each(UNSENDABLE_HEADERS)(
  'a header with %s is refused with its name, and nothing is sent',
  async (_what, headers, name) => {
    const calls = [
      client().auth({}, { headers }),
      client({ headers }).health(),
      client().workflow({ credentials: GOOD }, { headers }),
    ];
    for (const call of calls) {
      expect(await rejection(call)).toMatchObject({
        code: 'INVALID_ARGS',
        why: expect.stringContaining(name) as string,
      });
    }
    expect(server.requests).toEqual([]);
  },
);

it('what HTTP allows in a header is sent', async () => {
  await client().health({ headers: { 'x-a': 'é\tü', 'x-b': '', "x!#$%&'*+.^_`|~9": 'c' } });
  expect(server.requests[0]?.headers).toMatchObject({ 'x-a': 'é\tü', 'x-b': '', "x!#$%&'*+.^_`|~9": 'c' });
});

it.each([new Map([['x-a', 'b']]), new Headers({ 'x-a': 'b' }), { 'x-a': NaN }, { [Symbol('x-a')]: 'b' }])(
  'headers and query that hold what would not be sent are refused: %#',
  async (texts) => {
    for (const options of [{ headers: texts }, { query: texts }]) {
      expect(await rejection(client().health(options as object))).toMatchObject({ code: 'INVALID_OPTIONS' });
      expect(() => client(options)).toThrow(expect.objectContaining({ code: 'INVALID_OPTIONS' }));
    }
    expect(server.requests).toEqual([]);
  },
);
