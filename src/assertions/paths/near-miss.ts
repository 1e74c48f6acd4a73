import { nearestName, typosBetween } from '../../validation/problems';
import type { Subject } from '../subject';
import { KEYS_COMPARED, ownKeys } from './missing-path';
import { joinPath } from './path-text';
import type { Place } from './place';

/**
 * The path that was probably meant by a missing one, for checks that accept a missing value. A false notice is worse than
 * none, so only a typo in a key counts, not another word or a plural.
 */
export function nearMiss({ roots }: Subject, { segments, reached, holder }: Place): string | undefined {
  const wrong = segments[reached] ?? '';
  const keys = [...ownKeys(holder).slice(0, KEYS_COMPARED), ...(reached === 0 ? Object.keys(roots) : [])];
  const near = nearestName(
    wrong,
    keys.filter((key) => isTypo(wrong, key)),
  );
  return near === undefined
    ? undefined
    : joinPath([...segments.slice(0, reached), near, ...segments.slice(reached + 1)]);
}

/** `eror` for `error`, `statsu` for `status`, `errorCode` for `error_code`; not `host` for `port`, `page1` for `page2`, `errors` for `error`. */
function isTypo(wrong: string, right: string): boolean {
  if (singular(wrong) === singular(right) || isNumberedAs(wrong, right)) return false;
  // Two swapped letters are one typo. Many short words differ from others by only one or two letters.
  const longer = Math.max(wrong.length, right.length);
  const isDropped = longer === 4 && wrong.length !== right.length;
  const allowed = sorted(wrong) === sorted(right) ? 2 : isDropped ? 1 : Math.max(0, Math.min(2, longer - 4));
  return typosBetween(wrong, right) <= allowed;
}

/** Removes the ending of a plural; `status` and `address` aren't plurals. */
function singular(name: string): string {
  return name.replace(/(?<=s|x|ch)es$|(?<![us])s$/i, '');
}

function isNumberedAs(name: string, other: string): boolean {
  return /\d/.test(name) && name.replace(/\d+/g, '0') === other.replace(/\d+/g, '0');
}

function sorted(name: string): string {
  return [...name.toLowerCase()].sort().join('');
}
