import { startedWorkflow } from '../../apis/response/started-workflow';
import type { ResolvedOptions } from '../../config/resolve-options';
import type { ScenarioResult } from '../../runner/scenario-result';
import { workflowRoots } from '../../runner/workflow/await-workflow';
import { awaitedStates } from '../../scenario/awaited-states';
import { asksForOutput } from '../../scenario/output-fields';
import type { AnyApiScenario } from '../../scenario/scenario';
import { StrengthJudge } from '../../strength/judge-strength';
import type { Observation } from '../../strength/observation';
import { leftOutRecord, type StrengthRecord } from '../../strength/strength-record';
import { unrepeatable, withSnapshotWatch } from './test-state';

/** Judges the checks of scenarios that have passed, in their tests. Sends nothing. */
export class BlockStrength {
  readonly #options: ResolvedOptions;

  constructor(options: ResolvedOptions) {
    this.#options = options;
  }

  judge(scenario: AnyApiScenario, result: ScenarioResult): StrengthRecord {
    const { assertThat } = scenario;
    const reason = unrepeatable(Object.values(assertThat));
    if (reason !== undefined) return leftOutRecord(reason);
    const observation = observationOf(result);
    if (observation === undefined) return leftOutRecord('it has no response');
    const { strictPaths, strength } = this.#options;
    const judge = new StrengthJudge({
      ...{ api: scenario.api, assertThat, observation, strictPaths, mustNotStart: scenario.mustNotStart },
      awaited: awaitedStates(scenario),
      // An output without records is an error, whatever is checked of it.
      acceptsEmptyOutput: !asksForOutput(scenario),
      accept: Object.keys(scenario.strength?.accept ?? {}),
      acceptOfBlock: Object.keys(strength?.accept ?? {}),
    });
    const { value: passes, usesSnapshots } = withSnapshotWatch(() => judge.passes(observation));
    if (usesSnapshots) return leftOutRecord('its checks use snapshots');
    return passes ? judge.record() : leftOutRecord('its checks fail if they run a second time on the same response');
  }
}

function observationOf({ api, response, workflow }: ScenarioResult): Observation | undefined {
  if (response === undefined) return undefined;
  const isStarted = api === 'workflow' && startedWorkflow(response.body) !== undefined;
  const end = workflow?.states.at(-1)?.status ?? (isStarted ? 'COMPLETED' : undefined);
  const { $workflow } = workflowRoots(workflow) as { $workflow?: Readonly<Record<string, unknown>> };
  return { ...response, ...(end !== undefined && { end }), ...($workflow && { workflow: $workflow }) };
}
