import type { Scenario } from './scenario';

/** The scenarios, of which those are skipped too that need one that is skipped or still to be written. */
export function skipDependants(scenarios: readonly Scenario[]): readonly Scenario[] {
  const left = new Map<string, string>();
  return scenarios.map((scenario) => {
    const missing = (scenario.needs ?? []).find((name) => left.has(name));
    const skipped =
      missing === undefined || scenario.skip || scenario.todo
        ? scenario
        : { ...scenario, skip: true, skipReason: `needs ${missing}, which is ${String(left.get(missing))}` };
    if (skipped.todo) left.set(skipped.name, 'still to be written');
    else if (skipped.skip) left.set(skipped.name, 'skipped');
    return skipped;
  });
}
