import type { ResolvedOptions } from '../../config/resolve-options';
import { missingVariables } from '../../env/variables';
import { ConnectorTestError, withFrames } from '../../errors';
import type { Scenario } from '../../scenario/scenario';
import { runsInCi } from '../../service/run/run-state';

/** The environment variables that a scenario lacks, and whether it fails or is skipped. */
export interface MissingRequirements {
  readonly names: readonly string[];
  readonly fails: boolean;
  /** The folder that was searched for environment files. */
  readonly folder?: string | undefined;
}

/** The scenarios that can't run because variables that they or their block require are missing, by name. */
export function missingRequirements(
  scenarios: readonly Scenario[],
  block: Pick<ResolvedOptions, 'requires' | 'onMissing'>,
  folder?: string,
): ReadonlyMap<string, MissingRequirements> {
  const missing = scenarios
    .filter(({ skip, todo }) => !skip && !todo)
    .map(({ name, requires = [], onMissing = block.onMissing ?? (runsInCi() ? 'fail' : 'skip') }) => {
      const names = missingVariables([...(block.requires ?? []), ...requires]);
      return [name, { names, fails: onMissing === 'fail', folder }] as const;
    });
  return new Map(missing.filter(([, { names }]) => names.length > 0));
}

/** The scenarios, with those skipped that lack variables but should not fail; the reporter reads the reason. */
export function skipMissing(
  scenarios: readonly Scenario[],
  missing: ReadonlyMap<string, MissingRequirements>,
): readonly Scenario[] {
  return scenarios.map((scenario) => {
    const lacks = missing.get(scenario.name);
    if (lacks === undefined || lacks.fails) return scenario;
    return { ...scenario, skip: true, skipReason: `missing ${lacks.names.join(', ')}` };
  });
}

/** The error that the test of such a scenario throws; its stack is the scenario's own line. */
export function missingError(
  name: string,
  { names, folder }: MissingRequirements,
  frame: string | undefined,
): ConnectorTestError {
  const { dotenvAdvice } = require('../../env/dotenv-advice') as typeof import('../../env/dotenv-advice');
  const advice = folder === undefined ? '' : `\n${dotenvAdvice(folder, names)}`;
  const error = new ConnectorTestError('MISSING_VARIABLES', {
    what: `Scenario "${name}" was not run: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not set.`,
    why: `the scenario or its block requires ${names.length === 1 ? 'it' : 'them'}; an empty value counts as not set.${advice}`,
    fix: "set them in the shell or in .env. To skip the scenario instead, even in CI, set `onMissing: 'skip'`.",
  });
  return withFrames(error, frame === undefined ? [] : [frame]);
}
