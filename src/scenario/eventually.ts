import type { ApiName } from '../apis/connector-apis';
import type { AssertThat } from './assert-that';

/** How a scenario that only reads is repeated until its checks pass. */
export interface Eventually<Api extends ApiName = ApiName> {
  /**
   * How long it may take until all checks pass, in milliseconds. Values under 1,000 need the scenario's
   * `allowShortTimeout`.
   */
  readonly timeout: number;
  /**
   * The longest pause between two attempts, in milliseconds. The first pauses are shorter. Values under 100 need the
   * scenario's `allowShortTimeout`.
   * @default 1000
   */
  readonly interval?: number;
  /** Paths and checks. If one of these checks passes, the scenario fails at once. */
  readonly failOn?: AssertThat<Api>;
}
