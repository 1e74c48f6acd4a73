import { equals } from '../../../src/assertions';
import { planBlock } from '../../../src/jest/plan-block';
import { formatProblems } from '../../../src/problems';
import { readEnvironment } from '../../../src/env/variables';

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

test('a short timeout is refused in a scenario, unless it or its block allows it', () => {
  const short = { ...scenario, timeout: 120 };
  expect(formatProblems(planBlock([short], {}, around).problems)).toContain('did you mean: 120_000');
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
