import * as predicates from '../../../assertions';
import type { Predicate } from '../../../assertions/predicates/predicate';
import { call, type Code, literal } from '../code/code';

/** A check as code, and what the code means. */
export interface CheckExpression {
  readonly code: Code;
  readonly predicate: Predicate<never>;
}

/** The predicates without arguments that are written. */
type PlainName =
  | 'isBoolean'
  | 'isDict'
  | 'isInteger'
  | 'isIsoDate'
  | 'isList'
  | 'isNotEmpty'
  | 'isNull'
  | 'isNumber'
  | 'isString'
  | 'isTrue'
  | 'isUuid';

/** `isString()` and the like. */
export function plainCheck(name: PlainName): CheckExpression {
  return { code: call(name), predicate: predicates[name]() };
}

/** `equals(…)` with a literal. */
export function equalTo(value: unknown): CheckExpression {
  return { code: call('equals', literal(value)), predicate: predicates.equals(value) };
}

/** `greaterThan(…)`. */
export function moreThan(limit: number): CheckExpression {
  return { code: call('greaterThan', literal(limit)), predicate: predicates.greaterThan(limit) };
}

/** `everyItem(…)`. */
export function everyItemIs({ code, predicate }: CheckExpression): CheckExpression {
  return { code: call('everyItem', code), predicate: predicates.everyItem(predicate as never) as Predicate<never> };
}

/** A string or an object that is not empty. */
export function filled(name: 'isDict' | 'isString'): CheckExpression {
  const [one, other] = [plainCheck(name), plainCheck('isNotEmpty')];
  return {
    code: call('allOf', one.code, other.code),
    predicate: predicates.allOf(one.predicate as never, other.predicate as never),
  };
}

/** `null`, or what the other check accepts. */
export function nullOr({ code, predicate }: CheckExpression): CheckExpression {
  const none = plainCheck('isNull');
  return {
    code: call('anyOf', none.code, code),
    predicate: predicates.anyOf(none.predicate as never, predicate as never),
  };
}
