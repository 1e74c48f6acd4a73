import type { ResolvedOptions } from '../../config/resolve-options';
import { LAST_REQUEST_MS, LONGEST_RETRY_PAUSE_MS } from '../../runner/pauses';
import { awaitedStates } from '../../scenario/awaited-states';
import { asksForOutput } from '../../scenario/output-fields';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';

/** Jest's own limits come after ours, so that ours speak first. */
export const MARGIN_MS = 5_000;

type Times = Pick<ResolvedOptions, 'timeout' | 'hookTimeout' | 'workflowTimeout'>;

/**
 * Jest's limit for the test of a scenario, in milliseconds: the sum of its parts, of those that it needs with their
 * hooks, for any of them may run in its test, and a margin.
 */
export function testLimit(scenario: AnyApiScenario, options: Times, scenarios: readonly Scenario[]): number {
  const needed = [...allNeeded(scenario, scenarios)] as AnyApiScenario[];
  const before = needed.map((each) => parts(each, options) + 2 * options.hookTimeout);
  return before.reduce((sum, each) => sum + each, parts(scenario, options)) + MARGIN_MS;
}

/** Within what a scenario has ended in its turn, hooks included, in milliseconds. */
export function turnLimit(scenario: AnyApiScenario, options: Times): number {
  return parts(scenario, options) + 2 * options.hookTimeout + MARGIN_MS;
}

/** setTimeout counts in a signed 32-bit number; more would fire at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** Jest's limit for each test of a block whose scenarios run at the same time: it may have to wait for all the others. */
export function concurrentLimit(options: Times, scenarios: readonly Scenario[]): number {
  const running = scenarios.filter(({ todo }) => !todo) as AnyApiScenario[];
  const sum = running.reduce((total, scenario) => total + turnLimit(scenario, options), MARGIN_MS);
  return Math.min(sum, LONGEST_TIMEOUT);
}

/** Lazies and then `buildCredentials`, requests, the wait. */
function parts(scenario: AnyApiScenario, options: Times): number {
  return 2 * options.hookTimeout + requests(scenario, options) + waiting(scenario, options);
}

/** Those too that the needed ones need. */
function allNeeded({ needs = [] }: Pick<Scenario, 'needs'>, scenarios: readonly Scenario[]): Set<Scenario> {
  // This is asked of each scenario of a file.
  if (needs.length === 0) return new Set();
  const direct = scenarios.filter(({ name }) => needs.includes(name));
  return new Set(direct.flatMap((scenario) => [...allNeeded(scenario, scenarios), scenario]));
}

/** Its request, the input contract's and the vault's before a workflow; again and again if it may be repeated. */
function requests({ api, timeout, retries = 0, eventually }: AnyApiScenario, options: Times): number {
  const once = (timeout ?? options.timeout) * (api === 'workflow' ? 3 : 1);
  return once + retries * (once + LONGEST_RETRY_PAUSE_MS) + (eventually?.timeout ?? 0);
}

/** Reading and comparing a million records or two. */
const OUTPUT_MS = 60_000;

/** The wait, a last look that began in time, two requests after it, and a look at what it wrote. */
function waiting(scenario: AnyApiScenario, { workflowTimeout }: Times): number {
  if (awaitedStates(scenario).length === 0) return 0;
  const output = asksForOutput(scenario) ? OUTPUT_MS : 0;
  return (scenario.workflowTimeout ?? workflowTimeout) + 1_000 + 2 * LAST_REQUEST_MS + output;
}
