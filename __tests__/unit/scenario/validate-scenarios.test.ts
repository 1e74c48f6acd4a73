import { equals, exists, greaterThan, noneOf, notEquals } from '../../../src/assertions';
import { lazy } from '../../../src/lazy';
import { validateScenarios } from '../../../src/scenario/validate-scenarios';
import { formatProblems } from '../../../src/validation/problems';

const APIS = ['auth', 'preflight', 'metadata', 'workflow', 'config', 'search'];
const config = { name: 'c', api: 'config', configWorkflowId: 'x', assertThat: { a: 1 } };
const right = { name: 'auth_valid', api: 'auth', assertThat: { success: equals(true) } };
const workflow = { name: 'wf', api: 'workflow', assertThat: { success: true } };
const problemsOf = (...scenarios: unknown[]): string => formatProblems(validateScenarios(scenarios, APIS));

test('right scenarios have no problem', () => {
  expect(
    validateScenarios(
      [
        right,
        {
          ...right,
          name: 'all_fields',
          description: 'x',
          skip: true,
          skipReason: 'later',
          tags: ['slow'],
          timeout: 5000,
        },
        {
          name: 'plain_values',
          api: 'search',
          args: lazy(() => ({})),
          assertThat: { a: 1, b: null, c: expect.any(String) },
        },
        { name: 'config_get', api: 'config', configWorkflowId: lazy(() => 'x'), assertThat: { '': exists() } },
        {
          ...right,
          ...{ name: 'parts', api: 'preflight', requires: ['MY_DB'], onMissing: 'skip' },
          ...{ credentials: [{ key: 'a', value: 'b' }], metadata: () => ({}), connectionConfig: lazy(() => ({})) },
          ...{ checksToRun: [lazy(() => 'a')], preflightTimeout: 1_000, entrypoint: () => 'miner' },
        },
        { ...config, configWorkflowId: () => 'x' },
        { ...workflow, waitFor: ['COMPLETED', 'FAILED'], workflowTimeout: 60_000, pollingInterval: 500 },
        {
          ...workflow,
          name: 'by_path',
          assertThat: { '$workflow.result.n': 1, $workflow: {} },
          workflowTimeout: 5_000,
        },
        { name: 'to_come', todo: true },
      ],
      APIS,
    ),
  ).toEqual([]);
});

test.each([
  [
    { ...right, workflow_timeout: 5_000 },
    "expected api: 'workflow' with this field",
    'workflow_timeout',
    'workflowTimeout',
  ],
  [
    { ...right, args: {}, default_credentials: {} },
    'expected either `args` or this field',
    'default_credentials',
    'credentials',
  ],
])('a misspelt field that has no effect is one problem: %j', (scenario, expected, field, didYouMean) => {
  const problems = validateScenarios([scenario], APIS);
  expect(problems).toMatchObject([{ field, didYouMean, received: `the unknown field "${field}"` }]);
  expect(formatProblems(problems)).toContain(expected);
});

test.each([
  ['an accepted path without a reason', { ...right, strength: { accept: { id: '' } } }, 'strength.accept["id"]'],
  ['no name', { ...right, name: undefined }, 'scenario 1, name: expected a name'],
  ['a blank name', { ...right, name: '  ' }, 'received: "  "'],
  ['a misspelt field', { ...right, asertThat: {} }, 'scenario "auth_valid", asertThat: expected a known field'],
  ['the Python name of a field', { ...right, default_credentials: {} }, 'did you mean: credentials'],
  ['a field of Python that is not here', { ...right, server_version: 1 }, 'expected no such field: the version is'],
  ['a misspelt API', { ...right, api: 'preflite' }, 'did you mean: preflight'],
  ['no API', { ...right, api: undefined }, 'api: expected one of auth, preflight'],
  ['no checks', { ...right, assertThat: {} }, 'at least one check'],
  [
    'assertThat left out',
    { name: 'a', api: 'auth' },
    'assertThat: expected an object of paths and checks\n   received: nothing',
  ],
  [
    'a check that is undefined',
    { ...right, assertThat: { success: undefined } },
    'assertThat["success"]: expected a check',
  ],
  ['exists without parentheses', { ...right, assertThat: { success: exists } }, 'write exists(…)'],
  ['a Date, which is never equal', { ...right, assertThat: { at: notEquals(new Date(0)) } }, 'date.toISOString()'],
  ['NaN inside', { ...right, assertThat: { at: { b: [NaN] } } }, 'in "b.0": NaN is never in a response'],
  [
    'a constructor',
    { ...right, assertThat: { success: Boolean } },
    "Boolean is a constructor, which can't check anything",
  ],
  ['a string that looks like a number', { ...right, assertThat: { n: greaterThan('10') } }, 'looks like a number'],
  ['a wrong predicate argument', { ...right, assertThat: { success: equals(undefined) } }, 'assertThat["success"]'],
  [
    'a invalid path',
    { ...right, assertThat: { 'data..status': equals(1) } },
    'assertThat["data..status"]: expected a path',
  ],
  ['a lazy that is no function', { ...right, args: lazy('x' as never) }, 'args: expected lazy(() => value)'],
  [
    'a deep lazy that is no function',
    { ...right, args: { a: [lazy(1 as never)] } },
    'args.a.0: expected lazy(() => value)',
  ],
  ['an endpoint for auth', { ...right, endpoint: '/x' }, "endpoint: expected api: 'workflow' with this field"],
  [
    'an entry point for config',
    { name: 'c', api: 'config', configWorkflowId: 'x', entrypoint: 'miner', assertThat: { a: 1 } },
    "entrypoint: expected api: 'auth' or 'preflight' or 'metadata' or 'workflow' with this field",
  ],
  ['a config without an id', { name: 'c', api: 'config', assertThat: { a: 1 } }, 'configWorkflowId: expected the id'],
  [
    'an update without a payload',
    { name: 'c', api: 'config', configWorkflowId: 'x', configAction: 'update', assertThat: { a: 1 } },
    'configPayload: expected the value that the update stores',
  ],
  [
    'a part beside args',
    { ...right, args: {}, credentials: {} },
    'credentials: expected either `args` or this field: put it into `args`',
  ],
  ['a config part beside args', { ...config, args: {} }, 'configWorkflowId: expected either `args` or this field'],
  ['a part of another API', { ...right, checksToRun: [] }, "checksToRun: expected api: 'preflight' with this field"],
  [
    'a part of the five for an API of one’s own',
    { ...right, api: 'search', credentials: {} },
    "credentials: expected api: 'auth' or 'preflight'",
  ],
  ['a misspelt part', { ...right, credential: {} }, 'did you mean: credentials'],
  ['credentials that went missing', { ...right, credentials: undefined }, 'credentials: expected a value (or leave'],
  ['args that went missing', { ...right, args: undefined }, 'args: expected a value (or leave the field out)'],
  ['a wrong metadata', { ...right, api: 'workflow', metadata: 'x' }, 'metadata: expected an object, or a function'],
  ['a wrong check name', { ...right, api: 'preflight', checksToRun: [1] }, 'checksToRun: expected a list of names'],
  ['requires that are no list', { ...right, requires: 'MY_DB' }, 'requires: expected a list of names of environment'],
  ['requires with a value', { ...right, requires: ['MY_DB=x'] }, 'requires: expected a list of names'],
  ['another onMissing', { ...right, onMissing: 'ignore' }, "onMissing: expected 'fail' or 'skip'"],
  ['a wrong timeout', { ...right, timeout: '5s' }, 'timeout: expected a number of milliseconds'],
  ['a tag with a space', { ...right, tags: ['very slow'] }, 'tags: expected a list of words without spaces'],
  ['a state in lower case', { ...workflow, waitFor: 'completed' }, 'did you mean: COMPLETED'],
  ['a state that is no end', { ...workflow, waitFor: ['RUNNING'] }, 'a final status of a workflow'],
  ['no state', { ...workflow, waitFor: [] }, 'or CONTINUED_AS_NEW, or a list of these'],
  ['waiting for an auth', { ...right, waitFor: 'COMPLETED' }, "waitFor: expected api: 'workflow' with this field"],
  ['a limit for no wait', { ...workflow, workflowTimeout: 5_000 }, 'workflowTimeout: expected a scenario that waits'],
  [
    '$workflow of an auth',
    { ...right, assertThat: { '$workflow.status': 'COMPLETED' } },
    "api: 'workflow' with this path",
  ],
  ['$workflow misspelt', { ...workflow, assertThat: { '$workflow.stauts': 1 } }, 'did you mean: $workflow.status'],
  ['many retries', { ...right, retries: 100 }, 'retries: expected a whole number from 1 to 10'],
  [
    'a workflow again and again',
    { ...workflow, eventually: { timeout: 5_000 } },
    "would start a workflow each time\n   received: api: 'workflow'\n   example: waitFor: 'COMPLETED'",
  ],
  [
    'an update again and again',
    { ...right, api: 'config', args: { configWorkflowId: 'x', configPayload: 1 }, eventually: { timeout: 5_000 } },
    'received: an update of a configuration',
  ],
  [
    'retries beside eventually',
    { ...right, retries: 1, eventually: { timeout: 5_000 } },
    'either `eventually` or `retries`',
  ],
  [
    'eventually without a limit',
    { ...right, eventually: {} },
    'eventually, timeout: expected a number of milliseconds',
  ],
  ['eventually misspelt', { ...right, eventually: { timeout: 5_000, intervall: 5 } }, 'did you mean: interval'],
  [
    'failOn with a wrong check',
    { ...right, eventually: { timeout: 5_000, failOn: { 'a..b': exists } } },
    'failOn["a..b"]: expected a check',
  ],
  ['a scenario that is none', 'auth', 'scenario 1: expected an object'],
])('%s is refused', (_mistake, scenario, message) => {
  expect(problemsOf(scenario)).toContain(message);
});

test('what a check expects is not searched for lazies again', () => {
  const expected = { a: 1 };
  const entries = jest.spyOn(Object, 'entries');
  const problems = validateScenarios([{ ...right, assertThat: { data: equals(expected), same: expected } }], APIS);
  const searched = entries.mock.calls.some(([value]) => value === expected);
  entries.mockRestore();
  expect([problems, searched]).toEqual([[], false]);
});

test('a name may stand once', () => {
  expect(problemsOf(right, right)).toContain('received: the name of scenario 1');
});

const named = (name: string, ...needs: string[]) => ({ ...right, name, needs });
test.each([
  ['a name that is not there', [named('start'), named('look', 'strat')], 'did you mean: start'],
  ['itself', [named('start', 'start')], 'received: "start", the scenario\'s own name'],
  ['a later one', [named('look', 'start'), named('start')], 'received: "start", which is listed later'],
  [
    'a circle',
    [named('a', 'c'), named('b', 'a'), named('c', 'b')],
    'expected no cycle\n   received: a needs c needs b needs a',
  ],
  ['no list', [{ ...right, needs: 'start' }], 'needs: expected a list of names of scenarios'],
])('needing %s is refused', (_what, scenarios, message) => {
  expect(problemsOf(...scenarios)).toContain(message);
  expect(problemsOf(named('start'), named('look', 'start'), named('both', 'look', 'start'))).toBe('');
});

test('all problems of all scenarios come at once', () => {
  const problems = problemsOf({ ...right, api: 'x' }, { ...right, name: 'b', assertThat: { s: greaterThan }, foo: 1 });
  expect(problems).toMatch(/1\. [^]*2\. [^]*3\. /);
  const assertThat = { a: notEquals(new Date(0)), b: noneOf(equals(NaN)), c: { d: [new Map(), new Set()] } };
  expect(problemsOf({ ...right, assertThat })).toMatch(
    /1\. .*assertThat\["a"\][^]*a Date[^]*2\. .*\["b"\][^]*NaN[^]*3\. .*\["c"\][^]*"d\.0": a Map .*"d\.1": a Set /,
  );
});

test.each([[undefined], ['x'], [[]]])('%j is no list of scenarios', (scenarios) => {
  expect(validateScenarios(scenarios, APIS)).toHaveLength(1);
});

describe('what only follows from something misspelt is not listed', () => {
  const assertThat = { success: true };
  const base = { name: 'one', api: 'auth', assertThat };

  test.each([
    ['asertThat', [{ name: 'one', api: 'auth', asertThat: assertThat }]],
    [
      'nmae',
      [
        { nmae: 'one', api: 'auth', assertThat },
        { ...base, name: 'two', needs: ['one'] },
      ],
    ],
    ['ap', [{ name: 'one', ap: 'auth', assertThat }]],
    ['waitfor', [{ ...base, api: 'workflow', waitfor: 'COMPLETED', workflowTimeout: 60_000 }]],
    ['configWorkflowID', [{ ...base, api: 'config', configWorkflowID: 'x' }]],
    ['api', [{ ...base, api: 'workflwo', waitFor: 'COMPLETED', endpoint: '/start' }]],
    ['api', [{ ...base, api: 'nothing like it', waitFor: 'COMPLETED', endpoint: '/start', checksToRun: [] }]],
    ['api', [{ ...base, api: 7, metadata: {}, assertThat: { '$workflow.status': 'COMPLETED' } }]],
  ])('%s in %j', (field, scenarios) => {
    const problems = validateScenarios(scenarios, ['auth', 'preflight', 'metadata', 'workflow', 'config']);
    expect(problems).toEqual([expect.objectContaining({ field })]);
  });

  test('what else is wrong is', () => {
    const scenarios = [{ name: 'one', api: 'auht', asertThat: { success: undefined }, endpoint: '/x' }];
    const fields = validateScenarios(scenarios, ['auth', 'workflow']).map(({ field }) => field);
    expect(fields).toEqual(['asertThat', 'endpoint', 'api', 'assertThat["success"]']);
  });
});

test('the turn of a scenario: a lock has a name, and a serial one needs none', () => {
  expect(problemsOf({ ...right, lock: 'tenant' }, { ...right, name: 'b', serial: true })).toBe('');
  expect(problemsOf({ ...right, lock: '' })).toContain('lock: expected a non-empty string');
  expect(problemsOf({ ...right, serial: 'yes' })).toContain('serial: expected true or false');
  expect(problemsOf({ ...right, serial: true, lock: 'x' })).toContain('lock: expected nothing beside `serial`');
  expect(problemsOf({ ...right, serial: false, lock: 'x' })).toBe('');
});
