import type { Causes } from '../../report/cause';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';

/** What belongs to a failure beside its result. */
export interface AroundFailure {
  /** The stack line of the scenario. */
  readonly frame: string | undefined;
  /** Those that earlier failures of the block have told of; this one's is added. */
  readonly causes: Causes;
  /** What its `afterScenario` threw, where Jest does not show that. */
  readonly alsoFailed?: unknown;
}

/** What the test of a failed scenario throws; what only a failure needs is loaded for one. */
export function testError(result: ScenarioResult, { frame, causes, alsoFailed }: AroundFailure): unknown {
  const { addError, scenarioError, SHOWS_EACH_ERROR } =
    require('./failure-message') as typeof import('./failure-message');
  const { isJestAtLeast } = require('./jest-version') as typeof import('./jest-version');
  const { pruneResult } = require('../../report/cut/prune-result') as typeof import('../../report/cut/prune-result');
  const { causeLine, withSameCause } = require('../../report/cause') as typeof import('../../report/cause');
  const { markFailed } = require('../failed-scenario') as typeof import('../failed-scenario');
  const shown = withSameCause(redactResult(pruneResult(result)), causes);
  const error = scenarioError(shown, frame, isJestAtLeast(...SHOWS_EACH_ERROR));
  if (alsoFailed !== undefined) addError(error, alsoFailed);
  return markFailed(error, { why: causeLine(shown), frame });
}
