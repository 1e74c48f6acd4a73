import type { Problem } from '../validation/problems';

/** Shorter times are nearly always meant in seconds. */
const SHORTEST_MS = {
  timeout: 1_000,
  preflightTimeout: 1_000,
  workflowTimeout: 1_000,
  pollingInterval: 100,
  interval: 100,
} as const;

type TimeFields = { readonly [Field in keyof typeof SHORTEST_MS]?: unknown } & {
  readonly allowShortTimeout?: unknown;
};

/** Times that were probably meant in seconds. */
export function shortTimeoutProblems(fields: TimeFields, where: string, allowedAbove = false): Problem[] {
  if ((fields.allowShortTimeout ?? allowedAbove) === true) return [];
  return Object.entries(SHORTEST_MS).flatMap(([field, shortest]) => {
    const given = fields[field as keyof typeof SHORTEST_MS];
    if (!isShort(given, shortest)) return [];
    const expected = `at least ${shortest.toLocaleString('en-US')} milliseconds, or \`allowShortTimeout: true\` as well`;
    return [{ where, field, expected, received: `${String(given)} ms`, didYouMean: `${String(given)}_000` }];
  });
}

/** Whether a time was probably meant in seconds. */
export function isShort(value: unknown, shortest: number = SHORTEST_MS.timeout): boolean {
  return typeof value === 'number' && value > 0 && value < shortest;
}
