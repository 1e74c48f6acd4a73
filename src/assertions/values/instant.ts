import { types } from 'node:util';
import { isIsoDay, isoDateProblem } from './iso-date';

/** A point in time, with all the digits of its source. */
export interface Instant {
  /** Whole seconds since 1970 in UTC. */
  readonly seconds: number;
  /** The digits after the decimal point of the seconds. */
  readonly fraction: string;
}

/** Parses a timestamp or a Date; returns the problem if it is invalid. A date means its first moment in UTC. */
export function readInstant(value: unknown): Instant | string {
  if (types.isDate(value)) return instantOfDate(value);
  if (typeof value !== 'string') return 'expected a Date or an ISO 8601 timestamp';
  const problem = isoDateProblem(value);
  if (problem !== undefined) return problem;
  if (isIsoDay(value)) return { seconds: Date.parse(value) / 1000, fraction: '' };
  return instantOfText(value);
}

/** Negative if `one` is earlier, positive if it is later. */
export function compareInstants(one: Instant, other: Instant): number {
  if (one.seconds !== other.seconds) return one.seconds - other.seconds;
  const digits = Math.max(one.fraction.length, other.fraction.length);
  const [left, right] = [one.fraction.padEnd(digits, '0'), other.fraction.padEnd(digits, '0')];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The instant as a timestamp in UTC. */
export function instantText({ seconds, fraction }: Instant): string {
  const text = new Date(seconds * 1000).toISOString().replace(/\.000Z$/, '');
  return `${text}${fraction === '' ? '' : `.${fraction}`}Z`;
}

function instantOfDate(date: Date): Instant | string {
  const time = date.getTime();
  if (Number.isNaN(time)) return 'the Date is invalid';
  const seconds = Math.floor(time / 1000);
  return { seconds, fraction: String(time - seconds * 1000).padStart(3, '0') };
}

function instantOfText(text: string): Instant | string {
  const [, minutes = '', seconds = '00', fraction = '', zone] =
    /^(.{16})(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-].+)?$/.exec(text) ?? [];
  if (zone === undefined) {
    return 'it has no offset, so its instant is unknown: it must end with "Z" or an offset such as "+02:00"';
  }
  return { seconds: Date.parse(`${minutes}:${seconds}Z`) / 1000 - offsetOf(zone), fraction };
}

/** In seconds: `Z`, `+02`, `+0200` or `+02:00`. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', ''))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60;
}
