import type { ConnectorTestError } from '../../errors';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';

/**
 * What the test of a failed scenario throws; what only a failure needs is loaded for one.
 *
 * @param frame The stack line of the scenario.
 */
export function testError(result: ScenarioResult, frame: string | undefined): ConnectorTestError {
  const { scenarioError, SHOWS_EACH_ERROR } = require('./failure-message') as typeof import('./failure-message');
  const { isJestAtLeast } = require('./jest-version') as typeof import('./jest-version');
  const { pruneResult } = require('../../report/cut/prune-result') as typeof import('../../report/cut/prune-result');
  return scenarioError(redactResult(pruneResult(result)), frame, isJestAtLeast(...SHOWS_EACH_ERROR));
}
