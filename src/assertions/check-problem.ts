import { isLazy } from '../lazy';
import { isFactory, isPredicate } from './predicate';
import { isThenable } from './thenable';

/** Why `check` is no check, in a sentence; `undefined` if it is one. */
export function checkProblem(check: unknown): string | undefined {
  if (isPredicate(check)) return check.problem;
  if (isFactory(check)) return `${check.name} lacks its parentheses: write ${check.name}(…)`;
  return typeof check === 'function' ? undefined : expectedProblem(check);
}

/**
 * Why no answer could ever be compared with `expected`, in a sentence; `undefined` if it can. What it holds is looked at
 * too: equality, which is Jest's, would take an `undefined` in it for nothing to be checked.
 */
export function expectedProblem(expected: unknown): string | undefined {
  return problemIn(expected, [], new Set());
}

/** What people write is not deeper; what is, was generated. */
const DEEPEST = 100;

function problemIn(value: unknown, path: readonly string[], seen: Set<unknown>): string | undefined {
  const problem = problemOf(value, path.length > 0);
  if (problem !== undefined) return path.length === 0 ? problem : `in ${JSON.stringify(path.join('.'))}: ${problem}`;
  if (!isContainer(value) || seen.has(value) || path.length > DEEPEST) return undefined;
  seen.add(value);
  for (const [key, item] of Object.entries(value)) {
    const inside = problemIn(item, [...path, key], seen);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function problemOf(value: unknown, isInside: boolean): string | undefined {
  if (value === undefined) {
    const instead = isInside
      ? 'leave the key out, or set what it is read from'
      : 'use isMissing() for what must not be there';
    return `undefined is never in an answer: ${instead}`;
  }
  if (isLazy(value)) return 'a lazy may stand in args, headers and query only; use a function: value => value === …';
  if (isThenable(value)) return 'a promise is never in an answer: await it first';
  if (Object.prototype.toString.call(value) === '[object RegExp]') {
    const instead = isInside ? 'use expect.stringMatching(…)' : `write matches(${String(value)})`;
    return `a regular expression is never in an answer: ${instead}`;
  }
  if (typeof value !== 'function' || isPredicate(value)) return undefined;
  const instead = isInside ? 'write custom(…), or give it a path of its own' : 'pass it as the check itself';
  return `a function is never in an answer: ${instead}`;
}

/** What equality looks into; an asymmetric matcher is asked instead. */
function isContainer(value: unknown): value is object {
  if (Array.isArray(value)) return true;
  const isPlain = Object.prototype.toString.call(value) === '[object Object]';
  return isPlain && !('asymmetricMatch' in (value as object));
}
