import { ConnectorTestError } from '../../errors';
import type { NeededResponse } from '../../lazy';
import { failedResult } from '../../runner/failed-result';
import { redactResult } from '../../runner/redact-result';
import { neededResponse } from '../../runner/run-scenario';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';

/** Answers by the names of the scenarios that they came to. */
export type Responses = Readonly<Record<string, NeededResponse>>;

/** Runs a scenario with all that belongs to it, but outside of a test of its own; never rejects. */
export type RunInside = (scenario: AnyApiScenario, needed: Responses) => Promise<ScenarioResult>;

/** How a scenario that others need ended the last time. */
interface Ran {
  readonly result: ScenarioResult;
  /** In whose test it ran. */
  readonly within: string;
  /** Whether a test has shown its failure. */
  reported: boolean;
}

/**
 * What scenarios of a block need of one another. One that was not run before, because `-t` or `only` left it out, runs
 * in the test of the first that needs it.
 */
export class NeededScenarios {
  readonly #byName: ReadonlyMap<string, Scenario>;
  readonly #needed: ReadonlySet<string>;
  readonly #run: RunInside;
  readonly #ran = new Map<string, Ran>();

  constructor(scenarios: readonly Scenario[], run: RunInside) {
    this.#byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
    this.#needed = new Set(scenarios.flatMap(({ needs = [] }) => needs));
    this.#run = run;
  }

  /** A scenario has ended in its own test; the last time counts, for Jest may repeat tests. */
  note(result: ScenarioResult): void {
    const { name } = result;
    if (this.#needed.has(name)) this.#ran.set(name, { result, within: name, reported: true });
  }

  /**
   * The answers that `scenario` needs; nothing if it needs none.
   *
   * @param within Whose test it is that runs.
   * @throws ConnectorTestError NEEDED_SCENARIO_FAILED
   */
  async responsesFor({ name, needs }: AnyApiScenario, within = name): Promise<Responses | undefined> {
    if (needs === undefined) return undefined;
    const responses: Record<string, NeededResponse> = {};
    for (const needed of needs) {
      const ran = await this.#ranOnce(needed, within);
      const response = neededResponse(ran.result);
      if (!ran.result.success || response === undefined) throw neededFailed(name, needed, ran);
      responses[needed] = response;
    }
    return responses;
  }

  /** What failed within a test is tried again when Jest repeats that test, and only then. */
  async #ranOnce(needed: string, within: string): Promise<Ran> {
    const known = this.#ran.get(needed);
    if (known && (known.result.success || known.within !== within)) return known;
    const ran = { result: await this.#runWithin(needed, within), within, reported: false };
    this.#ran.set(needed, ran);
    return ran;
  }

  async #runWithin(needed: string, within: string): Promise<ScenarioResult> {
    const scenario = this.#byName.get(needed) as AnyApiScenario;
    try {
      return await this.#run(scenario, (await this.responsesFor(scenario, within)) ?? {});
    } catch (error) {
      return failedResult(scenario, error);
    }
  }
}

/** The test that ran it tells all of it, the others point there. */
function neededFailed(name: string, needed: string, ran: Ran): ConnectorTestError {
  const isHere = !ran.reported;
  ran.reported = true;
  const other = ran.within === needed ? '' : ` in the test "${ran.within}"`;
  const how = isHere ? `ran in this test and failed:\n\n${failureOf(ran.result)}` : `failed${other} (see that test).`;
  const what = `Scenario "${name}" was not run because it needs "${needed}", which ${how}`;
  return new ConnectorTestError('NEEDED_SCENARIO_FAILED', { what });
}

function failureOf(result: ScenarioResult): string {
  const { failureText } = require('../../report/failure-text') as typeof import('../../report/failure-text');
  const { pruneResult } = require('../../report/cut/prune-result') as typeof import('../../report/cut/prune-result');
  return failureText(redactResult(pruneResult(result)));
}
