import { isCountMark, sizeOfMark } from './cut-mark';
import type { Focus } from './focus';

/** A list that may have been cut before; in that case the positions of its items are not their indexes. */
export interface ListView {
  /** The position of the item that a path's key refers to: an index, also from the end, or `*`. */
  placeOf(key: string): number | undefined;
  /** Whether there is a mark for omitted items at a position. */
  isGap(place: number): boolean;
  /** The number of items, including omitted ones. */
  size(from: number, to: number): number;
}

/** A list that was cut before is short, so a longer one isn't searched for marks. */
const LONGEST_CUT = 1_000;
/** The most of them that can be shown. */
export const MOST_IN_FOCUS = 30;

export function viewList(items: readonly unknown[]): ListView {
  const wasCut = items.length <= LONGEST_CUT && items.some(isCountMark);
  const isGap = (place: number): boolean => wasCut && isCountMark(items[place]);
  const sizeAt = (place: number): number => (isGap(place) ? sizeOfMark(items[place] as string) : 1);
  const size = (from: number, to: number): number => {
    if (!wasCut) return to - from;
    let sum = 0;
    for (let place = from; place < to; place += 1) sum += sizeAt(place);
    return sum;
  };
  /** The position after `steps` items, counted from one of the ends. */
  const placeAfter = (steps: number, fromEnd: boolean): number => {
    let place = fromEnd ? items.length - 1 : 0;
    for (let gone = 0; gone < steps && items[place] !== undefined; place += fromEnd ? -1 : 1) gone += sizeAt(place);
    return place;
  };
  const placeOf = (key: string): number | undefined => {
    if (!/^(?:\*|-?\d{1,9})$/.test(key)) return undefined;
    const index = key === '*' ? 0 : Number(key);
    let place = index < 0 ? items.length + index : index;
    if (wasCut) place = index < 0 ? placeAfter(-index - 1, true) : placeAfter(index, false);
    return place >= 0 && place < items.length ? place : undefined;
  };
  return { placeOf, isGap, size };
}

/** The first items, and the items in focus with their neighbours, in order. */
export function placesToKeep(length: number, width: number, parts: ReadonlyMap<number, Focus>): number[] {
  const inFocus = [...parts].filter(([, part]) => part.keep).slice(0, MOST_IN_FOCUS);
  const near = inFocus
    .flatMap(([place]) => [place - 1, place, place + 1])
    .filter((place) => place >= 0 && place < length);
  const first = Array.from({ length: Math.min(width, length) }, (_, place) => place);
  return [...new Set([...first, ...near])].sort((left, right) => left - right);
}
