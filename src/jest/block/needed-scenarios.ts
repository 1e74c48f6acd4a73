import { ConnectorTestError } from '../../errors';
import type { NeededResponse } from '../../lazy';
import { failedResult } from '../../runner/failed-result';
import { redactResult } from '../../runner/redact-result';
import { neededResponse } from '../../runner/run-scenario';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';

/** Responses by the names of their scenarios. */
export type Responses = Readonly<Record<string, NeededResponse>>;

/** Runs a scenario with its hooks inside the test of another scenario; never rejects. */
export type RunInside = (scenario: AnyApiScenario, needed: Responses) => Promise<ScenarioResult>;

/** The latest run of a scenario that others need, finished or still running. */
interface Ran {
  /** Never rejects. */
  readonly result: Promise<ScenarioResult>;
  /** The scenario in whose test it runs. */
  readonly within: string;
  /** Whether a test has shown its failure. */
  reported: boolean;
  /** Whether its own test has used this result. */
  isTaken: boolean;
}

/**
 * Runs scenarios that other scenarios of the block need. One that has not run yet, because `-t` or `only` left it out,
 * runs in the test of the first scenario that needs it. With concurrency, one that is already running is awaited.
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
   * Runs a scenario in its own test. Its latest run counts, because Jest may repeat tests. With concurrency, a scenario
   * that already runs in the test of another is not run a second time.
   *
   * @param run Receives the needed responses, if it needs any: a promise that rejects like {@link responsesFor}. Never
   *   rejects itself.
   */
  own(
    scenario: AnyApiScenario,
    run: (needed: Promise<Responses> | undefined) => Promise<ScenarioResult>,
  ): Promise<ScenarioResult> {
    const { name } = scenario;
    const known = this.#ran.get(name);
    if (this.#isConcurrent && known?.isTaken === false) {
      known.isTaken = true;
      return known.result;
    }
    const result = run(scenario.needs && this.responsesFor(scenario));
    if (!this.#needed.has(name)) return result;
    return this.#note(name, { result, within: name, reported: true, isTaken: true }).then(() => result);
  }

  /**
   * The responses that `scenario` needs.
   *
   * @param within The scenario whose test is running.
   * @throws ConnectorTestError NEEDED_SCENARIO_FAILED
   */
  async responsesFor({ name, needs = [] }: AnyApiScenario, within = name): Promise<Responses> {
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

  /** A needed scenario that failed within a test runs again only when Jest repeats that test. */
  async #ranOnce(needed: string, within: string): Promise<Ran> {
    const known = this.#ran.get(needed);
    if (known && (known.within !== within || (await known.result).success)) return known;
    const ran = { result: this.#runWithin(needed, within), within, reported: false, isTaken: false };
    await this.#note(needed, ran);
    return ran;
  }

  /** Without concurrency, only finished runs count: a test that timed out may have left a scenario running. */
  async #note(name: string, ran: Ran): Promise<void> {
    if (!this.#isConcurrent) await ran.result;
    this.#ran.set(name, ran);
  }

  async #runWithin(needed: string, within: string): Promise<ScenarioResult> {
    const scenario = this.#byName.get(needed) as AnyApiScenario;
    try {
      return await this.#run(scenario, await this.responsesFor(scenario, within));
    } catch (error) {
      return failedResult(scenario, error);
    }
  }
}

/** Which scenario needs which, and whose test is running. */
interface Need {
  readonly name: string;
  readonly needed: string;
  readonly within: string;
}

/** The test that ran the needed scenario reports the failure in full; the others point to it. */
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
