import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { IN_MATRIX } from '../support/in-matrix';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { type JestRun, messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  server.respond('GET /hang', ({ query }) => (query['slow'] ? { json: {}, delay: 5_500 } : { fault: 'never' }));
});
afterAll(() => server.close());

/** A request that hangs, as its failure tells of it; the milliseconds are what was left. */
const reported = (limit: string): RegExp =>
  new RegExp(
    `GET http://127.0.0.1:\\d+/hang did not respond within (\\d+) ms[^]*raise Jest’s limit of ${limit} ms for\\s+this test or hook`,
  );

describeEachJest('a test by hand', (major, { test, testWays }) => {
  const RUNS: Record<string, JestRun> = {};
  beforeAll(async () => {
    const folder = (await installPackage({ jest: major })).project('by-hand');
    const env = { CONNECTOR_SERVER_HOST: server.url };
    const others = async (): Promise<void> => {
      for (const file of ['set-timeout', 'explicit']) RUNS[file] = await runJest(folder, [file], { env });
      if (!IN_MATRIX) return;
      RUNS['config'] = await runJest(folder, ['limits', '-t', 'the default', '--testTimeout=900'], { env });
      RUNS['workers'] = await runJest(folder, ['-w', '2', '--workerIdleMemoryLimit=8GB', 'set-timeout'], { env });
      RUNS['own environment'] = await runJest(folder, ['set-timeout', '--env', './environment.js'], { env });
    };
    // The first waits for most of its 15 seconds; the others run meanwhile.
    [RUNS['limits']] = await Promise.all([runJest(folder, ['limits'], { env }), others()]);
  }, 300_000);
  const messages = (file: string): Record<string, string> => messagesOf(RUNS[file] as JestRun);

  // Jest 29 starts concurrent tests before it announces any.
  const concurrent = ['one', 'another'].map((name) => ['limits', `several at once, ${name}`, '1,200', 1_100] as const);
  const inOneWay = [
    ...(major === 29 ? [] : concurrent),
    ['limits', 'the default of Jest', '5,000', 4_900],
    ['limits', 'its third argument', '1,000', 900],
    ['limits', 'a part of it is used up', '1,500', 900],
    ['limits', 'a hook that hangs', '700', 600],
    ['set-timeout', 'jest.setTimeout', '800', 700],
  ] as const;
  const inOthers = [
    ['config', 'the default of Jest', '900', 800],
    ['workers', 'jest.setTimeout', '800', 700],
    ['own environment', 'jest.setTimeout', '800', 700],
  ] as const;
  testWays([...inOneWay, ...inOthers], inOneWay.length)(
    '%s, %s: the client speaks before Jest does',
    (file, name, limit, most) => {
      const message = messages(file)[name] ?? '';
      expect(message).toMatch(reported(limit));
      expect(message).not.toContain('Exceeded timeout');
      const milliseconds = Number(reported(limit).exec(message)?.[1]);
      expect(milliseconds).toBeLessThanOrEqual(most);
    },
  );

  test('a longer limit leaves the client its own default', () => {
    expect(statuses(RUNS['limits'] as JestRun)['a longer one leaves the client time']).toBe('passed');
  });

  test('a timeout of one’s own wins, and is told once when it is longer than Jest’s limit', () => {
    const { output } = RUNS['explicit'] as JestRun;
    expect(messages('explicit')).toMatchObject({
      'a timeout of one’s own wins': expect.stringContaining('Exceeded timeout of 600 ms'),
      'a shorter one is its own': expect.stringContaining('did not respond within 200 ms'),
    });
    expect(output.match(/the client’s timeout of 20,000 ms is longer than Jest’s limit of 600 ms/g)).toHaveLength(1);
  });

  // The server never answers, and the client would wait for 20 s.
  test('Jest ends when its tests have ended, whatever is still open', () => {
    expect(RUNS['explicit']?.output).not.toMatch(/did not exit|failed to exit|Warning/);
  });
});
