import { ConnectorTestError } from '../../errors';
import { constructorProblem } from '../checks/constructor-problem';
import { isThenable } from '../checks/thenable';
import { sourceText } from '../checks/to-predicate';
import { compareInstants, type Instant, instantText, readInstant } from '../values/instant';
import { printValue, typePhrase } from '../values/print';
import {
  definePredicate,
  isFactory,
  isPredicate,
  markFactories,
  type Predicate,
  type PredicateOptions,
} from './predicate';

/** A Date, an ISO 8601 timestamp with an offset or `Z`, or a date, which means its first moment in UTC. */
export type InstantLike = Date | string;

/**
 * A timestamp before the limit. Instants are compared, whatever their offsets. A timestamp without an offset fails,
 * because its instant is unknown. A date means its first moment in UTC.
 *
 * @param limit - a Date, a timestamp with an offset, a date, or a function that returns one and is called for each
 * check.
 *
 * @example
 * 'data.created_at': isBefore(() => new Date())
 */
export function isBefore(limit: InstantLike | (() => InstantLike), options?: PredicateOptions): Predicate<string> {
  return comparison({ factory: isBefore, word: 'before', holds: (order) => order < 0, options }, limit);
}

/**
 * A timestamp after the limit. See {@link isBefore}.
 *
 * @example
 * 'data.expires_at': isAfter('2025-01-01T00:00:00Z')
 */
export function isAfter(limit: InstantLike | (() => InstantLike), options?: PredicateOptions): Predicate<string> {
  return comparison({ factory: isAfter, word: 'after', holds: (order) => order > 0, options }, limit);
}

interface Comparison {
  readonly factory: (...args: never[]) => unknown;
  readonly word: string;
  readonly holds: (order: number) => boolean;
  readonly options: PredicateOptions | undefined;
}

function comparison({ factory, word, holds, options }: Comparison, limit: unknown): Predicate<string> {
  // The last value that the function returned, for the message.
  let known: Instant | undefined;
  return definePredicate({
    factory,
    options,
    problem: limitProblem(limit),
    describe: () => `a timestamp ${word} ${limitText(limit)}`,
    test: (value) => {
      const instant = typeof value === 'string' ? readInstant(value) : undefined;
      known = limitOf(limit);
      return typeof instant === 'object' && holds(compareInstants(instant, known));
    },
    explain: (value) => explain(value, known ?? limitOf(limit)),
  });
}

function limitOf(limit: unknown): Instant {
  const value: unknown = typeof limit === 'function' ? limit() : limit;
  // It is never awaited: without a handler, its rejection would end the process.
  if (isThenable(value)) value.then(undefined, () => undefined);
  const instant = readInstant(value);
  if (typeof instant === 'object') return instant;
  throw new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', {
    what: 'The function passed to isBefore() or isAfter() did not return a timestamp.',
    why: `it returned ${printValue(value, { maxLength: 80 })}: ${instant}`,
    fix: 'return a Date, or a timestamp such as "2025-01-31T10:00:00Z".',
  });
}

function explain(value: unknown, limit: Instant): string | undefined {
  if (typeof value !== 'string') return `${typePhrase(value)}, where a timestamp was expected`;
  const instant = readInstant(value);
  if (typeof instant === 'string') return instant;
  const same = compareInstants(instant, limit) === 0;
  return same
    ? 'it is the same instant'
    : `in UTC, it is ${instantText(instant)}, and the limit is ${instantText(limit)}`;
}

function limitText(limit: unknown): string {
  if (typeof limit === 'function') return `the result of ${sourceText(limit as () => unknown)}`;
  const instant = readInstant(limit);
  return typeof limit === 'string' || typeof instant === 'string' ? printValue(limit) : instantText(instant);
}

/** A function is only called when the check runs, so its result is validated later. */
function limitProblem(limit: unknown): string | undefined {
  const expected = 'a Date, a timestamp such as "2025-01-31T10:00:00Z", or a function that returns one';
  if (typeof limit === 'function') {
    const isOther = isPredicate(limit) || isFactory(limit) || constructorProblem(limit) !== undefined;
    return isOther ? `expected ${expected}, received ${printValue(limit, { maxLength: 80 })}` : undefined;
  }
  const instant = readInstant(limit);
  if (typeof instant === 'object') return undefined;
  return `expected ${expected}, received ${printValue(limit, { maxLength: 80 })}: ${instant}`;
}

markFactories(isBefore, isAfter);
