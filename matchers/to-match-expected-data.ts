import type { MatcherContext, SyncExpectationResult } from 'expect';
import { expectedDataSteps } from '../src/output/baseline/compare-with-expected-data';
import { writtenText } from '../src/output/baseline/comparison-text';
import { withoutGlobalSetup } from '../src/output/baseline/expected-data';
import { COMPARISON_SHAPE, expectedDataProblems } from '../src/output/baseline/expected-data-options';
import { runAtOnce } from '../src/output/chunked';
import { formatProblems } from '../src/validation/problems';
import { isText } from '../src/validation/shape';
import { misuse, requireUse } from './shared/arguments';
import { type MatcherCall, matcherText } from './shared/message';
import type { NotedResult } from './shared/noted-result';
import { fromRootDir, requireRecords, runOf } from './shared/records';

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
      why: `received ${this.utils.stringify(file)}.`,
      fix: "toMatchExpectedData('expected/sales.json')",
    });
  }
  const problems = expectedDataProblems(options, COMPARISON_SHAPE);
  if (problems.length > 0) throw misuse(this, CALL, { what: 'invalid `options`.', why: formatProblems(problems) });

  const run = runOf(this);
  // Output that must differ must not become the baseline.
  const update = !this.isNot && run?.updatesBaselines === true;
  const order = { source: fromRootDir(run, received), file: fromRootDir(run, file), options: options as object };
  const comparison = compared(() => runAtOnce(expectedDataSteps(order, update)), run !== undefined);
  const notice = writtenText(comparison);
  const result: NotedResult = {
    pass: comparison.matches,
    message: () => matcherText(this, CALL, comparison.report),
    ...(notice !== undefined && { notice }),
  };
  return result;
}

function compared<Value>(compare: () => Value, setupRan: boolean): Value {
  try {
    return compare();
  } catch (error) {
    throw setupRan ? error : withoutGlobalSetup(error);
  }
}
