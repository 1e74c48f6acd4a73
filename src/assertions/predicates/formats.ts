import { isoDateProblem } from '../values/iso-date';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';
import { explainNoString } from './strings';

/** Versions 1 to 8 of RFC 9562, and its nil and max UUIDs. */
const UUID =
  /^(?:[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i;

/**
 * A UUID of any version, in lower or upper case.
 *
 * @example
 * 'data.id': isUuid()
 */
export function isUuid(options?: PredicateOptions): Predicate<string> {
  return definePredicate({
    factory: isUuid,
    options,
    describe: () => 'a UUID',
    test: (value) => typeof value === 'string' && UUID.test(value),
    explain: explainNoString,
  });
}

/**
 * An ISO 8601 date that exists in the calendar (`2025-02-28`), alone or with a time (`2025-02-28T23:59:59.5+01:00`).
 * The offset is optional.
 *
 * @example
 * 'data.created_at': isIsoDate()
 */
export function isIsoDate(options?: PredicateOptions): Predicate<string> {
  return definePredicate({
    factory: isIsoDate,
    options,
    describe: () => 'an ISO 8601 date, such as "2025-02-28" or "2025-02-28T23:59:59Z"',
    test: (value) => typeof value === 'string' && isoDateProblem(value) === undefined,
    explain: (value) => (typeof value === 'string' ? isoDateProblem(value) : explainNoString(value)),
  });
}

markFactories(isUuid, isIsoDate);
