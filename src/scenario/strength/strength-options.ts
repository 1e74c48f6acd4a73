import { pathProblem } from '../../assertions/paths/path';
import { describeGiven, type Problem } from '../../validation/problems';
import { type FieldRule, isRecord, isText } from '../../validation/shape';

/** What `npx jest-connector strength` leaves out. */
export interface StrengthOptions {
  /**
   * Paths that the checks leave open on purpose, each with the reason: changes there don't count. `'$workflow.status'` is
   * the end of the workflow, `'$workflow.output'` its records.
   */
  readonly accept?: Readonly<Record<string, string>>;
}

const FIELDS = ['accept'];

/** The rule for the field and the option `strength`. */
export const strength: FieldRule = {
  expected: 'an object with `accept`',
  accepts: (value) => isRecord(value) && Object.keys(value).every((field) => FIELDS.includes(field)),
  example: "{ accept: { 'data.message': 'is translated' } }",
};

/** The problems in the paths and reasons of a `strength`. */
export function strengthProblems(given: unknown, where: string): Problem[] {
  const { accept } = isRecord(given) ? given : {};
  if (accept === undefined) return [];
  const field = 'strength.accept';
  if (!isRecord(accept)) {
    return [{ where, field, expected: 'an object of paths and reasons', received: describeGiven(accept) }];
  }
  return Object.entries(accept).flatMap(([path, reason]) => acceptProblems(path, reason, where));
}

function acceptProblems(path: string, reason: unknown, where: string): Problem[] {
  const field = `strength.accept["${path}"]`;
  const problem = pathProblem(path);
  return [
    ...(problem === undefined ? [] : [{ where, field, expected: 'a path', received: problem }]),
    ...(isText(reason)
      ? []
      : [{ where, field, expected: 'the reason, a non-empty string', received: describeGiven(reason) }]),
  ];
}
