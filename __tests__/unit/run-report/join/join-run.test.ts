import type { JestFile, JestTest } from '../../../../src/run-report/join/jest-file';
import { type JestRun, RunJoin } from '../../../../src/run-report/join/join-run';
import type { DefinedScenario, DefinedTest } from '../../../../src/run-report/journal/journal-line';
import type {
  FileJournal,
  JournaledAttempt,
  JournaledResult,
  JournaledTest,
} from '../../../../src/run-report/journal/read-journal';
import type { FailureRecord, RunModel } from '../../../../src/run-report/model/run-model';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import { leftOutRecord } from '../../../../src/strength/strength-record';

const FAILURE: FailureRecord = { message: 'it failed' };
const SCENARIO: DefinedScenario = { test: 0, name: 'a', api: 'auth' };
const RESULT = { name: 'a', api: 'auth', success: true, status: 'passed', durationMs: 5, attempts: 1, outcomes: [] };

const stored = (result: ScenarioResult): JournaledResult => ({ ...result, read: () => result });
const jestTest = (title: string, over: Partial<JestTest> = {}): JestTest => ({
  ...{ ancestors: [], title, fullName: title, status: 'passed', startedAt: 1_000, durationMs: 20, invocations: 1 },
  failures: [],
  ...over,
});
const attempt = (over: Partial<JournaledAttempt> = {}): JournaledAttempt => ({
  ...{ startedAt: 1_000, endedAt: 1_010, failed: false, exchanges: [] },
  ...over,
});
const journaled = (title: string, over: Partial<JournaledTest & DefinedTest> = {}): JournaledTest => ({
  ...{ ancestors: [], title, fullName: title, attempts: [attempt()] },
  ...over,
});
const journal = (tests: JournaledTest[], over: Partial<FileJournal> = {}): FileJournal => ({
  ...{ path: '/app/a.test.js', worker: 2, tests, serverUrls: new Set(), appNames: new Set() },
  ...{ isComplete: true, unreadLines: 0, ...over },
});
const file = (tests: readonly JestTest[], over: Partial<JestFile> = {}): JestFile => ({
  ...{ path: '/app/a.test.js', tests, ...over },
});

const RUN = { startedAt: 1, durationMs: 2, success: true, versions: { package: '1', node: '20' } };
function join(files: readonly JestFile[], known: FileJournal | undefined, over: Partial<JestRun> = {}): RunModel {
  const joined = new RunJoin('/app');
  for (const each of files) joined.add(each, known, over.interruptedBy);
  return joined.model({ ...RUN, ...over });
}
const statusesOf = ({ tests }: RunModel) => tests.map(({ name, status, reason }) => [name, status, reason]);
/** Started, and not ended. */
const running = (over: Partial<JournaledAttempt> = {}): JournaledAttempt => {
  const { endedAt: _endedAt, failed: _failed, ...open } = attempt(over);
  return open;
};

test.each<[string, JestTest, JournaledTest | undefined, string, string?]>([
  ['passed', jestTest('a'), journaled('a'), 'passed'],
  ['passed without a journal', jestTest('a'), undefined, 'passed'],
  ['failed', jestTest('a', { status: 'failed' }), journaled('a'), 'failed'],
  ['todo', jestTest('a', { status: 'todo' }), journaled('a', { isTodo: true, attempts: [] }), 'todo'],
  ['skipped by hand', jestTest('a', { status: 'pending' }), journaled('a', { skippedBy: 'skip' }), 'skipped'],
  ['skipped without a journal', jestTest('a', { status: 'pending' }), undefined, 'skipped'],
  [
    'skipped with a reason that looks like a title',
    jestTest('a', { status: 'pending' }),
    journaled('a', { skippedBy: 'skip', scenario: { ...SCENARIO, skipReason: 'a) (b' } }),
    'skipped',
    'a) (b',
  ],
  [
    'left out by only',
    jestTest('a', { status: 'pending' }),
    journaled('a', { skippedBy: 'only' }),
    'skipped',
    'another test has `only`',
  ],
  [
    'left out by -t',
    jestTest('a', { status: 'pending' }),
    journaled('a', { skippedBy: 'name' }),
    'skipped',
    'not selected by -t',
  ],
  [
    'left out by -t, and skipped anyway',
    jestTest('a', { status: 'pending' }),
    journaled('a', { skippedBy: 'name', scenario: { ...SCENARIO, skipReason: 'later' } }),
    'skipped',
    'not selected by -t',
  ],
  [
    'repeated by Jest',
    jestTest('a', { invocations: 2 }),
    journaled('a', { attempts: [attempt({ failed: true }), attempt()] }),
    'flaky',
  ],
  ['repeated without a journal', jestTest('a', { invocations: 3 }), undefined, 'flaky'],
  [
    'sent again by retries',
    jestTest('a'),
    journaled('a', {
      scenario: { ...SCENARIO, isRetried: true },
      attempts: [attempt({ result: stored({ ...RESULT, attempts: 2 } as ScenarioResult) })],
    }),
    'flaky',
  ],
  [
    'polled by eventually',
    jestTest('a'),
    journaled('a', {
      scenario: SCENARIO,
      attempts: [attempt({ result: stored({ ...RESULT, attempts: 2 } as ScenarioResult) })],
    }),
    'passed',
  ],
  [
    'without its set-up',
    jestTest('a', { status: 'failed' }),
    journaled('a', { notRun: 'no database' }),
    'notRun',
    'no database',
  ],
])('a test %s', (...[, jest, known, status, reason]) => {
  const model = join([file([jest])], known && journal([known]));
  expect(statusesOf(model)).toEqual([['a', status, reason]]);
});

test('tests with the same name are told apart by their order', () => {
  const first = journaled('a', { scenario: { ...SCENARIO, name: 'first' } });
  const second = journaled('a', { scenario: { ...SCENARIO, name: 'second' } });
  const model = join([file([jestTest('a'), jestTest('a', { status: 'failed' })])], journal([first, second]));
  expect(model.tests.map(({ ordinal, name, status }) => [ordinal, name, status])).toEqual([
    [0, 'first', 'passed'],
    [1, 'second', 'failed'],
  ]);
});

test('names lose their secrets when they are joined, and stay apart', () => {
  const names = ['login glpat-aB3dE5fG7hJ9kL2mN4pQ', 'login glpat-zB3dE5fG7hJ9kL2mN4pX'];
  const scenario = { ...SCENARIO, name: names[0]!, needs: [names[1]!], tags: [names[1]!] };
  const model = join(
    [file(names.map((name) => jestTest(name, { ancestors: [name] })))],
    journal([journaled(names[0]!, { scenario }), journaled(names[1]!)]),
  );
  const safe = 'login [redacted]';
  expect(model.tests).toMatchObject([
    { fullName: safe, name: safe, ancestors: [safe], ordinal: 0, scenario: { needs: [safe], tags: [safe] } },
    { fullName: safe, name: safe, ancestors: [safe], ordinal: 1 },
  ]);
  expect(model.tests[0]?.attempts).toHaveLength(1);
});

test('two projects without names may run the same file', () => {
  const model = join([file([jestTest('a')]), file([jestTest('a')])], undefined);
  expect(model.tests.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
});

test('files are sorted by project and path, which is relative', () => {
  const files = [
    file([jestTest('a')], { path: '/app/b/z.test.js', project: 'two' }),
    file([jestTest('a')], { path: '/app/b/a.test.js', project: 'two' }),
    file([jestTest('a')], { path: '/other/a.test.js', project: 'one' }),
  ];
  expect(join(files, undefined).tests.map(({ project, file: path }) => `${project} ${path}`)).toEqual([
    'one ../other/a.test.js',
    'two b/a.test.js',
    'two b/z.test.js',
  ]);
});

test('each attempt has its own failures, times and requests', () => {
  const exchanges = [{ request: { method: 'GET', url: 'http://a/', headers: {} } }];
  const known = journaled('a', {
    attempts: [
      attempt({ failed: true, exchanges: exchanges.map((each) => () => each) }),
      attempt({ startedAt: 2_000, endedAt: 2_050.123, failed: true }),
    ],
  });
  const [test] = join(
    [file([jestTest('a', { status: 'failed', invocations: 2, failures: [[FAILURE], [{ message: 'again' }]] })])],
    journal([known]),
  ).tests;
  expect(test?.attempts).toEqual([
    { status: 'failed', startedAt: 1_000, durationMs: 10, worker: 2, slot: 0, exchanges, failures: [FAILURE] },
    { status: 'failed', startedAt: 2_000, durationMs: 50.12, worker: 2, slot: 0, failures: [{ message: 'again' }] },
  ]);
});

test('a scenario has the time of its own run, without the wait for its turn', () => {
  const result = { ...RESULT, durationMs: 7.5 } as ScenarioResult;
  const known = journaled('a', { scenario: SCENARIO, attempts: [attempt({ begunAt: 1_400, result: stored(result) })] });
  const [test] = join([file([jestTest('a')])], journal([known])).tests;
  expect(test?.attempts).toEqual([{ status: 'passed', startedAt: 1_400, durationMs: 7.5, worker: 2, slot: 0, result }]);
});

test('an attempt has the strength of its checks, where the run judges it', () => {
  const strength = leftOutRecord('its checks use snapshots');
  const known = journaled('a', { scenario: SCENARIO, attempts: [attempt({ strength })] });
  const [test] = join([file([jestTest('a')])], journal([known])).tests;
  expect(test?.attempts).toEqual([expect.objectContaining({ strength })]);
});

test('a scenario is described by its block, and found at its own place', () => {
  const scenario = {
    ...SCENARIO,
    tags: ['smoke'],
    isRetried: true as const,
    place: { file: '/app/s.js', line: 3, column: 5 },
  };
  const [test] = join([file([jestTest('a @smoke')])], journal([journaled('a @smoke', { scenario })])).tests;
  expect(test).toMatchObject({ name: 'a', location: { file: 's.js', line: 3, column: 5 } });
  expect(test?.scenario).toEqual({ api: 'auth', tags: ['smoke'] });
});

describe('a file whose worker ended', () => {
  const broken = file([], {
    error: '● Test suite failed to run\n\n    A jest worker process was terminated\n      at x',
  });
  const reason = 'A jest worker process was terminated';

  test('has the tests of its journal', () => {
    const known = journal(
      [
        journaled('passed'),
        journaled('failed', { attempts: [attempt({ failed: true })] }),
        journaled('flaky', { attempts: [attempt({ failed: true }), attempt()] }),
        journaled('running', { attempts: [attempt({ failed: true }), running()] }),
        journaled('waiting', { attempts: [] }),
        journaled('no set-up', { notRun: 'no database', attempts: [attempt({ failed: true })] }),
        journaled('skipped', { skippedBy: 'only', attempts: [] }),
        journaled('todo', { isTodo: true, attempts: [] }),
      ],
      { isComplete: false },
    );
    const model = join([broken], known);
    expect(statusesOf(model)).toEqual([
      ['passed', 'passed', undefined],
      ['failed', 'failed', undefined],
      ['flaky', 'flaky', undefined],
      ['running', 'crashed', reason],
      ['waiting', 'notRun', reason],
      ['no set-up', 'notRun', 'no database'],
      ['skipped', 'skipped', 'another test has `only`'],
      ['todo', 'todo', undefined],
    ]);
    expect(model.tests[3]?.attempts.map(({ status }) => status)).toEqual(['failed', 'crashed']);
    expect(model.run.errors).toEqual([{ file: 'a.test.js', message: broken.error }]);
  });

  test('a scenario that waited for its turn did not crash it', () => {
    const known = journal(
      [
        journaled('a', { scenario: SCENARIO, attempts: [running({ begunAt: 1_001 })] }),
        journaled('b', { scenario: { ...SCENARIO, name: 'b' }, attempts: [running()] }),
      ],
      { isComplete: false },
    );
    expect(statusesOf(join([broken], known))).toEqual([
      ['a', 'crashed', reason],
      ['b', 'notRun', reason],
    ]);
  });

  test('before its first test: only its error is known', () => {
    expect(join([broken], journal([], { isComplete: false })).tests).toEqual([]);
  });
});

test('a file that cannot be loaded has an error and no tests', () => {
  const model = join(
    [file([], { error: 'cannot be loaded' })],
    journal([journaled('defined before', { attempts: [] })]),
  );
  expect(model).toMatchObject({ tests: [], run: { errors: [{ file: 'a.test.js', message: 'cannot be loaded' }] } });
});

test('an interrupted run has the tests of files that have not ended', () => {
  const known = journal([journaled('a', { attempts: [running()] }), journaled('b', { attempts: [] })], {
    isComplete: false,
  });
  const model = join([file([])], known, { interruptedBy: 'SIGINT', errors: [{ message: 'Interrupted' }] });
  expect(statusesOf(model)).toEqual([
    ['a', 'crashed', 'the run was interrupted by SIGINT'],
    ['b', 'notRun', 'the run was interrupted by SIGINT'],
  ]);
  expect(model.run).toMatchObject({ interruptedBy: 'SIGINT', errors: [{ message: 'Interrupted' }] });
});

test.each([
  [['http://a', 'http://a'], 'http://a'],
  [['http://a', 'http://b'], undefined],
])('the servers %j make the run’s server %s', (urls, serverUrl) => {
  const known = journal([journaled('a')], { serverUrls: new Set(urls), appNames: new Set(['my-app']) });
  const { run } = join([file([jestTest('a')])], known);
  expect([run.serverUrl, run.appName]).toEqual([serverUrl, 'my-app']);
});

test('tests that run at the same time in a worker have slots of their own', () => {
  const at = (title: string, startedAt: number, endedAt: number) =>
    journaled(title, { attempts: [attempt({ startedAt, endedAt })] });
  const tests = [at('a', 0, 10), at('b', 5, 20), at('c', 9.5, 12), at('d', 12, 15), at('e', 30, 40)];
  const model = join([file(tests.map(({ title }) => jestTest(title)))], journal(tests));
  expect(model.tests.map(({ attempts }) => attempts[0]?.slot)).toEqual([0, 1, 0, 0, 0]);
});
