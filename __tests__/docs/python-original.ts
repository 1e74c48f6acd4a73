import * as matchers from '../../matchers';
import { declarations } from '../../scripts/docs/declared';
import * as predicates from '../../src/assertions';
import { CONFIG_SHAPE } from '../../src/config/validate-config';
import { OPTIONS_SHAPE, validateOptions } from '../../src/config/validate-options';
import { VARIABLES } from '../../src/env/known-variables';
import { SCENARIO_SHAPE } from '../../src/scenario/scenario-shape';
import { validateScenarios } from '../../src/scenario/validate-scenarios';
import { Document, namesIn } from '../support/document';
import original from '../support/python-original.json';

/** Patterns of variables, as the guide writes them. */
const VARIABLE_PATTERNS = ['E2E_<APP>_*', 'E2E_<SCENARIO>_*', 'E2E_<SOURCE>_*'];

const page = new Document('docs/guides/from-python.md');
const exported = declarations.exportsOf('src/index.ts').map(({ name }) => name);
const membersOf = (path: string, type: string) =>
  declarations.membersOf(path, type).map(({ name }) => `${type}.${name}`);
const options = [...Object.keys(OPTIONS_SHAPE), ...Object.keys(CONFIG_SHAPE)];
const matcherNames = Object.keys(matchers);
const fields = Object.keys(SCENARIO_SHAPE);

const TABLES: readonly (readonly [
  title: string,
  column: string,
  theirs: readonly string[],
  ours: readonly string[],
])[] = [
  ['Fields of a scenario', 'scenario field', original.scenario, [...fields, ...exported]],
  ['The class, and its hooks', 'class attribute or hook', original.class, [...options, ...fields, ...exported]],
  [
    'Its environment variables',
    'environment variable',
    original.environment,
    [...Object.keys(VARIABLES), ...VARIABLE_PATTERNS, ...options],
  ],
  ['Its predicates', 'predicate function', original.predicates, Object.keys(predicates)],
  ['What else it exports', 'export', original.exports, [...exported, ...matcherNames, ...fields]],
  [
    'Members',
    'member',
    Object.entries(original.members).flatMap(([type, names]) => names.map((name) => `${type}.${name}`)),
    [
      ...membersOf('src/runner/scenario-result.ts', 'ScenarioResult'),
      ...membersOf('src/client/client-interface.ts', 'Client'),
      ...membersOf('src/env/source.ts', 'Source'),
      ...membersOf('src/lazy.ts', 'Lazy'),
      'source',
    ],
  ],
];

describe.each(TABLES)('%s', (title, column, theirs, ours) => {
  const rows = page.rows(column, title);
  const here = rows.map(({ cells }) => [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]!));

  test('every name of the original stands in the table, and nothing else', () => {
    expect(theirs.length).toBeGreaterThan(5);
    expect(namesIn(rows).sort()).toEqual([...theirs].sort());
  });

  test('what it is called here exists', () => {
    expect(here.flat().filter((name) => !ours.includes(name))).toEqual([]);
  });

  test('what has no counterpart has a reason', () => {
    const without = rows.filter((_row, index) => here[index]!.length === 0);
    expect(without.filter(({ cells }) => cells[1] !== '–' || !cells[2])).toEqual([]);
  });
});

describe('a name of the original that is written here', () => {
  const suggestions = (column: string, title: string) =>
    page
      .rows(column, title)
      .map(({ cells }) => [/`(.+)`/.exec(cells[0]!)![1]!, /`([^`]+)`/.exec(cells[1]!)?.[1]] as const)
      .filter(([theirs, ours]) => theirs !== ours && ours !== 'describeConnector');
  const inScenario = suggestions('scenario field', 'Fields of a scenario');
  const inOptions = suggestions('class attribute or hook', 'The class, and its hooks');

  test.each(inScenario)('%s in a scenario is reported once, with %s', (theirs, ours) => {
    const scenario = { name: 'a', api: 'workflow', assertThat: { success: true }, waitFor: 'COMPLETED' };
    const { [ours as 'api']: _ours, ...others } = scenario;
    const problems = validateScenarios([{ ...others, [theirs]: undefined }], ['workflow']);
    const expected = ours === undefined ? expect.stringMatching(/^no such field: /) : expect.any(String);
    expect(problems.filter(({ field }) => field === theirs)).toEqual([
      expect.objectContaining({ expected, didYouMean: ours }),
    ]);
  });

  test.each(inOptions)('%s in the options is reported once, with %s', (theirs, ours) => {
    const problems = validateOptions({ [theirs]: undefined });
    const expected = ours === undefined ? expect.stringMatching(/^no such field: /) : expect.any(String);
    const isField = ours !== undefined && !Object.hasOwn(OPTIONS_SHAPE, ours);
    expect(problems).toEqual([
      expect.objectContaining({ expected, didYouMean: isField ? `${ours}, a field of each scenario` : ours }),
    ]);
  });
});

test('the guide says which version of the original was read', () => {
  expect(page.text).toContain(`${original.package} ${original.version}`);
});
