import { createServer, type Server } from 'node:http';
import { healthUrl, probeHealth } from '../../../src/service/readiness';
import { freePort } from '../../support/scripted-app';

let server: Server | undefined;
afterEach(() => server?.close());

async function serve(status: number | 'never'): Promise<string> {
  const port = await freePort();
  server = createServer((_request, response) => {
    if (status !== 'never') response.writeHead(status, { location: '/' }).end();
  });
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  return `http://127.0.0.1:${port}/health`;
}

it.each([
  [200, true],
  [204, true],
  [302, false],
  [404, false],
  [503, false],
])('takes %s for healthy: %s', async (status, healthy) => {
  expect(await probeHealth(await serve(status), 1_000)).toEqual({ healthy, text: `returned ${status}` });
});

it('says that there was no response in time', async () => {
  const probed = await probeHealth(await serve('never'), 100);
  server?.closeAllConnections();
  expect(probed).toEqual({ healthy: false, text: 'did not respond within 100 ms', timedOut: true });
});

it('names both addresses of localhost that refused', async () => {
  const port = await freePort();
  const { text } = await probeHealth(`http://localhost:${port}/`, 1_000);
  expect(text).toMatch(/^was refused \(.*ECONNREFUSED (127\.0\.0\.1|::1):\d+.*\)$/);
});

it('keeps a path prefix of the server', () => {
  expect(healthUrl('http://host/apps/demo/', '/server/health')).toBe('http://host/apps/demo/server/health');
});
