import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';
import { explainNoString } from './strings';

/** Versions 1 to 8 of RFC 9562, and its two constants of zeros and of ones. */
const UUID =
  /^(?:[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i;

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;

/** A UUID of any version, in lower or upper case. */
export function isUuid(options?: PredicateOptions): Predicate<string> {
  return definePredicate({
    factory: isUuid,
    options,
    describe: () => 'a UUID',
    test: (value) => typeof value === 'string' && UUID.test(value),
    explain: explainNoString,
  });
}

/** A day of the calendar, `2025-02-28`, alone or with a time, `2025-02-28T23:59:59.5+01:00`; the zone may be absent. */
export function isIsoDate(options?: PredicateOptions): Predicate<string> {
  return definePredicate({
    factory: isIsoDate,
    options,
    describe: () => 'an ISO 8601 date, such as "2025-02-28" or "2025-02-28T23:59:59Z"',
    test: (value) => typeof value === 'string' && explainDate(value) === undefined,
    explain: (value) => (typeof value === 'string' ? explainDate(value) : explainNoString(value)),
  });
}

function explainDate(text: string): string | undefined {
  const separator = text.indexOf('T');
  const day = DATE.exec(separator < 0 ? text : text.slice(0, separator));
  if (!day) return 'the date is not written as YYYY-MM-DD, before a "T" if there is a time';
  if (!isCalendarDay(Number(day[1]), Number(day[2]), Number(day[3]))) return `there is no ${day[0]} in the calendar`;
  if (separator < 0 || TIME.test(text.slice(separator + 1))) return undefined;
  return 'the time is not written as HH:MM:SS with an optional fraction and zone';
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

markFactories(isUuid, isIsoDate);
