import { pathProblem } from '../../../assertions/paths/path';
import { isBesideBody, joinPath } from '../../../assertions/paths/path-text';
import type { CheckExpression } from './check-expression';
import type { IsHidden } from './value-check';

/** A check of a path. */
export interface RecordedCheck extends CheckExpression {
  readonly path: string;
}

/** A check at a place of the body; none if its keys can't be written as a path. */
export function checkAt(
  keys: readonly string[],
  check: CheckExpression | undefined,
  isHidden: IsHidden,
): RecordedCheck[] {
  // Such a key of the body would be read as a root.
  return isBesideBody(keys) ? [] : rootCheckAt(keys, check, isHidden);
}

/** The same, also for places beside the body. */
export function rootCheckAt(
  keys: readonly string[],
  check: CheckExpression | undefined,
  isHidden: IsHidden,
): RecordedCheck[] {
  const path = joinPath(keys);
  const isUnwritable = [...keys, path].some((text) => text === '__proto__' || isHidden(text, 'key'));
  const isUnusable = isUnwritable || pathProblem(path) !== undefined;
  return check === undefined || isUnusable ? [] : [{ path, ...check }];
}
