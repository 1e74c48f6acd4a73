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

/** How a scenario that others need ended the last time, or is about to. */
interface Ran {
  /** Never rejects. */
  readonly result: Promise<ScenarioResult>;
  /** In whose test it runs. */
  readonly within: string;
  /** Whether a test has shown its failure. */
  reported: boolean;
  /** Whether its own test has had this result. */
  isTaken: boolean;
}

/**
 * What scenarios of a block need of one another. One that was not run before, because `-t` or `only` left it out, runs
 * in the test of the first that needs it. Where scenarios run at the same time, one that runs already is waited for.
 */
export class NeededScenarios {
  readonly #byName: ReadonlyMap<string, Scenario>;
  readonly #needed: ReadonlySet<string>;
  readonly #run: RunInside;
  readonly #isConcurrent: boolean;
  readonly #ran = new Map<string, Ran>();

  constructor(scenarios: readonly Scenario[], run: RunInside, isConcurrent: boolean) {
    this.#byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));
    this.#needed = new Set(scenarios.flatMap(({ needs = [] }) => needs));
    this.#run = run;
    this.#isConcurrent = isConcurrent;
  }

  /**
   * Runs a scenario in its own test; the last time counts, for Jest may repeat tests. Where scenarios run at the same time,
   * one that already runs in the test of another is not run a second time.
   *
   * @param run Is given what the scenario needs, which rejects as {@link responsesFor}; never rejects itself.
   */
  async own(
    scenario: AnyApiScenario,
    run: (needed: Promise<Responses | undefined>) => Promise<ScenarioResult>,
  ): Promise<ScenarioResult> {
    const { name } = scenario;
    const known = this.#ran.get(name);
    if (this.#isConcurrent && known?.isTaken === false) {
      known.isTaken = true;
      return known.result;
    }
    const result = run(this.responsesFor(scenario));
    if (this.#needed.has(name)) await this.#note(name, { result, within: name, reported: true, isTaken: true });
    return result;
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
      const result = await ran.result;
      const response = neededResponse(result);
      if (!result.success || response === undefined) throw neededFailed({ name, needed, within }, ran, result);
      responses[needed] = response;
    }
    return responses;
  }

  /** What failed within a test is tried again when Jest repeats that test, and only then. */
  async #ranOnce(needed: string, within: string): Promise<Ran> {
    const known = this.#ran.get(needed);
    if (known && (known.within !== within || (await known.result).success)) return known;
    const ran = { result: this.#runWithin(needed, within), within, reported: false, isTaken: false };
    await this.#note(needed, ran);
    return ran;
  }

  /** One after the other, only what has ended counts: a test that Jest ended may have left something running. */
  async #note(name: string, ran: Ran): Promise<void> {
    if (!this.#isConcurrent) await ran.result;
    this.#ran.set(name, ran);
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

/** Who needs whom, and whose test it is that runs. */
interface Need {
  readonly name: string;
  readonly needed: string;
  readonly within: string;
}

/** The test that ran it tells all of it, the others point there. */
function neededFailed({ name, needed, within }: Need, ran: Ran, result: ScenarioResult): ConnectorTestError {
  const isHere = !ran.reported && ran.within === within;
  if (isHere) ran.reported = true;
  const other = ran.within === needed ? '' : ` in the test "${ran.within}"`;
  const how = isHere ? `ran in this test and failed:\n\n${failureOf(result)}` : `failed${other} (see that test).`;
  const what = `Scenario "${name}" was not run because it needs "${needed}", which ${how}`;
  return new ConnectorTestError('NEEDED_SCENARIO_FAILED', { what });
}

function failureOf(result: ScenarioResult): string {
  const { failureText } = require('../../report/failure-text') as typeof import('../../report/failure-text');
  const { pruneResult } = require('../../report/cut/prune-result') as typeof import('../../report/cut/prune-result');
  return failureText(redactResult(pruneResult(result)));
}
