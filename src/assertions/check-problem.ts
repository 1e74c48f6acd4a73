import { isLazy } from '../lazy';
import { isFactory, isPredicate } from './predicate';
import { isThenable } from './thenable';

/** Why `check` is no check, in a sentence; `undefined` if it is one. */
export function checkProblem(check: unknown): string | undefined {
  if (isPredicate(check)) return check.problem;
  if (isFactory(check)) return `${check.name} lacks its parentheses: write ${check.name}(…)`;
  return typeof check === 'function' ? undefined : expectedProblem(check);
}

/** Why no answer could ever be compared with `expected`, in a sentence; `undefined` if it can. */
export function expectedProblem(expected: unknown): string | undefined {
  if (expected === undefined) return 'undefined is never in an answer: use isMissing() for what must not be there';
  if (isLazy(expected)) return 'a lazy may stand in args, headers and query only; use a function: value => value === …';
  if (isThenable(expected)) return 'a promise is never in an answer: await it first';
  if (Object.prototype.toString.call(expected) === '[object RegExp]') {
    return `a regular expression is never in an answer: write matches(${String(expected)})`;
  }
  if (typeof expected === 'function' && !isPredicate(expected)) {
    return 'a function is never in an answer: pass it as the check itself';
  }
  return undefined;
}
