import { ConnectorTestError } from '../errors';
import type { Json } from '../json/json';
import type { NeededResponse, NeededResults } from '../lazy';
import type { AnyApiScenario } from '../scenario/scenario';
import { nearestName } from '../validation/problems';

/** Properties that JavaScript reads from any object. */
const ASKED_BY_LANGUAGE = ['then', 'toJSON'];

/** The responses of needed scenarios, as passed to lazies. Reading a name that isn't in `needs` throws. */
export function neededResults(
  scenario: AnyApiScenario,
  responses: Readonly<Record<string, NeededResponse>>,
): NeededResults {
  return new Proxy(responses, {
    get: (target, name) => {
      const isTheirs = typeof name === 'string' && !ASKED_BY_LANGUAGE.includes(name);
      if (!isTheirs || Object.hasOwn(target, name)) return Reflect.get(target, name) as NeededResponse;
      throw notNeeded(scenario.name, name, Object.keys(target));
    },
  });
}

function notNeeded(scenario: string, name: string, needed: readonly string[]): ConnectorTestError {
  const near = nearestName(name, needed);
  return new ConnectorTestError('INVALID_ARGS', {
    what: `results.${name} does not exist, so nothing was sent.`,
    why: `scenario "${scenario}" needs ${needed.length === 0 ? 'no other scenario' : needed.join(', ')}.`,
    fix: near === undefined ? `add needs: ['${name}'] to the scenario.` : `did you mean results.${near}?`,
  });
}

/** The bodies of needed responses, for the report of a failure. */
export function bodiesOf(needed: Readonly<Record<string, NeededResponse>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(needed).map(([name, { body }]) => [name, body]));
}
