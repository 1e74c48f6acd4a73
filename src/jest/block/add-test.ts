import type { AnyApiScenario } from '../../runner/request/build-call';
import type { Scenario } from '../../scenario/scenario';
import { callAt } from '../failure/call-at';
import type { Locator } from '../failure/locator';
import { marked } from '../failure/marked';
import { type MissingRequirements, missingError } from './missing-requirements';
import type { SuiteRun } from './suite-run';
import type { TestFramework } from '../test-framework';
import { testTitle } from './test-title';

/** What the tests of a block have in common. */
export interface TestBlock {
  readonly framework: TestFramework;
  readonly run: SuiteRun<unknown>;
  readonly locator: Locator;
}

/** Makes the Jest test of a scenario, at the place of the user's own line. */
export function addTest(
  { framework: { test }, run, locator }: TestBlock,
  scenario: Scenario,
  missing: MissingRequirements | undefined,
): void {
  const place = locator.testPlace(scenario);
  const title = testTitle(scenario);
  if (scenario.todo === true) return callAt(place, test.todo, title);

  const add = scenario.skip ? test.skip : scenario.only ? test.only : test;
  const runnable = scenario as AnyApiScenario;
  const frameOf = (): string | undefined => locator.scenarioFrame(scenario);
  const running = async (): Promise<void> => {
    if (missing) throw missingError(scenario.name, missing, frameOf());
    await run.scenario(runnable);
  };
  const body = (): Promise<void> => marked(running(), frameOf);
  callAt(place, add, title, body, run.testLimit(runnable));
}
