import type { Scenario } from './scenario';

/** Also skips every scenario that needs one that is skipped or not written yet. */
export function skipDependants(scenarios: readonly Scenario[]): readonly Scenario[] {
  const left = new Map<string, string>();
  return scenarios.map((scenario) => {
    const missing = (scenario.needs ?? []).find((name) => left.has(name));
    const skipped =
      missing === undefined || scenario.skip || scenario.todo
        ? scenario
        : { ...scenario, skip: true, skipReason: `needs ${missing}, which is ${String(left.get(missing))}` };
    if (skipped.todo) left.set(skipped.name, 'not written yet');
    else if (skipped.skip) left.set(skipped.name, 'skipped');
    return skipped;
  });
}
