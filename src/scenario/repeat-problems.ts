import type { ApiDefinitions } from '../apis/api-definition';
import { reads } from '../apis/reads';
import { isLazy } from '../lazy';
import { milliseconds } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';
import { isRecord, type Shape, shapeProblems } from '../validation/shape';
import { checksProblems } from './checks-problems';
import { problemsByScenario } from './problems-by-scenario';

/** The fields of `eventually`. */
export const EVENTUALLY_SHAPE: Shape = {
  timeout: { ...milliseconds, required: true, example: '60_000' },
  interval: milliseconds,
  failOn: {
    expected: 'an object of paths and checks',
    accepts: isRecord,
    example: "{ 'data.status': equals('FAILED') }",
  },
};

type Fields = Readonly<Record<string, unknown>>;

/** The problems in `eventually`. */
export function eventuallyProblems(scenario: Fields, where: string): Problem[] {
  const { eventually } = scenario;
  if (!isRecord(eventually)) return [];
  const inside = `${where}, eventually`;
  return [
    ...refusals(scenario).map((problem) => ({ where, ...problem })),
    ...shapeProblems(eventually, EVENTUALLY_SHAPE, inside),
    ...(isRecord(eventually['failOn']) ? checksProblems(eventually['failOn'], inside, 'failOn') : []),
  ];
}

/** Reports scenarios with `eventually` whose custom API writes, because each attempt would write again. */
export function repeatedWrites(scenarios: unknown, apis: ApiDefinitions): Problem[] {
  if (!Array.isArray(scenarios)) return [];
  return problemsByScenario(scenarios, (scenario, where) => {
    if (!isRecord(scenario) || !isRecord(scenario['eventually'])) return [];
    const api = String(scenario['api']);
    const definition = Object.hasOwn(apis, api) ? apis[api] : undefined;
    if (!isRecord(definition) || reads({ api, method: definition.method, definition })) return [];
    return [
      {
        where,
        field: 'eventually',
        expected: 'an API that only reads, because each attempt would write again',
        received: `api: '${api}', which sends ${definition.method}`,
        example: `apis: { ${api}: { …, reads: true } } if its requests only read`,
      },
    ];
  });
}

function refusals(scenario: Fields): Omit<Problem, 'where'>[] {
  if (scenario['api'] === 'workflow') {
    const expected = 'a scenario that only reads, because this one would start a workflow each time';
    return [{ field: 'eventually', expected, received: "api: 'workflow'", example: "waitFor: 'COMPLETED'" }];
  }
  if (scenario['api'] === 'config' && (isConfigUpdate(scenario) || isConfigUpdate(scenario['args']))) {
    const expected = 'a scenario that only reads';
    return [{ field: 'eventually', expected, received: 'an update of a configuration' }];
  }
  if (scenario['retries'] === undefined) return [];
  const expected = 'either `eventually` or `retries`: `eventually` already repeats the request';
  return [{ field: 'retries', expected, received: describeGiven(scenario['retries']) }];
}

/** Whether the arguments of `config`, or a scenario's fields, describe an update. */
export function isConfigUpdate(fields: unknown): boolean {
  if (!isRecord(fields) || isLazy(fields)) return false;
  return fields['configAction'] === 'update' || fields['configPayload'] !== undefined;
}
