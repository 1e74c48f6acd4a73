import type { ResolvedOptions } from '../../config/resolve-options';
import { LAST_REQUEST_MS, LONGEST_RETRY_PAUSE_MS } from '../../runner/pauses';
import { awaitedStates } from '../../scenario/awaited-states';
import { asksForOutput } from '../../scenario/output-fields';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';

/** Added to Jest's limits, so that ours expire first and report the failure. */
export const MARGIN_MS = 5_000;

type Times = Pick<ResolvedOptions, 'timeout' | 'hookTimeout' | 'workflowTimeout'>;

/**
 * Jest's limit for the test of a scenario, in milliseconds: the sum of its parts and a margin. The scenarios that it
 * needs count too, with their hooks, because any of them may run in its test.
 */
export function testLimit(scenario: AnyApiScenario, options: Times, scenarios: readonly Scenario[]): number {
  const needed = [...allNeeded(scenario, scenarios)] as AnyApiScenario[];
  const before = needed.map((each) => parts(each, options) + 2 * options.hookTimeout);
  return before.reduce((sum, each) => sum + each, parts(scenario, options)) + MARGIN_MS;
}

/** The longest time that a scenario's turn may take, hooks included, in milliseconds. */
export function turnLimit(scenario: AnyApiScenario, options: Times): number {
  return parts(scenario, options) + 2 * options.hookTimeout + MARGIN_MS;
}

/** setTimeout uses a signed 32-bit integer; a larger delay would fire immediately. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** Jest's limit for each test of a concurrent block; a test may have to wait for all the others. */
export function concurrentLimit(options: Times, scenarios: readonly Scenario[]): number {
  const running = scenarios.filter(({ todo }) => !todo) as AnyApiScenario[];
  const sum = running.reduce((total, scenario) => total + turnLimit(scenario, options), MARGIN_MS);
  return Math.min(sum, LONGEST_TIMEOUT);
}

/** Lazy values, then `buildCredentials` and `changeArgs`, the requests, and the wait for the workflow. */
function parts(scenario: AnyApiScenario, options: Times): number {
  const beforeSending = scenario.changeArgs === undefined ? 2 : 3;
  return beforeSending * options.hookTimeout + requests(scenario, options) + waiting(scenario, options);
}

/** Includes indirectly needed scenarios. */
function allNeeded({ needs = [] }: Pick<Scenario, 'needs'>, scenarios: readonly Scenario[]): Set<Scenario> {
  // Fast path, because this runs for each scenario of a file.
  if (needs.length === 0) return new Set();
  const direct = scenarios.filter(({ name }) => needs.includes(name));
  return new Set(direct.flatMap((scenario) => [...allNeeded(scenario, scenarios), scenario]));
}

/** Its request, including retries and polling, and before a workflow those for the input contract and the vault. */
function requests({ api, timeout, retries = 0, eventually }: AnyApiScenario, options: Times): number {
  const once = (timeout ?? options.timeout) * (api === 'workflow' ? 3 : 1);
  return once + retries * (once + LONGEST_RETRY_PAUSE_MS) + (eventually?.timeout ?? 0);
}

/** Enough to read and compare one or two million records. */
const OUTPUT_MS = 60_000;

/** The wait, a last poll that began in time, two requests after it, and the check of the output. */
function waiting(scenario: AnyApiScenario, { workflowTimeout }: Times): number {
  if (awaitedStates(scenario).length === 0) return 0;
  const output = asksForOutput(scenario) ? OUTPUT_MS : 0;
  return (scenario.workflowTimeout ?? workflowTimeout) + 1_000 + 2 * LAST_REQUEST_MS + output;
}
