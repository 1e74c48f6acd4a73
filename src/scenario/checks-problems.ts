import { checkProblem } from '../assertions/checks/check-problem';
import { pathProblem } from '../assertions/paths/path';
import type { Problem } from '../validation/problems';

/** The problems in a map of paths and checks, the value of `field`. */
export function checksProblems(checks: Readonly<Record<string, unknown>>, where: string, field: string): Problem[] {
  const entries = Object.entries(checks);
  if (entries.length === 0) {
    const expected = 'at least one check, because a scenario without checks cannot fail';
    return [{ where, field, expected, received: 'an empty object' }];
  }
  return entries.flatMap(([path, check]) => {
    const place = `${field}["${path}"]`;
    const wrongPath = pathProblem(path);
    const wrongCheck = checkProblem(check);
    return [
      ...(wrongPath === undefined ? [] : [{ where, field: place, expected: 'a path', received: wrongPath }]),
      ...(wrongCheck === undefined ? [] : [{ where, field: place, expected: 'a check', received: wrongCheck }]),
    ];
  });
}
