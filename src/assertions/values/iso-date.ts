const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;

/** Why `text` isn't an ISO 8601 date or timestamp; `undefined` if it is. */
export function isoDateProblem(text: string): string | undefined {
  const separator = text.indexOf('T');
  const day = DATE.exec(separator < 0 ? text : text.slice(0, separator));
  if (!day) return 'the date must be YYYY-MM-DD, followed by "T" if there is a time';
  if (!isCalendarDay(Number(day[1]), Number(day[2]), Number(day[3]))) return `the date ${day[0]} does not exist`;
  if (separator < 0 || TIME.test(text.slice(separator + 1))) return undefined;
  return 'the time must be HH:MM:SS with an optional fraction and zone';
}

/** Whether `text` is a calendar date without a time. */
export function isIsoDay(text: string): boolean {
  return DATE.test(text) && isoDateProblem(text) === undefined;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
