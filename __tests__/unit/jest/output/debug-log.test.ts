import { DebugLog } from '../../../../src/jest/output/debug-log';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';

const exchange = (path: string) => ({ request: { method: 'GET', url: `http://localhost:1${path}`, headers: {} } });
const result: ScenarioResult = {
  name: 'a',
  api: 'auth',
  success: true,
  status: 'passed',
  durationMs: 12.4,
  attempts: 2,
  outcomes: [],
};

let written: string[];
beforeEach(() => {
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

test('all that was sent during a scenario stands in one write', async () => {
  const log = new DebugLog('short', () => 'my connector a');
  await log.scenario(() => Promise.resolve(result), [exchange('/vault'), exchange('/start')]);

  expect(written).toEqual([
    expect.stringMatching(/^jest-connector: my connector a passed in 12 ms\n {2}GET .*\/vault[^]*GET .*\/start/),
  ]);
});

test('behind the requests stands where each part came from', async () => {
  const log = new DebugLog('short', () => 'my connector a');
  await log.scenario(
    (onParts) => {
      onParts([
        { part: 'credentials.password', from: 'E2E_PG_PASSWORD' },
        { part: 'metadata', from: 'the block' },
      ]);
      return Promise.resolve(result);
    },
    [exchange('/start')],
  );

  expect(written).toEqual([
    expect.stringMatching(
      /GET .*\/start.*\n\n {2}Values from:\n {6}credentials\.password from E2E_PG_PASSWORD\n {6}metadata from the block\n\n$/,
    ),
  ]);
});

test('a scenario that runs in the test of another is named', async () => {
  const log = new DebugLog('short', () => 'my connector looks');
  await log.scenario(() => Promise.resolve({ ...result, name: 'extraction' }), []);
  expect(written).toEqual([expect.stringMatching(/^jest-connector: my connector looks › extraction passed in/)]);
});

test('a request by hand is a block of its own, also after a scenario that broke', async () => {
  const log = new DebugLog('full', () => 'by hand');
  await expect(log.scenario(() => Promise.reject(new Error('no')), [])).rejects.toThrow('no');
  log.onExchange(exchange('/a'));
  log.onExchange(exchange('/b'));

  expect(written).toEqual([
    expect.stringMatching(/^jest-connector: by hand\n {2}GET .*\/a/),
    expect.stringMatching(/^jest-connector: by hand\n {2}GET .*\/b/),
  ]);
});

test('a request that was sent again says so, and is told by itself', () => {
  const log = new DebugLog('short', () => 'by hand');
  log.onExchange({ ...exchange('/start'), attempts: 2 });
  expect(written.join('')).toMatch(/GET .*\/start → no response \(attempt 2\)/);
});

test('a server that sent too much is one line', () => {
  const log = new DebugLog('short', () => 'by hand');
  log.onSurplus('GET http://localhost:1/a');
  expect(written).toEqual([
    'jest-connector: GET http://localhost:1/a: the server sent more data than announced, so the connection was closed.\n',
  ]);
});
