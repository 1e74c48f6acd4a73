export { equals, notEquals } from './predicates/equality';
export { exists, isMissing, isNone, isNull } from './predicates/presence';
export { isFalse, isFalsy, isTrue, isTruthy } from './predicates/truth';
export { contains, hasLength, isEmpty, isNotEmpty, notContains, notOneOf, oneOf } from './predicates/collections';
export { between, greaterThan, greaterThanOrEqual, lessThan, lessThanOrEqual } from './predicates/numbers';
export { isAfter, isBefore, type InstantLike } from './predicates/instants';
export { endsWith, matches, startsWith } from './predicates/strings';
export {
  isBoolean,
  isDict,
  isInteger,
  isList,
  isNumber,
  isString,
  isType,
  type JsonTypeName,
} from './predicates/kinds';
export { isIsoDate, isUuid } from './predicates/formats';
export { everyItem, someItem } from './predicates/items';
export { allOf, anyOf, noneOf, optional, type ChildOrOptions, type TestedBy } from './predicates/combinators';
export { custom } from './predicates/custom';
export { matchesSchema } from './schema/schema';
export type { JsonSchema } from './schema/json-schema';
export type { StandardSchemaLike } from './schema/standard-schema';
export type { AsymmetricMatcherLike, CallableCheck, Check, CheckFunction, InnerCheck } from './checks/check';
export type { CheckOutcome } from './outcome';
export type { Container } from './predicates/container';
export type { Predicate, PredicateOptions } from './predicates/predicate';
