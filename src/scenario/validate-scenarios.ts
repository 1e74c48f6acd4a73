import { type PartName, REQUEST_PARTS } from '../apis/request-parts';
import { isLazy } from '../lazy';
import { describeGiven, nearestName, type Problem } from '../validation/problems';
import { asMeant, isRecord, isText, shapeProblems } from '../validation/shape';
import { checksProblems } from './checks-problems';
import { needsProblems } from './needs-problems';
import { OUTPUT_FIELDS } from './output-fields';
import { outputProblems } from './output-problems';
import { problemsByScenario } from './problems-by-scenario';
import { eventuallyProblems } from './repeat-problems';
import { bodyProblems } from './request/body-problems';
import { SCENARIO_SHAPE } from './scenario-shape';
import { strengthProblems } from './strength/strength-options';
import { waitProblems } from './wait-problems';

const PARTS = Object.keys(REQUEST_PARTS) as PartName[];

/** Fields that only some APIs have. */
const FIELD_APIS: Readonly<Record<string, readonly string[] | undefined>> = {
  endpoint: ['workflow'],
  entrypoint: ['auth', 'preflight', 'metadata', 'workflow'],
  ...Object.fromEntries(PARTS.map((part) => [part, REQUEST_PARTS[part].apis])),
  waitFor: ['workflow'],
  workflowTimeout: ['workflow'],
  pollingInterval: ['workflow'],
  inputContract: ['workflow'],
  mustNotStart: ['workflow'],
  ...Object.fromEntries(OUTPUT_FIELDS.map((field) => [field, ['workflow']])),
};

/** All problems of all scenarios of a block, in order. */
export function validateScenarios(given: unknown, apiNames: readonly string[]): Problem[] {
  if (!Array.isArray(given)) {
    return [{ where: 'scenarios', expected: 'an array of scenarios', received: describeGiven(given) }];
  }
  if (given.length === 0) {
    return [{ where: 'scenarios', expected: 'at least one scenario', received: 'an empty array' }];
  }
  const scenarios = given.map((each: unknown) => (isRecord(each) ? asMeant(each, SCENARIO_SHAPE) : each));
  const firstByName = firstIndexes(scenarios);
  const ofEach = problemsByScenario(scenarios, (scenario, where, index) => {
    if (!isRecord(scenario)) return [{ where, expected: 'an object', received: describeGiven(scenario) }];
    const useless = scenario['todo'] === true ? [] : uselessFields(scenario, apiNames, where);
    const shape = shapeProblems(given[index] as object, SCENARIO_SHAPE, where);
    return [
      ...withoutDoubles(shape, useless),
      ...nameProblems(firstByName.get(scenario['name']), index, where),
      ...turnProblems(scenario, where),
      ...strengthProblems(scenario['strength'], where),
      ...(scenario['todo'] === true ? [] : requestProblems(scenario, apiNames, where)),
      ...lazyProblems(withoutForeignParts(scenario), where, []),
    ];
  });
  return [...ofEach, ...needsProblems(scenarios)];
}

/** The index of the first scenario with each name. */
function firstIndexes(scenarios: readonly unknown[]): ReadonlyMap<unknown, number> {
  const first = new Map<unknown, number>();
  scenarios.forEach((scenario, index) => {
    const name = isRecord(scenario) ? scenario['name'] : undefined;
    if (isText(name) && !first.has(name)) first.set(name, index);
  });
  return first;
}

function nameProblems(first: number | undefined, index: number, where: string): Problem[] {
  if (first === undefined || first === index) return [];
  const received = `the name of scenario ${first + 1}`;
  return [{ where, field: 'name', expected: 'a name that is unique in its block', received }];
}

function turnProblems({ serial, lock }: Record<string, unknown>, where: string): Problem[] {
  if (serial !== true || lock === undefined) return [];
  const expected = 'nothing beside `serial`: no other scenario runs meanwhile, with or without this lock';
  return [{ where, field: 'lock', expected, received: describeGiven(lock) }];
}

/** A misspelled field that has no effect in its scenario is reported once, with both problems. */
function withoutDoubles(shape: readonly Problem[], useless: readonly Problem[]): Problem[] {
  const meant = shape.map(({ didYouMean }) => didYouMean);
  const of = (problem: Problem): Problem | undefined => useless.find(({ field }) => field === problem.didYouMean);
  return [
    ...shape.map((problem) => ({ ...problem, expected: of(problem)?.expected ?? problem.expected })),
    ...useless.filter(({ field }) => !meant.includes(field)),
  ];
}

/** Fields that would have no effect beside the others, or with the API. */
function uselessFields(scenario: Record<string, unknown>, apiNames: readonly string[], where: string): Problem[] {
  const api = meantApi(scenario['api'], apiNames);
  return [
    ...partProblems(scenario, where),
    // An unknown API has none.
    ...(api === undefined ? [] : fieldApiProblems({ ...scenario, api }, where)),
  ];
}

function requestProblems(scenario: Record<string, unknown>, apiNames: readonly string[], where: string): Problem[] {
  const api = meantApi(scenario['api'], apiNames);
  const meant = { ...scenario, api };
  return [
    ...apiProblems(scenario['api'], apiNames, where),
    ...bodyProblems(meant, where),
    ...(api === undefined ? [] : ofApi(meant, where)),
    ...eventuallyProblems(meant, where),
    ...assertThatProblems(scenario['assertThat'], where),
  ];
}

/** Problems that depend on the API; an unknown API has none. */
function ofApi(scenario: Record<string, unknown>, where: string): Problem[] {
  return [...configProblems(scenario, where), ...waitProblems(scenario, where), ...outputProblems(scenario, where)];
}

function meantApi(api: unknown, apiNames: readonly string[]): string | undefined {
  if (typeof api !== 'string') return undefined;
  return apiNames.includes(api) ? api : nearestName(api, apiNames);
}

function apiProblems(api: unknown, apiNames: readonly string[], where: string): Problem[] {
  if (typeof api === 'string' && apiNames.includes(api)) return [];
  return [
    {
      where,
      field: 'api',
      expected: `one of ${apiNames.join(', ')}`,
      received: api === undefined ? 'nothing' : describeGiven(api),
      didYouMean: typeof api === 'string' ? nearestName(api, apiNames) : undefined,
    },
  ];
}

function fieldApiProblems(scenario: Record<string, unknown>, where: string): Problem[] {
  const api = String(scenario['api']);
  return Object.keys(scenario).flatMap((field) => {
    const apis = Object.hasOwn(FIELD_APIS, field) ? FIELD_APIS[field] : undefined;
    if (apis === undefined || scenario[field] === undefined || apis.includes(api)) return [];
    const expected = `api: ${apis.map((each) => `'${each}'`).join(' or ')} with this field`;
    return [{ where, field, expected, received: `api: ${describeGiven(scenario['api'])}` }];
  });
}

/** Parts have no effect next to `args`. A part that is `undefined` was not left out; its value is missing. */
function partProblems(scenario: Record<string, unknown>, where: string): Problem[] {
  const given = [...PARTS, 'args'].filter((field) => Object.hasOwn(scenario, field));
  const gone = given.filter((field) => scenario[field] === undefined);
  const beside = scenario['args'] === undefined ? [] : given.filter((field) => field !== 'args');
  return [
    ...gone.map((field) => ({ where, field, expected: 'a value (or leave the field out)', received: 'undefined' })),
    ...beside
      .filter((field) => scenario[field] !== undefined)
      .map((field) => ({ where, field, expected: 'either `args` or this field: put it into `args`' })),
  ];
}

function configProblems(scenario: Record<string, unknown>, where: string): Problem[] {
  if (scenario['api'] !== 'config' || scenario['args'] !== undefined) return [];
  if (scenario['configWorkflowId'] === undefined) {
    return [{ where, field: 'configWorkflowId', expected: 'the id of a configuration', received: 'nothing' }];
  }
  if (scenario['configAction'] === 'update' && scenario['configPayload'] === undefined) {
    return [{ where, field: 'configPayload', expected: 'the value that the update stores', received: 'nothing' }];
  }
  return [];
}

function assertThatProblems(assertThat: unknown, where: string): Problem[] {
  const field = 'assertThat';
  if (!isRecord(assertThat)) {
    const received = assertThat === undefined ? 'nothing' : describeGiven(assertThat);
    return [
      { where, field, expected: 'an object of paths and checks', received, example: '{ success: equals(true) }' },
    ];
  }
  return checksProblems(assertThat, where, field);
}

/**
 * The fields that may contain lazies. The values of checks are validated elsewhere; another library's schema may be
 * huge, and its getters may have side effects.
 */
function withoutForeignParts(scenario: Record<string, unknown>): unknown {
  const { schema: _schema, recordRules: _rules, assertThat: _checks, ...own } = scenario;
  return own;
}

/** Finds, at any depth, a lazy whose argument isn't a function. */
function lazyProblems(value: unknown, where: string, path: readonly string[], seen = new Set<unknown>()): Problem[] {
  if (isLazy(value)) {
    if (typeof value.make === 'function') return [];
    return [
      { where, field: path.join('.'), expected: 'lazy(() => value)', received: `lazy(${describeGiven(value.make)})` },
    ];
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, item]) => lazyProblems(item, where, [...path, key], seen));
}
