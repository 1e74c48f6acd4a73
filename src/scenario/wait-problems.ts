import { describeGiven, nearestName, type Problem } from '../validation/problems';
import { isRecord, isText } from '../validation/shape';
import { awaitedStates, FINAL_STATES, isWorkflowPath, WORKFLOW_KEYS } from './awaited-states';

type Fields = Readonly<Record<string, unknown>>;

/** The problems in how a scenario waits for its workflow. */
export function waitProblems(scenario: Fields, where: string): Problem[] {
  return [
    ...stateProblems(scenario['waitFor'], where),
    ...idleOptions(scenario, where),
    ...workflowPathProblems(scenario, where),
  ];
}

function stateProblems(waitFor: unknown, where: string): Problem[] {
  return [waitFor ?? []]
    .flat()
    .filter((state) => isText(state) && !(FINAL_STATES as readonly string[]).includes(state))
    .map((state) => ({
      where,
      field: 'waitFor',
      expected: `a final status of a workflow: ${FINAL_STATES.join(', ')}`,
      received: describeGiven(state),
      didYouMean: nearestName(String(state), FINAL_STATES),
    }));
}

/** Reports options that would have no effect. */
function idleOptions(scenario: Fields, where: string): Problem[] {
  if (scenario['api'] !== 'workflow' || awaitedStates(scenario).length > 0) return [];
  return ['workflowTimeout', 'pollingInterval']
    .filter((field) => scenario[field] !== undefined)
    .map((field) => ({
      where,
      field,
      expected: 'a scenario that waits for its workflow',
      received: 'one that does not wait',
      example: "waitFor: 'COMPLETED'",
    }));
}

function workflowPathProblems({ api, assertThat }: Fields, where: string): Problem[] {
  if (!isRecord(assertThat)) return [];
  return Object.keys(assertThat)
    .filter(isWorkflowPath)
    .flatMap((path) => {
      const field = `assertThat["${path}"]`;
      if (api !== 'workflow') {
        return [{ where, field, expected: "api: 'workflow' with this path", received: `api: ${describeGiven(api)}` }];
      }
      const [, key] = path.split('.');
      if (key === undefined || (WORKFLOW_KEYS as readonly string[]).includes(key)) return [];
      const nearest = nearestName(key, WORKFLOW_KEYS);
      return [
        {
          where,
          field,
          expected: `$workflow.${WORKFLOW_KEYS.join(', $workflow.')}`,
          received: `$workflow.${key}`,
          didYouMean: nearest && `$workflow.${nearest}`,
        },
      ];
    });
}
