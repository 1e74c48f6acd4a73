import type { AnyApiScenario, Scenario } from '../../scenario/scenario';
import { callAt } from '../failure/call-at';
import { marked } from '../failure/lazy-marked';
import type { Locator } from '../failure/locator';
import type { TestFramework } from '../test-framework';
import type { BlockHooks } from './block-hooks';
import { missingError, type MissingRequirements } from './missing-requirements';
import { testTitle } from './test-title';

/** What all tests of a block share. */
export interface TestBlock {
  readonly framework: TestFramework;
  readonly hooks: BlockHooks<unknown>;
  readonly locator: Locator;
}

/** Defines the Jest test of a scenario, located at the user's own line. */
export function addTest(
  { framework: { test }, hooks, locator }: TestBlock,
  scenario: Scenario,
  missing: MissingRequirements | undefined,
): void {
  const place = locator.testPlace(scenario);
  const title = testTitle(scenario);
  if (scenario.todo === true) return callAt(place, test.todo, title);

  const kind = hooks.isConcurrent ? test.concurrent : test;
  const add = scenario.skip ? test.skip : scenario.only ? kind.only : kind;
  const runnable = scenario as AnyApiScenario;
  const frameOf = (): string | undefined => locator.scenarioFrame(scenario);
  const running = (): Promise<void> =>
    missing ? Promise.reject(missingError(scenario.name, missing, frameOf())) : hooks.scenario(runnable);
  const body = (): Promise<void> => marked(running(), frameOf);
  callAt(place, add, title, body, hooks.testLimit(runnable));
}
