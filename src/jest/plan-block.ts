import { API_NAMES } from '../apis/api-names';
import type { ConnectorOptions } from '../config/options';
import { type ResolvedOptions, resolveOptions } from '../config/resolve-options';
import { shortTimeoutProblems } from '../config/short-timeout';
import { validateConfig } from '../config/validate-config';
import { validateOptions } from '../config/validate-options';
import type { Problem } from '../problems';
import { basePathProblems } from '../scenario/output-problems';
import type { Scenario } from '../scenario/scenario';
import { validateScenarios } from '../scenario/validate-scenarios';
import { isRecord } from '../shape';
import type { Surroundings } from './surroundings';

/** A block's options, and everything that is wrong with it. */
export interface BlockPlan<Context> {
  readonly options: ResolvedOptions<Context>;
  readonly problems: readonly Problem[];
}

/** Resolves a block's options and validates all of it; never throws, so that all problems come at once. */
export function planBlock<Context>(
  scenarios: readonly Scenario[],
  options: ConnectorOptions<Context>,
  { globals, config, environment, run }: Surroundings,
): BlockPlan<Context> {
  const given = isRecord(options) ? options : {};
  const resolved = resolveOptions<Context>({
    config,
    environment: environment.options,
    startedAppUrl: run?.appUrl,
    options: given,
  });
  const apiNames = [...API_NAMES, ...Object.keys(resolved.apis)];

  return {
    options: resolved,
    problems: [
      ...validateConfig(globals),
      ...environment.problems,
      ...validateOptions(options),
      ...validateScenarios(scenarios, apiNames),
      ...basePathProblems(scenarios, resolved.extractedOutputBasePath),
      ...shortTimeouts(scenarios, resolved.allowShortTimeout),
    ],
  };
}

function shortTimeouts(scenarios: readonly Scenario[], allowed: boolean): Problem[] {
  if (!Array.isArray(scenarios)) return [];
  return scenarios
    .filter(isRecord)
    .flatMap((scenario) => shortTimeoutProblems(scenario, `scenario "${String(scenario['name'])}"`, allowed));
}
