type Matchers = typeof import('../../matchers');
type AnyMatcher = (this: unknown, ...args: unknown[]) => unknown;

/** Their names, as `matchers/index.ts` has them. */
export const MATCHER_NAMES = [
  'toBeReady',
  'toBeSuccessful',
  'toHaveFailedCheck',
  'toHaveHttpStatus',
  'toHavePassedCheck',
  'toHavePath',
  'toMatchExpectedData',
  'toSatisfy',
  'toSatisfyPath',
  'toSatisfyPaths',
  'toSatisfyRecordRules',
] as const satisfies readonly (keyof Matchers)[];

/** The matchers, each loaded when it is first used: every test file registers them, and most use scenarios only. */
export function lazyMatchers(): Matchers {
  const entries = MATCHER_NAMES.map((name) => {
    const matcher: AnyMatcher = function (...args) {
      const matchers = require('../../matchers') as Readonly<Record<string, AnyMatcher>>;
      return matchers[name]?.apply(this, args);
    };
    return [name, matcher] as const;
  });
  return Object.fromEntries(entries) as unknown as Matchers;
}
