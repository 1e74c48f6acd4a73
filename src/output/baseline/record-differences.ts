import { joinPath } from '../../assertions/paths/path-text';
import { deepEqual } from '../../assertions/values/deep-equal';
import { areStructures, walkDifferences } from '../../assertions/values/walk-differences';
import { defined } from '../../defined';
import type { OutputRecord } from '../record';
import { type FieldDifference, KEPT_FIELDS } from './comparison';
import type { OnlyKeys } from './fingerprint';
import { MASKS } from './masks';
import type { Outline } from './outlines';

/** The fields in which a record differs from the baseline record. */
export function recordDifferences(expected: OutputRecord, received: OutputRecord, outline: Outline): FieldDifference[] {
  const { skipped, only, masks } = outline;
  const masked = new Map(masks.map(({ path, mask }) => [joinPath(path), mask]));
  const found: FieldDifference[] = [];
  walkDifferences(received, expected, {
    isDone: () => found.length === KEPT_FIELDS,
    counts: (path) => isNamed(path, only) && (masked.has(joinPath(path)) || !skipped.covers(path)),
    visit: (left, right, path) => {
      const place = joinPath(path);
      const mask = masked.get(place);
      if (mask === undefined && areStructures(left, right)) return true;
      const holds = mask === undefined ? deepEqual(left, right) : MASKS[mask]?.(left);
      if (!holds) found.push({ path: place, ...defined({ expected: right, received: left }) });
      return false;
    },
  });
  return found;
}

function isNamed([key, ...rest]: readonly string[], only: OnlyKeys | undefined): boolean {
  return key === undefined || only === undefined || (only.has(key) && isNamed(rest, only.get(key)));
}
