import { isRecord } from '../../../validation/shape';
import { type CheckExpression, everyItemIs, plainCheck } from './check-expression';
import { checkAt, type RecordedCheck } from './recorded-check';
import { type IsHidden, kindCheck, valueCheck } from './value-check';
import { dictKind, kindOf } from './value-kind';

const DEEPEST = 6;

/** How bodies are read. */
export interface BodyReading {
  readonly isHidden: IsHidden;
  /** The keys below which values change with the source, so that only their kinds are checked. */
  readonly ofSource?: readonly string[] | undefined;
}

/** Keys that are ids, times or numbers themselves. */
const VOLATILE_KEY = /\d{4}|^\d+$|^[\da-f-]{16,}$|^(?=(?:\D*\d){3})[\w+/=-]{20,}$/i;

/** What is below them is secret too, or describes a user. */
const KINDS_ONLY = /^(?:extra|account|author|creator|owner|user)$/i;

/** Keys of lists' items that say that something passed. */
const PASSED = ['passed', 'success'];

/** A place in several bodies: the keys that lead to it, and its value in each. */
interface Place extends BodyReading {
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
  /** Whether only kinds are checked. */
  readonly kindsOnly: boolean;
}

/** The checks that hold for all of the bodies, in the order of their fields. */
export function bodyChecks(bodies: readonly unknown[], reading: BodyReading): RecordedCheck[] {
  return checksAt({ ...reading, keys: [], values: bodies, kindsOnly: false });
}

function checksAt(place: Place): RecordedCheck[] {
  const { values, keys, isHidden } = place;
  if (values.every(isRecord)) {
    return keys.length < DEEPEST ? fieldChecks(place, values) : checkAt(keys, dictKind(values), isHidden);
  }
  if (values.every(Array.isArray)) return listChecks(place, values as readonly (readonly unknown[])[]);
  const key = keys.at(-1) ?? '';
  return checkAt(keys, place.kindsOnly ? itemKind(key, values) : valueCheck(key, values, isHidden), isHidden);
}

/** Only the fields that are in each of them. */
function fieldChecks(place: Place, values: readonly Readonly<Record<string, unknown>>[]): RecordedCheck[] {
  const [first = {}] = values;
  const shared = Object.keys(first).filter(
    (key) =>
      !VOLATILE_KEY.test(key) && !place.isHidden(key, 'key') && values.every((value) => Object.hasOwn(value, key)),
  );
  const found = shared.flatMap((key) =>
    checksAt(
      below(
        place,
        key,
        values.map((value) => value[key]),
      ),
    ),
  );
  if (found.length > 0) return found;
  // Whole bodies without a field in common are not two responses of one kind.
  const isUnlike = place.keys.length === 0 && shared.length === 0 && Object.keys(first).length > 0;
  return isUnlike ? [] : checkAt(place.keys, dictKind(values), place.isHidden);
}

/** What all items have in common. A list that is empty today may have items tomorrow. */
function listChecks(place: Place, lists: readonly (readonly unknown[])[]): RecordedCheck[] {
  const { keys, isHidden } = place;
  const check = (expression: CheckExpression | undefined): RecordedCheck[] => checkAt(keys, expression, isHidden);
  if (lists.some((list) => list.length === 0)) return check(plainCheck('isList'));
  const items = lists.flat();
  if (items.every(isRecord)) {
    const found = checksAt({ ...below(place, '*', items), kindsOnly: true });
    if (found.length > 0) return found;
  }
  const kind = kindOf(items);
  return check(kind === undefined ? plainCheck('isNotEmpty') : everyItemIs(kind));
}

function below(place: Place, key: string, values: readonly unknown[]): Place {
  const keys = [...place.keys, key];
  const { ofSource, isHidden } = place;
  const isOfSource =
    ofSource !== undefined && ofSource.length === keys.length && ofSource.every((each, index) => each === keys[index]);
  const isOpen = isOfSource || isHidden(key, 'name') || KINDS_ONLY.test(key);
  return { ...place, keys, values, kindsOnly: place.kindsOnly || isOpen };
}

/** A list in which everything passed says so of each item. */
function itemKind(key: string, values: readonly unknown[]): CheckExpression | undefined {
  const allPassed = PASSED.includes(key) && values.every((value) => value === true);
  return allPassed ? plainCheck('isTrue') : kindCheck(key, values);
}
