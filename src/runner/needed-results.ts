import { ConnectorTestError } from '../errors';
import type { NeededResponse, NeededResults } from '../lazy';
import type { AnyApiScenario } from '../scenario/scenario';
import { nearestName } from '../validation/problems';

/** What JavaScript itself asks any object for. */
const ASKED_BY_LANGUAGE = ['then', 'toJSON'];

/** The answers that a scenario needs, as its lazies see them: a name that it does not need is an error, not undefined. */
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
    what: `results.${name} is not there, so nothing was sent.`,
    why: `scenario "${scenario}" needs ${needed.length === 0 ? 'no other scenario' : needed.join(', ')}.`,
    fix: near === undefined ? `write needs: ['${name}'] beside its name.` : `did you mean results.${near}?`,
  });
}
