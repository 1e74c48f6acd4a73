type Matchers = typeof import('../../../matchers');
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
    const matcher = function (this: { readonly isNot?: boolean }, ...args: unknown[]): unknown {
      const matchers = require('../../../matchers') as Readonly<Record<string, AnyMatcher>> | undefined;
      // Nobody awaited this one: its test file has ended, and with it Jest's modules. Nobody hears the answer either.
      if (matchers === undefined) return { pass: !this.isNot, message: () => '' };
      return matchers[name]?.apply(this, args);
    };
    return [name, matcher] as const;
  });
  return Object.fromEntries(entries) as unknown as Matchers;
}
