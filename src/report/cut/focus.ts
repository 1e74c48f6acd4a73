import type { CheckOutcome } from '../../assertions/outcome';
import { isBesideBody, parsePath } from '../../assertions/paths/path-text';

/** The parts of a value that must be shown, as a tree of keys. */
export interface Focus {
  readonly children: Map<string, Focus>;
  /** Whether a part that must be shown is at or below it; otherwise it only defines how to show its part. */
  keep: boolean;
  /** What to show instead of the value. */
  words?: string;
}

export function createFocus(): Focus {
  return { children: new Map(), keep: true };
}

/** Adds the part at `segments`. With `words`, the part need not be shown, but if it is, `words` replace it. */
export function addFocus(focus: Focus, segments: readonly string[], words?: string): void {
  let node = focus;
  for (const segment of segments) {
    const next = node.children.get(segment) ?? { children: new Map(), keep: false };
    next.keep ||= words === undefined;
    node.children.set(segment, next);
    node = next;
  }
  if (words !== undefined) node.words = words;
}

/** The parts of a body that failed checks refer to: the ends of their paths, or where they stopped or nearly matched. */
export function focusOf(failed: readonly CheckOutcome[]): Focus {
  const focus = createFocus();
  for (const { path, failedPath = path, stoppedAt, nearestPath } of failed) {
    for (const text of [failedPath, stoppedAt, nearestPath]) {
      const segments = text === undefined ? [] : parsePath(text).segments;
      if (!isBesideBody(segments)) addFocus(focus, segments);
    }
  }
  return focus;
}
