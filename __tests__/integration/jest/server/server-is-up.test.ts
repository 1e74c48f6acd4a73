import { serverIsUp } from '../../../../src/jest/server/server-is-up';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { rejection } from '../../../support/rejection';

let server: AppServer;
beforeEach(async () => {
  server = await startAppServer();
});
afterEach(() => server.close());

const check = (healthPath: string) => serverIsUp({ serverHost: server.url, healthPath, healthTimeout: 200 });

test('asks a server once, however many blocks want to know', async () => {
  await Promise.all([check('/server/health'), check('/server/health')]);
  await check('/server/health');
  expect(server.requests.map(({ path }) => path)).toEqual(['/server/health']);
});

test('asks again where another path tells the health', async () => {
  await check('/server/health');
  await check('/ready');
  expect(server.requests.map(({ path }) => path)).toEqual(['/server/health', '/ready']);
});

test('tells each block of a server that is not healthy, without asking again', async () => {
  const unhealthy = { code: 'SERVER_UNHEALTHY', why: expect.stringContaining('returned 404') };
  expect(await rejection(check('/no-such-path'))).toMatchObject(unhealthy);
  const asked = server.requests.length;
  expect(await rejection(check('/no-such-path'))).toMatchObject(unhealthy);
  expect(server.requests).toHaveLength(asked);
});
