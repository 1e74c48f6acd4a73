import { clientTimeout } from '../../../src/jest/client-timeout';
import { createClient } from '../../../src/jest/create-client';
import { openTestFile, type TestEnvironment } from '../../../src/jest/test-file';
import { type AppServer, startAppServer } from '../../support/app-server';

let environment: TestEnvironment;
let end: () => void;
let written: string[];
beforeEach(() => {
  environment = { global: globalThis };
  end = openTestFile({ environment, maxConcurrency: 5, runtime: {} });
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

const begin = (timeout: number): unknown =>
  environment.handleTestEvent?.({ name: 'test_fn_start', test: { timeout } }, { testTimeout: 5_000 });

test('outside of a test it is 30 s', () => {
  expect(clientTimeout(undefined)).toEqual({ milliseconds: 30_000 });
});

test('in a test that has longer, it is 30 s too', () => {
  begin(60_000);
  expect(clientTimeout(undefined)).toEqual({ milliseconds: 30_000 });
});

test.each([20_000, 5_000, 300, 50])('under a limit of %d ms it ends before', (limit) => {
  begin(limit);
  const { milliseconds, endsAt, raise } = clientTimeout(undefined);
  expect(milliseconds).toBeLessThan(limit);
  expect(milliseconds).toBeGreaterThan(0);
  expect(endsAt).toBeDefined();
  expect(raise).toContain(`Jest’s limit of ${limit.toLocaleString('en-US')} ms`);
});

test('one that is given wins; over Jest’s limit, a line says so, once', () => {
  begin(5_000);
  expect(clientTimeout(4_000)).toEqual({ milliseconds: 4_000 });
  expect(written).toEqual([]);
  expect([clientTimeout(8_000), clientTimeout(9_000)]).toEqual([{ milliseconds: 8_000 }, { milliseconds: 9_000 }]);
  expect(written).toEqual([
    expect.stringMatching(/^jest-connector: the client’s timeout of 8,000 ms is longer than Jest’s limit of 5,000 ms/),
  ]);
});

describe('with a server that does not answer', () => {
  let server: AppServer;
  beforeEach(async () => {
    server = await startAppServer();
    server.respond('GET /server/health', { fault: 'never' });
  });
  afterEach(() => server.close());

  test('the client speaks before Jest would', async () => {
    begin(400);
    await expect(createClient({ serverHost: server.url }).health()).rejects.toMatchObject({
      code: 'REQUEST_TIMEOUT',
      fix: expect.stringMatching(/raise Jest’s limit of 400 ms for this test or hook/) as string,
    });
  });

  test('the end of the file closes what is open, and nobody is told of it', async () => {
    const settled = jest.fn();
    const arrived = new Promise<void>((resolve) =>
      server.respond('GET /server/health', () => {
        resolve();
        return { fault: 'never' };
      }),
    );
    createClient({ serverHost: server.url, timeout: 30_000 }).health().then(settled, settled);
    await arrived;
    end();
    const isOpen = (): boolean => process.getActiveResourcesInfo().includes('TCPSocketWrap');
    while (isOpen()) await new Promise(setImmediate);
    expect(settled).not.toHaveBeenCalled();
  });
});
