import type { GeneratedPlace } from '../call-site';
import type { AnyApiScenario } from '../runner/build-call';
import type { Scenario } from '../scenario/scenario';
import { callAt } from './call-at';
import type { Place } from './scenario-places';
import type { SuiteRun } from './suite-run';
import type { TestFramework } from './test-framework';
import { testTitle } from './test-title';

/** Makes the Jest test of a scenario, at the place of the user's own line. */
export function addTest(
  { test }: TestFramework,
  scenario: Scenario,
  run: SuiteRun<unknown>,
  place: Place | GeneratedPlace | undefined,
): void {
  const title = testTitle(scenario);
  if (scenario.todo === true) return callAt(place, test.todo, title);

  const add = scenario.skip ? test.skip : scenario.only ? test.only : test;
  const runnable = scenario as AnyApiScenario;
  callAt(place, add, title, () => run.scenario(runnable), run.testLimit(runnable));
}
