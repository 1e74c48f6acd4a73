import type { Problem } from '../problems';

interface TimeoutFields {
  readonly timeout?: unknown;
  readonly allowShortTimeout?: unknown;
}

/** A timeout under a second is nearly always one that was meant in seconds. */
export function shortTimeoutProblems(fields: TimeoutFields, where: string, allowedAbove = false): Problem[] {
  const { timeout } = fields;
  const allowed = fields.allowShortTimeout ?? allowedAbove;
  if (typeof timeout !== 'number' || timeout <= 0 || timeout >= 1000 || allowed === true) return [];
  return [
    {
      where,
      field: 'timeout',
      expected: 'at least 1,000 milliseconds, or `allowShortTimeout: true` beside it',
      received: `${timeout} ms`,
      didYouMean: `${timeout}_000`,
    },
  ];
}
