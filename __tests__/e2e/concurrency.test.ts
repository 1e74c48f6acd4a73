import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { IN_MATRIX, ways } from '../support/in-matrix';
import { unwrapped } from '../support/unwrapped';
import { installPackage } from './installed-project';
import { type JestRun, messagesOf, runJest, statuses } from './run-jest';

jest.setTimeout(120_000);

interface Work {
  readonly name: string;
  readonly delay?: number;
  readonly hook?: string;
  readonly given?: readonly string[];
}
interface Seen extends Work {
  readonly from: number;
  to: number;
}
interface RandomScenario {
  readonly name: string;
  readonly fails: boolean;
  readonly serial?: true;
  readonly lock?: string;
  readonly needs?: readonly string[];
}

let seen: Seen[] = [];
let inFlight = 0;
let most = 0;
// None is closed by the server.
const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (request.url === '/connections') {
    response.setHeader('connection', 'close');
    server.getConnections((_error, count) => response.end(String(count)));
    return;
  }
  void json(request).then(
    async (body) => {
      const work = body as Work;
      const one: Seen = { ...work, from: performance.now(), to: 0 };
      seen.push(one);
      most = Math.max(most, (inFlight += 1));
      await pause(work.delay ?? 0);
      inFlight -= 1;
      one.to = performance.now();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ name: work.name }));
    },
    () => response.end('up'),
  );
});
let project: string;
let url: string;
beforeAll(async () => {
  project = (await installPackage()).project('concurrency');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 300_000);
afterAll(() => void server.close());
afterEach(() => {
  seen = [];
  most = 0;
});

const run = (file: string, concurrency: string, args: readonly string[] = [], env = {}): Promise<JestRun> =>
  runJest(project, [file, '--maxConcurrency=50', ...args], {
    env: { CONNECTOR_SERVER_HOST: url, CONNECTOR_CONCURRENCY: concurrency, ...env },
    timeout: 110_000,
  });

describe('200 scenarios with random delays, failures, needs, locks and serial ones', () => {
  const verdicts = new Map<string, Record<string, string>>();
  const { randomScenarios } = jest.requireActual<{ randomScenarios(count: number): RandomScenario[] }>(
    './fixtures/concurrency/random-scenarios',
  );
  const scenarios = new Map(randomScenarios(200).map((scenario) => [scenario.name, scenario]));
  const of = (name: string): RandomScenario => scenarios.get(name) as RandomScenario;

  test.each(ways(['1', '8', '3', '50'], 2))(
    'at %s: no rule is broken, none gets what is of another, and no connection is left open',
    async (concurrency) => {
      const result = await run('random.test', concurrency);
      verdicts.set(concurrency, statuses(result));

      expect(result.json).toMatchObject({ numTotalTests: 201 });
      expect(turnsOf(seen)).toHaveLength(200);
      expect(overlaps(of)).toEqual([]);
      // By a lock or a serial one, fewer may run at a time.
      expect(most).toBeLessThanOrEqual(Number(concurrency));
      expect(most).toBeGreaterThanOrEqual(Math.min(Number(concurrency), 5));
      expect(seen.filter(({ name, given }) => given && String(given) !== String(of(name).needs ?? []))).toEqual([]);
      const failed = Object.entries(messagesOf(result)).filter(([, message]) => message !== '');
      // Jest lets nothing be loaded between tests, and takes the end of each concurrent one for that.
      expect(result.output).not.toContain('outside of the scope');
      for (const [name, message] of failed) expect(message).toContain(`Scenario "${name.replace('random ', '')}"`);
      expect(statuses(result)).toMatchObject({ 'no connection is left open': 'passed' });
    },
  );

  test('the verdicts are the same', () => {
    const [first = {}, ...others] = [...verdicts.values()];
    expect(Object.values(first).filter((status) => status === 'failed').length).toBeGreaterThan(20);
    expect(Object.values(first).filter((status) => status === 'passed').length).toBeGreaterThan(50);
    for (const other of others) expect(other).toEqual(first);
  });
});

/** Each scenario's turn: from its hook before to its hook after. */
function turnsOf(all: readonly Seen[]): (readonly [name: string, from: number, to: number])[] {
  const names = [...new Set(all.map(({ name }) => name))];
  return names.map((name) => {
    const own = all.filter((each) => each.name === name);
    return [name, Math.min(...own.map(({ from }) => from)), Math.max(...own.map(({ to }) => to))] as const;
  });
}

/** Two of one lock, or another beside a serial one. */
function overlaps(of: (name: string) => RandomScenario): string[] {
  const turns = turnsOf(seen);
  return turns.flatMap(([name, from, to], index) =>
    turns
      .slice(index + 1)
      .filter(([, otherFrom, otherTo]) => from < otherTo && otherFrom < to)
      .filter(([other]) => of(name).serial || of(other).serial || (of(name).lock && of(name).lock === of(other).lock))
      .map(([other]) => `${name} and ${other}`),
  );
}

test('a needed scenario runs once, hooks fail their own scenario, and one that never ends holds up nobody', async () => {
  const result = await run('turns.test', '8');
  const messages = messagesOf(result);

  expect(statuses(result)).toEqual({
    'needs block first': 'passed',
    'needs block second': 'passed',
    'needs block third': 'passed',
    'hooks before': 'failed',
    'hooks after': 'failed',
    'hooks both': 'failed',
    'hooks stray': 'failed',
    'ends never': 'failed',
    'ends waits': 'passed',
    'ends goes on': 'passed',
    'set-up one': 'failed',
    'set-up two': 'failed',
  });
  expect(seen.filter(({ name }) => name === 'first').map(({ delay }) => delay)).toEqual([20, undefined]);
  expect(messages['hooks before']).toContain('before broke');
  expect(messages['hooks before']).toContain('after before broke');
  expect(messages['hooks after']).toMatch(/^Error: after after broke/);
  expect(messages['hooks both']).toMatch(
    /^ConnectorTestError \[SCENARIO_FAILED\]: Scenario "both" failed: 1 of 1 check/,
  );
  expect(result.output).toContain('after both broke');
  expect(messages['hooks stray']).toMatch(/UNHANDLED_REJECTION[^]*in or after beforeScenario \(in the block "hooks"\)/);
  expect(messages['ends never']).toContain('HOOK_TIMEOUT');
  expect(messages['set-up one']).toContain('no database');
  expect(messages['set-up two']).toMatch(/SETUP_FAILED.*Not run: the block's set-up failed/);
});

test('CONNECTOR_DEBUG writes one whole block per scenario, under its own name', async () => {
  const result = await run('turns.test', '8', ['-t', 'needs|ends'], { CONNECTOR_DEBUG: '1' });
  const blocks = result.stderr.split(/^(?=jest-connector: )/m).filter((text) => / in \d+ ms\n/.test(text));
  const namesIn = (text: string) => [...text.matchAll(/"name": "(.*?)"/g)].map(([, name]) => name);
  const named = blocks.map(
    (text) => [/^jest-connector: \S+ (?:block )?(.*?) (?:passed|failed) in/.exec(text)?.[1], text] as const,
  );
  expect(named.map(([name]) => name).sort()).toEqual(['first', 'goes on', 'never', 'second', 'third', 'waits']);
  for (const [name, text] of named) {
    const own = name === 'second' ? 'first' : name;
    expect(new Set(namesIn(text))).toEqual(new Set(name === 'never' ? [] : [own]));
  }
});

describe('in four files', () => {
  let result: JestRun;
  let namesSent: string[];
  let overlapping: string[];
  beforeAll(async () => {
    result = await run('(only|retries|user-hooks|hook-below).test', 'true', ['-i']);
    namesSent = seen.map(({ name }) => name);
    overlapping = seen
      .filter((one) => seen.some((other) => other !== one && one.from < other.to && other.from < one.to))
      .map(({ name }) => name);
  });
  const of = (block: string): Record<string, string> =>
    Object.fromEntries(Object.entries(statuses(result)).filter(([name]) => name.startsWith(block)));

  test('what `only` leaves out runs once where it is needed, by whoever asks first', () => {
    expect(of('only')).toEqual({
      'only needed': 'pending',
      'only left out': 'pending',
      'only picked': 'passed',
      'only too': 'passed',
      'only skipped (skipped: later)': 'pending',
    });
    const sent = namesSent.filter((name) => ['needed', 'left out', 'picked', 'too', 'skipped'].includes(name));
    expect(sent.sort()).toEqual(['needed', 'picked', 'too']);
  });

  test('Jest repeats a failed test, and what needs it', () => {
    expect(of('retries')).toEqual({
      'retries one': 'passed',
      'retries two': 'passed',
      'retries three': 'passed',
      'retries four': 'passed',
    });
  });

  test('around a block with a `beforeEach` scenarios run one after the other, and one line says why', () => {
    expect({ ...of('with hooks'), ...of('outside') }).toEqual({
      'with hooks inside inside_one': 'passed',
      'with hooks inside inside_two': 'passed',
      'with hooks were called': 'passed',
      'outside outside_one': 'passed',
      'outside outside_two': 'passed',
    });
    const lines = unwrapped(result.stderr)
      .split('\n')
      .filter((line) => /^jest-connector: .*one after the other/.test(line));
    expect(lines).toEqual([expect.stringContaining("Jest doesn't call beforeEach for concurrent tests")]);
    const names = overlapping.filter((name) => /^(inside|outside)_/.test(name));
    expect(names.sort()).toEqual(['outside_one', 'outside_two']);
  });

  test('a hook that another file adds below the block fails it: Jest would skip the hook', () => {
    expect(of('below')).toEqual({ 'below below_one': 'failed', 'below below_two': 'failed' });
    expect(result.output).toContain('beforeEach is below describeConnector(…)');
    expect(namesSent.filter((name) => name.startsWith('below_'))).toEqual([]);
  });
});

test('where Jest’s limit is lower, one line of the run says so, whatever the number of files and workers', async () => {
  const result = await runJest(project, ['only.test', 'retries.test', '--maxWorkers=2'], {
    env: { CONNECTOR_SERVER_HOST: url, CONNECTOR_CONCURRENCY: '8' },
  });
  const lines = unwrapped(result.stderr)
    .split('\n')
    .filter((line) => line.includes('maxConcurrency'));
  expect(lines).toEqual([expect.stringMatching(/at most 5 scenarios .* although concurrency is 8.*maxConcurrency: 8/)]);
  expect(result.json?.success).toBe(true);
});

(IN_MATRIX ? test : test.skip)(
  'on Jest 29 scenarios run one after the other, and one line of the run says why',
  async () => {
    const old = (await installPackage({ jest: 29 })).project('concurrency');
    const result = await runJest(old, ['only.test', 'user-hooks.test'], {
      env: { CONNECTOR_SERVER_HOST: url, CONNECTOR_CONCURRENCY: '8' },
    });
    const lines = result.stderr.split('\n').filter((line) => line.includes('one after the other'));
    expect(lines).toEqual([expect.stringMatching(/although concurrency is 8: this is Jest 29\.\d+\.\d+/)]);
    expect(result.json?.success).toBe(true);
  },
  300_000,
);
