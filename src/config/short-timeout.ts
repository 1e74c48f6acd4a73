import type { Problem } from '../problems';

interface TimeoutFields {
  readonly timeout?: unknown;
  readonly preflightTimeout?: unknown;
  readonly allowShortTimeout?: unknown;
}

/** A timeout under a second is nearly always one that was meant in seconds. */
export function shortTimeoutProblems(fields: TimeoutFields, where: string, allowedAbove = false): Problem[] {
  if ((fields.allowShortTimeout ?? allowedAbove) === true) return [];
  return (['timeout', 'preflightTimeout'] as const)
    .filter((field) => isShort(fields[field]))
    .map((field) => ({
      where,
      field,
      expected: 'at least 1,000 milliseconds, or `allowShortTimeout: true` beside it',
      received: `${String(fields[field])} ms`,
      didYouMean: `${String(fields[field])}_000`,
    }));
}

/** Whether it is a time of under a second. */
export function isShort(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 1000;
}
