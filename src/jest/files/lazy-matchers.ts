import type { NotedResult } from '../../../matchers/shared/noted-result';
import type { ConnectorMatchers } from '../../../matchers/types';
import { notice } from '../output/progress';

type Matchers = typeof import('../../../matchers');
type AnyMatcher = (this: unknown, ...args: unknown[]) => unknown;

/** All matchers of `matchers/index.ts`. The compiler reports one that is missing here, there or in `matchers/types.ts`. */
const REGISTERED: Readonly<Record<keyof Matchers, true>> = {
  toBeReady: true,
  toBeSuccessful: true,
  toHaveFailedCheck: true,
  toHaveHttpStatus: true,
  toHavePassedCheck: true,
  toHavePath: true,
  toMatchExpectedData: true,
  toSatisfy: true,
  toSatisfyPath: true,
  toSatisfyPaths: true,
  toSatisfyRecordRules: true,
} satisfies Record<keyof ConnectorMatchers<void>, true>;

export const MATCHER_NAMES = Object.keys(REGISTERED) as readonly (keyof Matchers)[];

/** The matchers, loaded on first use: every test file registers them, but most test files only use scenarios. */
export function lazyMatchers(): Matchers {
  const entries = MATCHER_NAMES.map((name) => {
    const matcher = function (this: { readonly isNot?: boolean }, ...args: unknown[]): unknown {
      const matchers = require('../../../matchers') as typeof import('../../../matchers') | undefined;
      // This call wasn't awaited: its test file has ended, so Jest loads no more modules and the result isn't used.
      if (matchers === undefined) return { pass: !this.isNot, message: () => '' };
      const result = (matchers[name] as AnyMatcher).apply(this, args) as NotedResult;
      if (result.notice !== undefined) notice(result.notice);
      return result;
    };
    return [name, matcher] as const;
  });
  return Object.fromEntries(entries) as unknown as Matchers;
}
