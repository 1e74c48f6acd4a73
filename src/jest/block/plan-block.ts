import { API_NAMES } from '../../apis/api-names';
import type { ConnectorOptions } from '../../config/options';
import { type ResolvedOptions, resolveOptions } from '../../config/resolve-options';
import { shortTimeoutProblems } from '../../config/short-timeout';
import { CONFIG_SHAPE, validateConfig } from '../../config/validate-config';
import { OPTIONS_SHAPE, validateOptions } from '../../config/validate-options';
import { prefixOf } from '../../env/credentials';
import { basePathProblems } from '../../scenario/output-problems';
import { problemsByScenario } from '../../scenario/problems-by-scenario';
import { repeatedWrites } from '../../scenario/repeat-problems';
import type { Scenario } from '../../scenario/scenario';
import { validateScenarios } from '../../scenario/validate-scenarios';
import type { Problem } from '../../validation/problems';
import { asMeant, isRecord, isText } from '../../validation/shape';
import type { RunContext } from '../run-context';

/** A block's options and all its problems. */
export interface BlockPlan<Context> {
  readonly options: ResolvedOptions<Context>;
  readonly problems: readonly Problem[];
}

/** Across all blocks of the test file, because a longer name of another block owns its own variables. */
const variableOwners = new Set<string>();

/** Resolves a block's options and validates the whole block; never throws, so that all problems are reported at once. */
export function planBlock<Context>(
  scenarios: readonly Scenario[],
  options: ConnectorOptions<Context>,
  { globals, config, environment, run }: Omit<RunContext, 'files'>,
): BlockPlan<Context> {
  const given = isRecord(options) ? options : {};
  const resolved = resolveOptions<Context>({
    config,
    environment: environment.options,
    startedAppUrl: run?.project?.appUrl,
    options: given,
  });
  for (const name of [...namesOf(scenarios), resolved.applicationName]) {
    if (isText(name)) variableOwners.add(prefixOf(name));
  }
  const apiNames = [...new Set([...API_NAMES, ...Object.keys(resolved.apis), ...meantApis(given, config)])];

  return {
    options: { ...resolved, variableOwners },
    problems: [
      ...validateConfig(globals),
      ...environment.problems,
      ...validateOptions(options),
      ...validateScenarios(scenarios, apiNames),
      ...basePathProblems(scenarios, resolved.extractedOutputBasePath),
      ...repeatedWrites(scenarios, resolved.apis),
      ...shortTimeouts(scenarios, resolved.allowShortTimeout),
    ],
  };
}

/** If `apis` is misspelled, only that is reported, not each scenario that uses an API defined there. */
function meantApis(options: object, config: object): string[] {
  const places = [asMeant({ ...options }, OPTIONS_SHAPE), asMeant({ ...config }, CONFIG_SHAPE)];
  return places.flatMap(({ apis }) => (isRecord(apis) ? Object.keys(apis) : []));
}

function namesOf(scenarios: unknown): unknown[] {
  return Array.isArray(scenarios) ? scenarios.filter(isRecord).map(({ name }) => name) : [];
}

function shortTimeouts(scenarios: readonly Scenario[], allowed: boolean): Problem[] {
  if (!Array.isArray(scenarios)) return [];
  return problemsByScenario(scenarios, (scenario, where) => {
    if (!isRecord(scenario)) return [];
    const { eventually, allowShortTimeout = allowed } = scenario;
    const inside = isRecord(eventually)
      ? shortTimeoutProblems(eventually, `${where}, eventually`, allowShortTimeout === true)
      : [];
    return [...shortTimeoutProblems(scenario, where, allowed), ...inside];
  });
}
