import { problemsByScenario } from '../../scenario/problems-by-scenario';
import type { Scenario } from '../../scenario/scenario';
import type { Problem } from '../../validation/problems';
import { testTitle } from './test-title';

/** Finds a block's scenario by the full name of the current test, which is all that Jest exposes to hooks. */
export class CurrentScenario {
  readonly #block: string;
  readonly #byTestName: ReadonlyMap<string, Scenario>;
  #prefix: string | undefined;

  constructor(block: string, scenarios: readonly Scenario[]) {
    this.#block = block;
    this.#byTestName = new Map(scenarios.map((scenario) => [`${block} ${testTitle(scenario)}`, scenario]));
  }

  /** @throws when no scenario of the block has such a test */
  of(fullName: string): Scenario {
    const current = this.#byTestName.get(fullName.slice(this.#ancestors(fullName).length));
    if (current === undefined) throw new Error(`No scenario of "${this.#block}" has the test name "${fullName}".`);
    return current;
  }

  /** The part before the block's name is computed once. */
  #ancestors(fullName: string): string {
    if (this.#prefix !== undefined && fullName.startsWith(this.#prefix)) return this.#prefix;
    const [longest = ''] = [...this.#byTestName.keys()]
      .filter((testName) => fullName.endsWith(testName))
      .sort((left, right) => right.length - left.length);
    this.#prefix = fullName.slice(0, fullName.length - longest.length);
    return this.#prefix;
  }
}

/**
 * Problems with scenario names that could make hooks receive the wrong scenario: inside the user's own `describe`, the
 * full name of one test may end like that of another.
 */
export function ambiguousNames(block: string, scenarios: readonly Scenario[]): Problem[] {
  const names = scenarios.map((scenario) => ({ name: scenario.name, full: `${block} ${testTitle(scenario)}` }));
  return problemsByScenario(scenarios, (_scenario, where, index) => {
    const { name, full } = names[index] as (typeof names)[number];
    const other = names.find((each) => each.full !== full && full.endsWith(` ${each.full}`));
    if (other === undefined) return [];
    const expected = `a name that hooks can distinguish from "${other.name}": with the block's name "${block}", both end alike`;
    return [{ where, field: 'name', expected, received: `"${name}"` }];
  });
}
