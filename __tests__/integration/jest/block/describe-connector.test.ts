import { equals } from '../../../../src/assertions';
import type { ConnectorOptions } from '../../../../src/config/options';
import { describeConnector } from '../../../../src/jest/block/describe-connector';
import { lazy } from '../../../../src/lazy';
import type { Scenario } from '../../../../src/scenario/scenario';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { RecordedFramework } from '../../../support/recorded-framework';

// In a test Jest refuses to make others.
jest.mock('../../../../src/jest/test-framework', () => ({
  ...jest.requireActual<object>('../../../../src/jest/test-framework'),
  testFramework: () => recorded.framework,
}));

let app: AppServer;
let recorded: RecordedFramework;
beforeEach(async () => {
  app = await startAppServer();
  recorded = new RecordedFramework();
});
afterEach(() => app.close());

const credentials = { username: 'test_user', password: 'test_pass' };
const signsIn: Scenario = {
  name: 'signs in',
  api: 'auth',
  args: { credentials },
  assertThat: { success: equals(true) },
};
const wrong: Scenario = { ...signsIn, name: 'wrong', assertThat: { success: equals(false) } };

type Options = ConnectorOptions<Record<string, unknown>>;
const describeBlock = (scenarios: readonly Scenario[], options: Options = {}): void =>
  describeConnector('orders', scenarios, { serverHost: app.url, ...options });
const authRequests = (): unknown[] => app.requests.filter(({ path }) => path.endsWith('/auth'));

test('each scenario is a test of its own: run, skipped, alone or to do', () => {
  describeBlock([
    { ...signsIn, tags: ['smoke'] },
    { ...signsIn, name: 'later', todo: true },
    { ...signsIn, name: 'off', skip: true, skipReason: 'flaky server' },
    { ...signsIn, name: 'alone', only: true },
  ]);

  expect(recorded.block).toBe('orders');
  expect(recorded.tests.map(({ title, kind }) => `${kind}: ${title}`)).toEqual([
    'test: signs in @smoke',
    'todo: later',
    'skip: off (skipped: flaky server)',
    'only: alone',
  ]);
});

test('a block without a name has that of its file', () => {
  describeConnector([signsIn]);
  expect(recorded.block).toBe('orders');
});

test('Jest’s limit for a test is longer than the scenario’s own', () => {
  describeBlock([{ ...signsIn, timeout: 120_000 }]);
  expect(recorded.tests[0]?.limit).toBeGreaterThan(120_000);
});

test('hooks run around the scenarios, in order, with one context and redacted results', async () => {
  const calls: string[] = [];
  describeBlock([signsIn, wrong], {
    setupTestEnvironment: (context) => {
      calls.push('set-up');
      context['seen'] = 1;
    },
    beforeScenario: ({ name }, context) => void calls.push(`before ${name} ${context['seen']}`),
    afterScenario: ({ name }, result) => {
      calls.push(`after ${name}: ${result.status}`);
      expect(JSON.stringify(result)).not.toContain('test_pass');
    },
    cleanupTestEnvironment: () => void calls.push('clean-up'),
  });
  const failures = await recorded.run();

  expect(Object.keys(failures)).toEqual(['wrong']);
  expect(failures['wrong']?.message).toMatch(/wrong[^]*success/);
  expect(calls).toEqual([
    'set-up',
    'before signs in 1',
    'after signs in: passed',
    'before wrong 1',
    'after wrong: failed',
    'clean-up',
  ]);
});

test('a set-up that failed fails every scenario, and only the first tells why', async () => {
  const beforeScenario = jest.fn();
  const afterScenario = jest.fn();
  const setupTestEnvironment = () => Promise.reject(new Error('no database'));
  describeBlock([signsIn, { ...signsIn, name: 'second' }], { setupTestEnvironment, beforeScenario, afterScenario });
  const failures = await recorded.run();

  expect(failures['signs in']?.message).toContain('no database');
  expect(failures['second']).toMatchObject({ code: 'SETUP_FAILED' });
  expect(failures['second']?.message).not.toContain('no database');
  expect([beforeScenario, afterScenario].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  expect(authRequests()).toEqual([]);
});

test('a beforeScenario that failed fails its scenario without a request, and afterScenario gets that result', async () => {
  const results: unknown[] = [];
  describeBlock([signsIn], {
    beforeScenario: () => {
      throw new Error('no fixture');
    },
    afterScenario: (_scenario, { status, error }) => void results.push(status, error),
  });
  const failures = await recorded.run();

  expect(failures['signs in']?.message).toContain('no fixture');
  expect(results).toEqual(['failed', expect.objectContaining({ message: 'no fixture' })]);
  expect(authRequests()).toEqual([]);
});

test('without its server no scenario passes', async () => {
  await app.close();
  describeBlock([signsIn], { healthTimeout: 50 });
  const failures = await recorded.run();
  expect(failures['signs in']?.message).toContain(app.url);
});

test('a scenario that lacks a variable is skipped, or fails without a request', async () => {
  const requires = ['TEST_DESCRIBE_MISSING'];
  describeBlock([
    { ...signsIn, requires, onMissing: 'skip' },
    { ...signsIn, name: 'must run', requires, onMissing: 'fail' },
  ]);
  const failures = await recorded.run();

  expect(recorded.tests.map(({ kind }) => kind)).toEqual(['skip', 'test']);
  expect(recorded.tests[0]?.title).toContain('missing TEST_DESCRIBE_MISSING');
  expect(failures['must run']).toMatchObject({ code: 'MISSING_VARIABLES' });
  expect(app.requests).toEqual([]);
});

test('all problems of a block are thrown at once, before a test is made', () => {
  const describing = () => describeBlock([{ ...signsIn, api: 'aut' } as never, signsIn, signsIn]);
  expect(describing).toThrow(expect.objectContaining({ code: 'INVALID_SCENARIOS' }));
  expect(describing).toThrow(/aut[^]*signs in/);
  expect(recorded.tests).toEqual([]);
});

test('hooks and names that only end alike are a problem: a hook could be given the wrong scenario', () => {
  const names = [signsIn, { ...signsIn, name: 'x orders signs in' }];
  expect(() => describeBlock(names, { beforeScenario: () => undefined })).toThrow(
    /scenario "x orders signs in" .*, name/,
  );
  expect(() => describeBlock(names)).not.toThrow();
});

describe('scenarios that need others', () => {
  const needing: Scenario = {
    ...signsIn,
    name: 'uses it',
    needs: ['signs in'],
    args: lazy(({ results }) => {
      expect(results['signs in']?.body).toMatchObject({ success: true });
      return { credentials };
    }),
  };

  test('get its response, and it runs once', async () => {
    describeBlock([signsIn, needing]);
    expect(await recorded.run()).toEqual({});
    expect(authRequests()).toHaveLength(2);
  });

  test('run it within their own test when it was left out, with its hooks', async () => {
    const calls: string[] = [];
    describeBlock([signsIn, needing], {
      beforeScenario: ({ name }) => void calls.push(`before ${name}`),
      afterScenario: ({ name }, { status }) => void calls.push(`after ${name}: ${status}`),
    });
    expect(await recorded.run('uses it')).toEqual({});
    expect(calls).toEqual(['before uses it', 'before signs in', 'after signs in: passed', 'after uses it: passed']);
  });

  test('fail when it failed: the test that ran it tells why, the others point there', async () => {
    const needsWrong = { needs: ['wrong'] };
    describeBlock([wrong, { ...signsIn, name: 'b', ...needsWrong }, { ...signsIn, name: 'c', ...needsWrong }]);
    const failures = await recorded.run('b', 'c');

    expect(failures['b']?.message).toMatch(/NEEDED_SCENARIO_FAILED[^]*"wrong"[^]*success/);
    expect(failures['c']?.message).toMatch(/NEEDED_SCENARIO_FAILED[^]*"wrong"[^]*"b"/);
    expect(failures['c']?.message).not.toContain('success');
    expect(authRequests()).toHaveLength(1);
  });

  test.each(['beforeScenario', 'afterScenario'] as const)('fail when its %s fails', async (hook) => {
    const failing = ({ name }: Scenario): void => {
      if (name === 'signs in') throw new Error('hook went wrong');
    };
    describeBlock([signsIn, needing], { [hook]: failing });
    const failures = await recorded.run('uses it');
    expect(failures['uses it']?.message).toContain('hook went wrong');
  });

  test('fail when it lacks a variable', async () => {
    const lacking: Scenario = { ...signsIn, requires: ['TEST_DESCRIBE_MISSING'], onMissing: 'fail' };
    describeBlock([lacking, needing]);
    const failures = await recorded.run('uses it');
    expect(failures['uses it']?.message).toMatch(/NEEDED_SCENARIO_FAILED[^]*TEST_DESCRIBE_MISSING/);
    expect(authRequests()).toEqual([]);
  });
});
