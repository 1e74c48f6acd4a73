import { isLazy } from '../../lazy';
import { joinPath } from '../paths/path-text';
import { isFactory, isPredicate } from '../predicates/predicate';
import { keysOf } from '../values/key-lists';
import { thrownText } from '../values/print';
import { constructorProblem } from './constructor-problem';
import { neverInResponse } from './never-in-response';
import { isThenable } from './thenable';

/** Why `check` is no check, in a sentence; `undefined` if it is one. */
export function checkProblem(check: unknown): string | undefined {
  if (isPredicate(check)) return check.problem;
  if (isFactory(check)) return `${check.name} lacks its parentheses: write ${check.name}(…)`;
  return typeof check === 'function' ? constructorProblem(check) : expectedProblem(check);
}

/**
 * Why no response could ever be compared with `expected`, in a sentence; `undefined` if it can. What it holds is looked at
 * too: equality, which is Jest's, would take an `undefined` in it for nothing to be checked, and a Date is equal to none of
 * JSON's values, so that `notEquals(new Date())` would always pass.
 */
export function expectedProblem(expected: unknown): string | undefined {
  return textOf((run) => search(expected, run));
}

/** The same of each of several values. */
export function expectedListProblem(values: readonly unknown[]): string | undefined {
  return textOf((run) => {
    for (const [index, value] of values.entries()) search(value, { ...run, path: [String(index)], start: 1 });
  });
}

/** What people write is not deeper, and equality does not go much further. */
const DEEPEST = 1000;
const SHOWN = 10;

interface Search {
  readonly found: string[];
  readonly path: string[];
  /** The length of the path to the value itself. */
  readonly start: number;
  /** What was looked at, and what is looked at right now. */
  readonly seen: Map<object, 'done' | 'within'>;
}

function textOf(probe: (run: Search) => void): string | undefined {
  const found: string[] = [];
  probe({ found, path: [], start: 0, seen: new Map() });
  const more = found.length > SHOWN ? ['… and more'] : [];
  return found.length === 0 ? undefined : [...found.slice(0, SHOWN), ...more].join('; ');
}

function search(value: unknown, run: Search): void {
  const { found, path } = run;
  if (found.length > SHOWN) return;
  const problem = problemIn(value, run);
  if (problem !== undefined)
    found.push(path.length === 0 ? problem : `in ${JSON.stringify(joinPath(path))}: ${problem}`);
}

/** What is wrong with `value` itself; the problems of its parts are added to what was found. */
function problemIn(value: unknown, run: Search): string | undefined {
  try {
    if (isAsymmetricMatcher(value)) return undefined;
    const problem = problemOf(value, run.path.length > run.start) ?? nestingProblem(value, run);
    if (problem === undefined) searchParts(value, run);
    return problem;
  } catch (error) {
    // A getter threw, or a proxy.
    return `it cannot be read: it threw ${thrownText(error)}`;
  }
}

function searchParts(value: unknown, run: Search): void {
  if (typeof value !== 'object' || value === null || run.seen.has(value)) return;
  run.seen.set(value, 'within');
  for (const key of keysOf(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    // Most are: nothing can be wrong with these.
    if (typeof part === 'string' || typeof part === 'boolean' || Number.isFinite(part)) continue;
    run.path.push(key);
    search(part, run);
    run.path.pop();
  }
  run.seen.set(value, 'done');
}

function nestingProblem(value: unknown, { path, seen }: Search): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (seen.get(value) === 'within')
    return 'a reference to what it stands in (circular) is never in a response: leave it out';
  return path.length > DEEPEST ? `it is nested deeper than ${DEEPEST} levels: compare a part of it` : undefined;
}

function problemOf(value: unknown, isInside: boolean): string | undefined {
  if (value === undefined) {
    const instead = isInside
      ? 'leave the key out, or set what it is read from'
      : 'use isMissing() for what must not be there';
    return `undefined is never in a response: ${instead}`;
  }
  if (isPredicate(value)) return value.problem;
  if (isLazy(value)) return 'a lazy may stand in args, headers and query only; use a function: value => value === …';
  if (isThenable(value)) return 'a promise is never in a response: await it first';
  if (Object.prototype.toString.call(value) === '[object RegExp]') {
    const instead = isInside ? 'use expect.stringMatching(…)' : `write matches(${String(value)})`;
    return `a regular expression is never in a response: ${instead}`;
  }
  if (typeof value !== 'function') return neverInResponse(value);
  const instead = isInside ? 'write custom(…), or give it a path of its own' : 'pass it as the check itself';
  return `a function is never in a response: ${instead}`;
}

/** It is asked, and not compared; ours say what is wrong with them. */
function isAsymmetricMatcher(value: unknown): boolean {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || isPredicate(value)) return false;
  return typeof (value as { asymmetricMatch?: unknown }).asymmetricMatch === 'function';
}
