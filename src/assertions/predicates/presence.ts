import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

/** There, and not `null`. */
export function exists(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: exists,
    options,
    describe: () => 'a value that is there and not null',
    test: (value) => value !== null,
  });
}

/** `null`, or not there. */
export function isNone(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: isNone,
    options,
    acceptsMissing: true,
    describe: () => 'null or nothing',
    test: (value) => value === null,
  });
}

/** There, and `null`. */
export function isNull(options?: PredicateOptions): Predicate {
  return definePredicate({ factory: isNull, options, describe: () => 'null', test: (value) => value === null });
}

/** Not there; `null` is there. */
export function isMissing(options?: PredicateOptions): Predicate {
  return definePredicate({
    factory: isMissing,
    options,
    acceptsMissing: true,
    describe: () => 'nothing there',
    test: () => false,
  });
}

markFactories(exists, isNone, isNull, isMissing);
