import type { MatcherContext, SyncExpectationResult } from 'expect';
import { runAtOnce } from '../src/output/chunked';
import { checkSteps } from '../src/output/rules/check-records';
import type { RecordRule } from '../src/output/rules/record-rule';
import { rulesProblems } from '../src/output/rules/rules-problems';
import { formatProblems } from '../src/validation/problems';
import { misuse, requireUse } from './shared/arguments';
import { type MatcherCall, matcherText } from './shared/message';
import { fromRootDir, requireRecords, runOf } from './shared/records';

const CALL: MatcherCall = { matcher: toSatisfyRecordRules, parameters: ['rules'] };

/** See {@link ConnectorMatchers.toSatisfyRecordRules}. */
export function toSatisfyRecordRules(
  this: MatcherContext,
  received: unknown,
  ...args: unknown[]
): SyncExpectationResult {
  const [rules, ...excess] = args;
  requireUse(this, CALL, received, excess);
  requireRecords(this, CALL, received);
  const problems = rulesProblems(rules, '`rules`');
  if (problems.length > 0) {
    throw misuse(this, CALL, {
      what: '`rules` must be a list of rules.',
      why: formatProblems(problems),
      fix: 'toSatisfyRecordRules([nonEmpty(), uniqueQualifiedName()])',
    });
  }
  const run = runOf(this);
  const source = fromRootDir(run, received);
  const report = runAtOnce(checkSteps(source, rules as readonly RecordRule[], run?.project?.rootDir));
  // The message of a matcher that passes is never shown.
  if (report.passed && !this.isNot && report.outcomes.some(({ count }) => count > 0)) console.warn(report.report);
  return { pass: report.passed, message: () => matcherText(this, CALL, report.report) };
}
