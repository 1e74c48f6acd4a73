import { resolve } from 'node:path';
import { isPredicate } from '../assertions/predicates/predicate';
import { loadContract } from '../contract/contract-file';
import { type DefiningCall, withDefiningCall } from '../defined-at';
import { ConnectorTestError } from '../errors';
import type { Scenario } from '../scenario/scenario';
import { formatProblems, type Problem } from '../validation/problems';
import { deviationOf } from './deviations';
import { exceptProblems, standardProblems } from './options-problems';
import { configScenarios } from './scenarios/config-scenarios';
import { contractScenarios } from './scenarios/contract-scenarios';
import { driftScenario } from './scenarios/drift-scenario';
import { loginScenarios } from './scenarios/login-scenarios';
import { metadataScenarios, preflightScenarios } from './scenarios/read-scenarios';
import { robustnessScenarios, unknownPath } from './scenarios/robustness-scenarios';
import { workflowScenarios } from './scenarios/workflow-scenarios';
import type { StandardOptions } from './standard-options';

/** The user's call of `standardScenarios`. */
export interface StandardCall extends DefiningCall {
  /** The folder that a relative path of the contract starts at. */
  readonly folder: string;
}

const MAKERS = {
  auth: loginScenarios,
  preflight: preflightScenarios,
  metadata: metadataScenarios,
  workflow: workflowScenarios,
  config: configScenarios,
} as const;

type Api = keyof typeof MAKERS;

/**
 * Makes the scenarios of the standard suite.
 *
 * @throws ConnectorTestError INVALID_OPTIONS with all problems, CONTRACT_MISSING, CONTRACT_INVALID
 */
export function createStandardScenarios(options: StandardOptions, call: StandardCall): readonly Scenario[] {
  throwIfAny(standardProblems(options));
  const { except = {} } = options;
  const scenarios = distinct([...withoutContract(options), ...withContract(options, call.folder)]);
  const names = scenarios.map(({ name }) => `standard_${name}`);
  throwIfAny(exceptProblems(except, names));
  return scenarios.map((scenario) => finished(scenario, options, call));
}

/** Those whose names depend on nothing but the options. */
function withoutContract(options: StandardOptions): Scenario[] {
  const apis = (Object.keys(MAKERS) as Api[]).filter((api) => options[api] !== false);
  return [
    ...apis.flatMap((api) => MAKERS[api](options)),
    ...apis.flatMap((api) => robustnessScenarios(api, options)),
    unknownPath(),
  ];
}

function withContract(options: StandardOptions, folder: string): Scenario[] {
  const { contract: path } = options;
  if (path === undefined) return [];
  const contract = loadContract(resolve(folder, path), path);
  return [driftScenario(contract, path), ...contractScenarios(contract, options)];
}

/** Two fields may have names that sound alike: `a_b` missing, and `b_missing` of `a`. */
function distinct(scenarios: readonly Scenario[]): Scenario[] {
  const counts = new Map<string, number>();
  return scenarios.map((scenario) => {
    const count = (counts.get(scenario.name) ?? 0) + 1;
    counts.set(scenario.name, count);
    return count === 1 ? scenario : { ...scenario, name: `${scenario.name}_${count}` };
  });
}

function finished(scenario: Scenario, { except = {}, deviations }: StandardOptions, call: StandardCall): Scenario {
  const name = `standard_${scenario.name}`;
  const reason = except[name] ?? deviationOf(name, deviations);
  const [kind = ''] = scenario.name.split('_', 1);
  placeChecks(scenario, call);
  const all = {
    ...{ ...scenario, name, tags: ['standard', ...(kind === 'contract' ? [kind] : [])] },
    ...(scenario.needs && { needs: scenario.needs.map((needed) => `standard_${needed}`) }),
    forbidSecretsInResponses: true,
    ...(reason === undefined ? {} : { skip: true, skipReason: reason }),
  };
  return withDefiningCall(all as Scenario, { site: call.site, place: call.place });
}

/** A failed check points at the user's call: no part of the check is in the user's files. */
function placeChecks(scenario: Scenario, { site }: StandardCall): void {
  const checks = 'assertThat' in scenario ? Object.values(scenario.assertThat) : [];
  for (const check of checks as unknown[]) {
    if (isPredicate(check)) Object.defineProperty(check, 'callSite', { value: site });
  }
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new ConnectorTestError('INVALID_OPTIONS', {
    what:
      problems.length === 1
        ? 'Invalid option of standardScenarios.'
        : `${problems.length} invalid options of standardScenarios.`,
    why: formatProblems(problems),
    fix: 'correct the problems above.',
  });
}
