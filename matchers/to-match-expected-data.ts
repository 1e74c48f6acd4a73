import type { MatcherContext, SyncExpectationResult } from 'expect';
import { ConnectorTestError, isConnectorTestError } from '../src/errors';
import { expectedDataSteps } from '../src/output/compare-with-expected-data';
import { COMPARISON_SHAPE, expectedDataProblems } from '../src/output/expected-data-options';
import { runAtOnce } from '../src/output/steps';
import { formatProblems } from '../src/problems';
import { readRunState } from '../src/service/run-state';
import { isText } from '../src/shape';
import { misuse, requireUse } from './arguments';
import { type MatcherCall, matcherText } from './message';
import { requireRecords } from './records';

const CALL: MatcherCall = { matcher: toMatchExpectedData, parameters: ['file', 'options'] };

/** See {@link ConnectorMatchers.toMatchExpectedData}. */
export function toMatchExpectedData(
  this: MatcherContext,
  received: unknown,
  ...args: unknown[]
): SyncExpectationResult {
  const [file, options = {}, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requireRecords(this, CALL, received);
  if (!isText(file)) {
    throw misuse(this, CALL, {
      what: '`file` must be the path of a baseline.',
      why: `it was ${this.utils.stringify(file)}.`,
      fix: "toMatchExpectedData('expected/sales.json')",
    });
  }
  const problems = expectedDataProblems(options, COMPARISON_SHAPE);
  if (problems.length > 0) throw misuse(this, CALL, { what: '`options` is not right.', why: formatProblems(problems) });

  // What must differ is no baseline.
  const update = !this.isNot && readRunState()?.updatesBaselines === true;
  const order = { source: received, file, options: options as object };
  const comparison = compared(() => runAtOnce(expectedDataSteps(order, update)));
  return { pass: comparison.matches, message: () => matcherText(this, CALL, comparison.report) };
}

/** `jest -u` is known through global setup only; who is told to run it must not find that nothing happens. */
function compared<Value>(compare: () => Value): Value {
  try {
    return compare();
  } catch (error) {
    if (!isConnectorTestError(error) || error.code !== 'BASELINE_MISSING' || readRunState() !== undefined) throw error;
    throw new ConnectorTestError('BASELINE_MISSING', {
      what: error.what,
      why: 'it is written by `jest -u`, of which nothing is known here: the global setup of jest-connector has not run.',
      fix: 'use the preset, or call setupConnector() in your global setup; then run `jest -u`.',
    });
  }
}
