import { plainEqual } from '../../../assertions/values/plain-equal';
import { type CheckExpression, equalTo, plainCheck } from './check-expression';
import { isConstant } from './is-constant';
import { kindOf } from './value-kind';
import { isMeasured, isVolatileName } from './volatile-name';

/**
 * Whether a string must not be written, because it contains a secret, or a value of the environment. Of a key, whether it
 * contains a secret; as the name of a field, whether its value is one.
 */
export type IsHidden = (text: string, what?: 'key' | 'name') => boolean;

/** A check of the values that several responses have at one place: by value if it is a constant of the API. */
export function valueCheck(key: string, values: readonly unknown[], isHidden: IsHidden): CheckExpression | undefined {
  const [first] = values;
  const isSame = values.every((value) => plainEqual(value, first));
  if (!isSame || isVolatileName(key) || !isWritable(key, first, isHidden)) return kindCheck(key, values);
  return first === null ? plainCheck('isNull') : equalTo(first);
}

/** A check of what such values are, whatever they are today. */
export function kindCheck(key: string, values: readonly unknown[]): CheckExpression | undefined {
  // Today's lack of a value says nothing about tomorrow.
  if (values.every((value) => value === null)) return undefined;
  const isNumeric = values.every((value) => Number.isFinite(value));
  return isNumeric && isMeasured(key) ? plainCheck('isNumber') : kindOf(values);
}

function isWritable(key: string, value: unknown, isHidden: IsHidden): boolean {
  return isConstant(key, value) && !(typeof value === 'string' && isHidden(value));
}
