import { redactText } from '../../redaction/process-redactor';
import type { Causes } from '../../report/cause';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';

/**
 * The error that the test of a failed scenario throws. Code that only failures need is loaded on the first failure.
 *
 * @param frame The stack line of the scenario.
 * @param causes The causes that earlier failures of the block have reported; this failure's cause is added.
 */
export function testError(result: ScenarioResult, frame: string | undefined, causes: Causes): unknown {
  const { scenarioError } = require('./failure-message') as typeof import('./failure-message');
  const { pruneResult } = require('../../report/cut/prune-result') as typeof import('../../report/cut/prune-result');
  const { causeLine, withSameCause } = require('../../report/cause') as typeof import('../../report/cause');
  const shown = withSameCause(redactResult(pruneResult(result)), causes);
  // The message has all details; the reporter prints only this line.
  return Object.assign(scenarioError(shown, frame), { why: redactText(causeLine(shown)) });
}

/** The first of several errors of one test, extended to show the others below it. */
export function severalErrors([first, ...others]: readonly unknown[]): unknown {
  const { addErrors } = require('./failure-message') as typeof import('./failure-message');
  return others.length === 0 ? first : addErrors(first, others);
}
