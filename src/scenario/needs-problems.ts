import { findCycle } from '../validation/find-cycle';
import { nearestName, type Problem } from '../validation/problems';
import { isRecord, isText } from '../validation/shape';
import { problemsByScenario } from './problems-by-scenario';

/** The problems in the scenarios' `needs`. */
export function needsProblems(scenarios: readonly unknown[]): Problem[] {
  const names = scenarios.map((scenario) => (isRecord(scenario) ? scenario['name'] : undefined)).filter(isText);
  const needs = new Map(scenarios.filter(isRecord).map((scenario) => [scenario['name'], needsOf(scenario)]));
  return problemsByScenario(scenarios, (scenario, where) => {
    if (!isRecord(scenario)) return [];
    return needsOf(scenario).flatMap((needed) => {
      const wrong = needProblem({ name: scenario['name'], needed, names, needs });
      return wrong === undefined ? [] : [{ where, field: 'needs', ...wrong }];
    });
  });
}

interface Need {
  readonly name: unknown;
  readonly needed: string;
  readonly names: readonly string[];
  readonly needs: ReadonlyMap<unknown, readonly string[]>;
}

function needProblem({ name, needed, names, needs }: Need): Omit<Problem, 'where'> | undefined {
  const received = JSON.stringify(needed);
  if (needed === name)
    return { expected: 'the name of another scenario', received: `${received}, the scenario's own name` };
  if (!names.includes(needed)) {
    const others = names.filter((other) => other !== name);
    const expected = 'the name of a scenario in this block';
    return { expected, received, didYouMean: nearestName(needed, others) };
  }
  const circle = isText(name) ? findCycle(name, (other) => needs.get(other) ?? [], [needed]) : undefined;
  if (circle !== undefined) return { expected: 'no cycle', received: circle.join(' needs ') };
  if (names.indexOf(needed) < names.indexOf(String(name))) return undefined;
  const expected = 'a scenario listed before this one, because scenarios run in the order in which they are listed';
  return { expected, received: `${received}, which is listed later` };
}

function needsOf(scenario: Readonly<Record<string, unknown>>): readonly string[] {
  const { needs } = scenario;
  return Array.isArray(needs) ? needs.filter(isText) : [];
}
