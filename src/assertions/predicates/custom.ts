import type { Json } from '../../json/json';
import { checkProblem } from '../checks/check-problem';
import { sourceText } from '../checks/to-predicate';
import { printValue } from '../values/print';
import { definePredicate, isPredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/**
 * Your own check with a description. The function returns `true` or `false`; anything else, also a promise, fails.
 *
 * @param description - completes "expected …".
 *
 * @example
 * 'data.port': custom((port) => port % 2 === 0, 'an even port')
 */
export function custom<Value = Json>(
  check: (value: Value) => boolean,
  description?: string,
  options?: PredicateOptions,
): Predicate<Value> {
  return definePredicate({
    factory: custom,
    options,
    problem: customProblem(check, description),
    describe: () => description ?? `a value that passes ${sourceText(check)}`,
    test: check as (value: unknown) => unknown,
    explain: (value) => (isPredicate(check) ? check.explain(value) : undefined),
  });
}

function customProblem(check: unknown, description: unknown): string | undefined {
  if (typeof check !== 'function') return `expected a function, received ${printValue(check, { maxLength: 80 })}`;
  if (description !== undefined && typeof description !== 'string') return 'the description must be a string';
  return checkProblem(check);
}

markFactories(custom);
