import { ConnectorTestError } from '../../errors';
import type { AnyApiScenario } from '../../scenario/scenario';
import type { Waiter } from './turns';

/** What a scenario waits for. Two that update the same baseline must not overlap: each would read the other's output. */
export function waiterOf(scenario: AnyApiScenario, updatesBaselines: boolean | undefined): Waiter {
  const { name, serial, lock, expectedData } = scenario;
  const locks = [
    ...(lock === undefined ? [] : [`lock ${lock}`]),
    ...(updatesBaselines && expectedData !== undefined ? [`baseline ${expectedData}`] : []),
  ];
  return { name, serial: serial === true, locks };
}

/** The failure of a scenario that exceeded its turn; the next one begins. */
export function turnTooLong(name: string, limit: number): ConnectorTestError {
  return new ConnectorTestError('SCENARIO_TIMEOUT', {
    what: `Scenario "${name}" did not end within ${Math.round(limit)} ms; the scenarios that waited for it go on.`,
    why: 'this is the sum of its own limits (requests, hooks, lazies, the wait for a workflow) and 5 s.',
    fix: 'look for a promise that is never resolved, such as in the adapter of an axios instance of your own.',
  });
}
