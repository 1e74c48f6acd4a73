import { diff, DIM_COLOR, EXPECTED_COLOR, RECEIVED_COLOR } from 'jest-matcher-utils';
import type { CheckTextOptions } from '../report/check-text';

/** Jest's own colours, which are none where it uses none, and its own differ. */
export function jestLook(): Required<CheckTextOptions> {
  return {
    paint: { expected: EXPECTED_COLOR, received: RECEIVED_COLOR, dim: DIM_COLOR },
    diff: (expected, received) => diff(expected, received) ?? undefined,
  };
}
