import { redactText } from '../../redaction/process-redactor';
import type { Causes } from '../../report/cause';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';

/**
 * What the test of a failed scenario throws; what only a failure needs is loaded for one.
 *
 * @param frame The stack line of the scenario.
 * @param causes Those that earlier failures of the block have told of; this one's is added.
 */
export function testError(result: ScenarioResult, frame: string | undefined, causes: Causes): unknown {
  const { scenarioError } = require('./failure-message') as typeof import('./failure-message');
  const { pruneResult } = require('../../report/cut/prune-result') as typeof import('../../report/cut/prune-result');
  const { causeLine, withSameCause } = require('../../report/cause') as typeof import('../../report/cause');
  const shown = withSameCause(redactResult(pruneResult(result)), causes);
  // Its message has all of it; the reporter prints this line.
  return Object.assign(scenarioError(shown, frame), { why: redactText(causeLine(shown)) });
}

/** The first of several errors of one test, which shows the others below it. */
export function severalErrors([first, ...others]: readonly unknown[]): unknown {
  const { addErrors } = require('./failure-message') as typeof import('./failure-message');
  return others.length === 0 ? first : addErrors(first, others);
}
