import { equals } from '../../../../src/assertions';
import { readEnvironment } from '../../../../src/env/variables';
import { planBlock } from '../../../../src/jest/block/plan-block';
import { formatProblems } from '../../../../src/validation/problems';

const scenario = { name: 'a', api: 'auth', assertThat: { success: equals(true) } } as const;
const around = { globals: {}, config: {}, environment: readEnvironment({}), run: undefined };

test('a right block has no problem', () => {
  expect(planBlock([scenario], {}, around).problems).toEqual([]);
});

test('problems of configuration, environment, options and scenarios come together', () => {
  const connector = { timeout: 'x' };
  const { problems } = planBlock([{ ...scenario, api: 'aut' } as never], { hookTimeut: 1 } as never, {
    ...around,
    globals: { connector },
    environment: readEnvironment({ CONNECTOR_TIMEOUT: 'soon' }),
  });

  expect(formatProblems(problems)).toMatch(
    /^1\. globals\.connector, timeout[^]*2\. environment variable[^]*3\. options of describeConnector, hookTimeut[^]*4\. scenario "a", api/,
  );
});

test('an API of the option `apis` may be named', () => {
  const search = { ...scenario, api: 'search' } as never;
  expect(planBlock([search], {}, around).problems).toHaveLength(1);
  expect(planBlock([search], { apis: { search: { method: 'GET', path: '/search' } } }, around).problems).toEqual([]);
});

test('`eventually` is refused for an API that writes', () => {
  const repeated = { ...scenario, api: 'create', eventually: { timeout: 5_000 } } as never;
  const problemsWith = (definition: object) =>
    formatProblems(
      planBlock([repeated], { apis: { create: { path: '/a', ...definition } } } as never, around).problems,
    );
  expect(problemsWith({ method: 'POST' })).toMatch(
    /^scenario "a", eventually: expected an API that only reads[^]*received: api: 'create', which sends POST\n/,
  );
  expect(problemsWith({ method: 'GET', reads: false })).toContain('which sends GET');
  expect(problemsWith({ method: 'POST', reads: true })).toBe('');
  expect(problemsWith({ method: 'GET' })).toBe('');
  const config = planBlock([repeated], {}, { ...around, config: { apis: { create: { method: 'PUT', path: '/a' } } } });
  expect(formatProblems(config.problems)).toContain('which sends PUT');
});

test('the scenarios of all blocks of a file are known to each: their names own variables', () => {
  const first = planBlock([{ ...scenario, name: 'auth_valid' }], {}, around);
  planBlock([{ ...scenario, name: 'auth_valid_2' }], {}, around);
  expect([...(first.options.variableOwners ?? [])]).toEqual(
    expect.arrayContaining(['E2E_AUTH_VALID_', 'E2E_AUTH_VALID_2_']),
  );
});

test('the application’s name comes from config, environment, block, each over the one before', () => {
  const environment = readEnvironment({ ATLAN_APPLICATION_NAME: 'environment' });
  const config = { applicationName: 'config' };
  const nameOf = (over: object, options = {}) => planBlock([scenario], options, { ...around, ...over }).options;
  expect(nameOf({ config })).toMatchObject({ applicationName: 'config' });
  expect(nameOf({ config, environment })).toMatchObject({ applicationName: 'environment' });
  expect(nameOf({ environment }, { applicationName: 'block' })).toMatchObject({ applicationName: 'block' });
});

test('a short timeout, of a preflight too, is refused in a scenario, unless it or its block allows it', () => {
  const short = { ...scenario, timeout: 120 };
  expect(formatProblems(planBlock([short], {}, around).problems)).toContain('did you mean: 120_000');
  const preflight = { ...scenario, api: 'preflight', preflightTimeout: 60 } as const;
  expect(formatProblems(planBlock([preflight], {}, around).problems)).toContain('did you mean: 60_000');
  expect(formatProblems(planBlock([scenario], { preflightTimeout: 60 }, around).problems)).toContain('60_000');
  const seconds = { ...scenario, api: 'workflow', waitFor: 'COMPLETED', workflowTimeout: 300, pollingInterval: 10 };
  const problems = formatProblems(planBlock([seconds as never], {}, around).problems);
  expect(problems).toMatch(/workflowTimeout: [^]*did you mean: 300_000[^]*pollingInterval: [^]*did you mean: 10_000/);
  expect(planBlock([{ ...short, allowShortTimeout: true }], {}, around).problems).toEqual([]);
  expect(planBlock([short], { allowShortTimeout: true }, around).problems).toEqual([]);
});

test('an output is looked for where the block, the configuration or the scenario says', () => {
  const asking = [{ name: 'a', api: 'workflow', assertThat: { success: true }, expectedData: 'a.json' }] as never;
  const configured = { ...around, config: { extractedOutputBasePath: 'local' } };
  expect(planBlock(asking, {}, around).problems).toMatchObject([{ field: 'extractedOutputBasePath' }]);
  expect(planBlock(asking, { extractedOutputBasePath: 'local' }, around).problems).toEqual([]);
  expect(planBlock(asking, {}, configured).problems).toEqual([]);
});

test('`reads` of an API is true or false', () => {
  const problems = (reads: unknown) =>
    planBlock([scenario], { apis: { search: { method: 'POST', path: '/s', reads } } } as never, around).problems;
  expect(problems(true)).toEqual([]);
  expect(formatProblems(problems('yes'))).toContain('apis.search, reads: expected true or false');
});
