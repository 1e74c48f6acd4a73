import { isLazy } from '../../lazy';
import { joinPath } from '../paths/path-text';
import { isFactory, isPredicate } from '../predicates/predicate';
import { keysOf } from '../values/key-lists';
import { thrownText } from '../values/print';
import { constructorProblem } from './constructor-problem';
import { neverInResponse } from './never-in-response';
import { isThenable } from './thenable';

/** Why `check` isn't a valid check, as a sentence; `undefined` if it is. */
export function checkProblem(check: unknown): string | undefined {
  if (isPredicate(check)) return check.problem;
  if (isFactory(check)) return `${check.name} needs parentheses: write ${check.name}(…)`;
  return typeof check === 'function' ? constructorProblem(check) : expectedProblem(check);
}

/**
 * Why a response can never equal `expected`, as a sentence; `undefined` if it can. Nested values are checked too: Jest's
 * equality would skip an `undefined` in it. A Date equals no JSON value, so `notEquals(new Date())` would always pass.
 */
export function expectedProblem(expected: unknown): string | undefined {
  return textOf((run) => search(expected, run));
}

/** The same for each of several values. */
export function expectedListProblem(values: readonly unknown[]): string | undefined {
  return textOf((run) => {
    for (const [index, value] of values.entries()) search(value, { ...run, path: [String(index)], start: 1 });
  });
}

/** Real values are not deeper, and equality doesn't go much deeper either. */
const DEEPEST = 1000;
const SHOWN = 10;

interface Search {
  readonly found: string[];
  readonly path: string[];
  /** The length of the path to the value itself. */
  readonly start: number;
  /** The values that were checked, and those being checked now. */
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

/** The problem of `value` itself; the problems of its parts are added to `found`. */
function problemIn(value: unknown, run: Search): string | undefined {
  try {
    if (isAsymmetricMatcher(value)) return undefined;
    const problem = problemOf(value, run.path.length > run.start) ?? nestingProblem(value, run);
    if (problem === undefined) searchParts(value, run);
    return problem;
  } catch (error) {
    // A getter threw, or a proxy.
    return `reading it threw ${thrownText(error)}`;
  }
}

function searchParts(value: unknown, run: Search): void {
  if (typeof value !== 'object' || value === null || run.seen.has(value)) return;
  run.seen.set(value, 'within');
  for (const key of keysOf(value)) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    // Most values are primitives, which are always valid.
    if (typeof part === 'string' || typeof part === 'boolean' || Number.isFinite(part)) continue;
    run.path.push(key);
    search(part, run);
    run.path.pop();
  }
  run.seen.set(value, 'done');
}

function nestingProblem(value: unknown, { path, seen }: Search): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (seen.get(value) === 'within') return 'a circular reference is never in a response: remove it';
  return path.length > DEEPEST ? `it is nested deeper than ${DEEPEST} levels: compare only a part of it` : undefined;
}

function problemOf(value: unknown, isInside: boolean): string | undefined {
  if (value === undefined) {
    const instead = isInside
      ? 'remove the key, or set the value that it is read from'
      : 'use isMissing() for a value that must not exist';
    return `undefined is never in a response: ${instead}`;
  }
  if (isPredicate(value)) return value.problem;
  if (isLazy(value)) return 'a lazy is only allowed in args, headers and query; use a function: value => value === …';
  if (isThenable(value)) return 'a promise is never in a response: await it first';
  if (Object.prototype.toString.call(value) === '[object RegExp]') {
    const instead = isInside ? 'use expect.stringMatching(…)' : `write matches(${String(value)})`;
    return `a regular expression is never in a response: ${instead}`;
  }
  if (typeof value !== 'function') return neverInResponse(value);
  const instead = isInside ? 'use custom(…), or check it under its own path' : 'pass it as the check itself';
  return `a function is never in a response: ${instead}`;
}

/** An asymmetric matcher is called, not compared; ours have a `problem`. */
function isAsymmetricMatcher(value: unknown): boolean {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function') || isPredicate(value)) return false;
  return typeof (value as { asymmetricMatch?: unknown }).asymmetricMatch === 'function';
}
