import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/**
 * Exists and isn't `null`.
 *
 * @example
 * 'data.workflow_id': exists()
 */
export function exists(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: exists,
    options,
    describe: () => 'a value that exists and is not null',
    test: (value) => value !== null,
  });
}

/**
 * `null` or missing.
 *
 * @example
 * 'data.error': isNone()
 */
export function isNone(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: isNone,
    options,
    acceptsMissing: true,
    describe: () => 'null or nothing',
    test: (value) => value === null,
  });
}

/**
 * Exists and is `null`.
 *
 * @example
 * 'data.expires_at': isNull()
 */
export function isNull(options?: PredicateOptions): Predicate {
  return definePredicate({ factory: isNull, options, describe: () => 'null', test: (value) => value === null });
}

/**
 * Doesn't exist. `null` exists.
 *
 * @example
 * 'data.error': isMissing()
 */
export function isMissing(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: isMissing,
    options,
    acceptsMissing: true,
    describe: () => 'nothing',
    test: () => false,
  });
}

markFactories(exists, isNone, isNull, isMissing);
