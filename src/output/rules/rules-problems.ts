import { describeGiven, type Problem } from '../../validation/problems';
import { isRecord, isText } from '../../validation/shape';

/** The problems in a list of rules. */
export function rulesProblems(rules: unknown, where: string): Problem[] {
  if (!Array.isArray(rules) || rules.length === 0) {
    return [
      { where, expected: 'a list with at least one rule', received: describeGiven(rules), example: '[nonEmpty()]' },
    ];
  }
  return rules.flatMap((rule: unknown, index) => {
    const problem = ruleProblem(rule);
    return problem === undefined ? [] : [{ where, field: `rule ${index + 1}`, ...problem }];
  });
}

function ruleProblem(rule: unknown): Pick<Problem, 'expected' | 'received'> | undefined {
  if (typeof rule === 'function') {
    return { expected: 'a rule', received: `${describeGiven(rule)}: are its parentheses missing?` };
  }
  if (!isRecord(rule) || !isText(rule['name']) || typeof rule['start'] !== 'function') {
    return { expected: 'a rule: { name, start }', received: describeGiven(rule) };
  }
  const { severity, problem } = rule;
  if (problem !== undefined) return { expected: 'a rule', received: String(problem) };
  if (severity === undefined || severity === 'error' || severity === 'warning') return undefined;
  return { expected: "severity: 'error' or 'warning'", received: describeGiven(severity) };
}
