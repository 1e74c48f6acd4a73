import { redactedEnd } from '../../redaction/process-redactor';
import { isFoundEverywhere } from '../checks/is-found-everywhere';
import { printValue, typePhrase } from '../values/print';
import { escapeControls } from '../values/quote';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/**
 * A string in which the pattern is found anywhere; `^` and `$` anchor it. A string argument is used as a pattern too. A
 * pattern that every string matches is refused.
 *
 * @example
 * 'data.version': matches(/^\d+\.\d+$/)
 */
export function matches(pattern: RegExp | string, options?: PredicateOptions): Predicate<string> {
  const problem = patternProblem(pattern);
  const regex = problem === undefined ? statelessPattern(pattern) : undefined;
  return definePredicate({
    factory: matches,
    options,
    problem,
    describe: () => `a string that matches ${escapeControls(String(regex ?? pattern))}`,
    test: (value) => typeof value === 'string' && regex?.test(value) === true,
    explain: explainNoString,
  });
}

/**
 * A string that starts with this string.
 *
 * @example
 * 'data.qualifiedName': startsWith('default/')
 */
export function startsWith(text: string, options?: PredicateOptions): Predicate<string> {
  return definePredicate({
    factory: startsWith,
    options,
    problem: textProblem(text),
    describe: () => `a string that starts with ${printValue(text)}`,
    test: (value) => typeof value === 'string' && value.startsWith(text),
    explain: explainNoString,
  });
}

/**
 * A string that ends with this string.
 *
 * @example
 * 'data.file': endsWith('.parquet')
 */
export function endsWith(text: string, options?: PredicateOptions): Predicate<string> {
  return definePredicate({
    factory: endsWith,
    options,
    problem: textProblem(text),
    describe: () => `a string that ends with ${printValue(text)}`,
    test: (value) => typeof value === 'string' && value.endsWith(text),
    explain: (value) => explainNoString(value) ?? explainTail(value as string),
  });
}

const EMPTY = 'every string contains an empty string: use isString() or isNotEmpty()';

const ANY = 'every string matches this pattern: use isString() or isNotEmpty()';

/** Why a value isn't a string; `undefined` if it is. */
export function explainNoString(value: unknown): string | undefined {
  return typeof value === 'string' ? undefined : `${typePhrase(value)}, where a string was expected`;
}

/** A long string is printed without its end. */
function explainTail(value: string): string | undefined {
  return value.length > 200 ? `it ends with ${printValue(redactedEnd(value, 60))}` : undefined;
}

function textProblem(text: unknown): string | undefined {
  if (typeof text !== 'string') return `expected a string, received ${printValue(text, { maxLength: 80 })}`;
  return text === '' ? EMPTY : undefined;
}

function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === '[object RegExp]';
}

/** A copy without `g` and `y`, whose `lastIndex` would make the result depend on earlier calls. */
function statelessPattern(pattern: RegExp | string): RegExp {
  return isRegExp(pattern) ? new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')) : new RegExp(pattern);
}

function patternProblem(pattern: unknown): string | undefined {
  if (isRegExp(pattern)) return emptinessProblem(pattern);
  if (typeof pattern !== 'string') {
    return `expected a regular expression, received ${printValue(pattern, { maxLength: 80 })}`;
  }
  try {
    return emptinessProblem(pattern);
  } catch (error) {
    return `${printValue(pattern)} isn't a valid regular expression: ${(error as Error).message}`;
  }
}

/** Uses a copy, because a sticky pattern is stateful. */
function emptinessProblem(pattern: RegExp | string): string | undefined {
  return isFoundEverywhere(statelessPattern(pattern)) ? ANY : undefined;
}

markFactories(matches, startsWith, endsWith);
