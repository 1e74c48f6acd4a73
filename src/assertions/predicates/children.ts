import { checkProblem } from '../checks/check-problem';
import { toPredicate } from '../checks/to-predicate';
import { judge } from '../judge';
import { printValue } from '../values/print';
import { isPredicate, type Predicate, type PredicateOptions } from './predicate';

/** The arguments of a combinator: its children, followed by options. */
export interface Children {
  readonly predicates: readonly Predicate[];
  readonly options: PredicateOptions | undefined;
  readonly problem: string | undefined;
}

/** Parses a combinator's arguments: predicates and functions, then optionally `{ description }`. */
export function readChildren(args: readonly unknown[]): Children {
  const last = args.at(-1);
  const hasOptions = isOptions(last);
  const checks = hasOptions ? args.slice(0, -1) : args;
  return {
    predicates: checks.map(toPredicate),
    options: hasOptions ? last : undefined,
    problem: checks.length === 0 ? 'it needs at least one predicate' : childrenProblem(checks),
  };
}

/** `equal to "a"` with the note and, for `value`, the reason of the failure; further lines are indented. */
export function childLine(child: Predicate, reason?: string): string {
  const note = child.note === undefined ? '' : ` (${child.note})`;
  const why = reason === undefined ? '' : `: ${reason.split('\n').join('\n  ')}`;
  return `${child.description.split('\n').join('\n  ')}${note}${why}`;
}

/** One line for each child that fails for `value`. */
export function failingLines(children: readonly Predicate[], value: unknown): string[] {
  return children.flatMap((child) => {
    const { passed, reason } = judge(child, value);
    return passed ? [] : [childLine(child, reason)];
  });
}

function isOptions(value: unknown): value is PredicateOptions {
  return Object.prototype.toString.call(value) === '[object Object]' && typeof value !== 'function';
}

function childrenProblem(checks: readonly unknown[]): string | undefined {
  const problems = checks.flatMap((check, index) => {
    const problem = childProblem(check);
    return problem === undefined ? [] : [`argument ${index + 1}: ${problem}`];
  });
  return problems.length === 0 ? undefined : problems.join('; ');
}

function childProblem(check: unknown): string | undefined {
  if (isPredicate(check) || typeof check === 'function') return checkProblem(check);
  if (Array.isArray(check)) return 'a list; pass its predicates separately, or spread it: ...list';
  return `${printValue(check, { maxLength: 80 })} is neither a predicate nor a function; wrap a value in equals(…)`;
}
