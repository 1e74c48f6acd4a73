import { diff, DIM_COLOR, EXPECTED_COLOR, RECEIVED_COLOR } from 'jest-matcher-utils';
import type { Paint } from '../../assertions/outcome-text';
import type { Differ } from '../../report/check-text';

/** Jest's own colours, which are none where it uses none, and its own differ. */
export function jestColors(): { readonly paint: Paint; readonly diff: Differ } {
  return {
    paint: { expected: EXPECTED_COLOR, received: RECEIVED_COLOR, dim: DIM_COLOR },
    diff: (expected, received) => diff(expected, received) ?? undefined,
  };
}
