import type { CheckOutcome } from '../../assertions/outcome';
import { parsePath } from '../../assertions/paths/path';

/** The parts of a value that have to be shown, as a tree of keys. */
export interface Focus {
  readonly children: Map<string, Focus>;
  /** Whether it leads to a part that has to be shown; otherwise it only tells how to show it. */
  keep: boolean;
  /** Shown instead of the value. */
  words?: string;
}

export function createFocus(): Focus {
  return { children: new Map(), keep: true };
}

/** Adds the part at `segments`; with `words`, they are shown in its place if it is shown at all. */
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

/** The parts of an answer's body that failed checks are about: where their paths lead, or stopped, or should have led. */
export function focusOf(failed: readonly CheckOutcome[]): Focus {
  const focus = createFocus();
  for (const { path, failedPath = path, stoppedAt, nearestPath } of failed) {
    for (const text of [failedPath, stoppedAt, nearestPath]) {
      const segments = text === undefined ? [] : parsePath(text).segments;
      if (!/^[$]|^_http_status$/.test(segments[0] ?? '')) addFocus(focus, segments);
    }
  }
  return focus;
}
