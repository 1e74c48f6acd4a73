import { isUuid } from '../../../assertions/predicates/formats';
import { isoDateProblem } from '../../../assertions/values/iso-date';
import { isRecord } from '../../../validation/shape';
import { type CheckExpression, filled, nullOr, plainCheck } from './check-expression';

/** What all values have in common, as a check; `undefined` if that is nothing. */
export function kindOf(values: readonly unknown[]): CheckExpression | undefined {
  const some = values.filter((value) => value !== null);
  if (some.length === 0) return plainCheck('isNull');
  const kind = kindOfSome(some);
  return kind === undefined || some.length === values.length ? kind : nullOr(kind);
}

function kindOfSome(values: readonly unknown[]): CheckExpression | undefined {
  if (values.every((value) => typeof value === 'string')) return kindOfStrings(values);
  if (values.every((value) => typeof value === 'boolean')) return plainCheck('isBoolean');
  if (values.every((value) => typeof value === 'bigint' || Number.isInteger(value))) return plainCheck('isInteger');
  if (values.every((value) => typeof value === 'bigint' || Number.isFinite(value))) return plainCheck('isNumber');
  if (values.every(Array.isArray)) return plainCheck('isList');
  return values.every(isRecord) ? dictKind(values) : undefined;
}

/** An object, not an empty one unless one of them is. */
export function dictKind(values: readonly object[]): CheckExpression {
  return values.every((value) => Object.keys(value).length > 0) ? filled('isDict') : plainCheck('isDict');
}

function kindOfStrings(values: readonly string[]): CheckExpression {
  if (values.every(isUuid())) return plainCheck('isUuid');
  if (values.every((value) => isoDateProblem(value) === undefined)) return plainCheck('isIsoDate');
  return values.every((value) => value !== '') ? filled('isString') : plainCheck('isString');
}
