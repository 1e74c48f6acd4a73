import type { CheckOutcome } from '../../../assertions/outcome';
import { isBesideBody, parsePath } from '../../../assertions/paths/path-text';
import { checkParts, type Differ } from '../../../report/check-text';
import { harmless } from '../../../report/plain-text';
import type { PageCheck } from '../page-data';

const STACK_LINE = /\(?([^()\s][^()]*):(\d+):(\d+)\)?$/;

/** Where a check is shown. */
export interface CheckContext {
  /** The test file and that of the scenario, relative to `rootDir`. */
  readonly files: readonly string[];
  /** @default differences are not shown */
  readonly diff?: Differ | undefined;
}

/** A check, as the page shows it. */
export function pageCheck(outcome: CheckOutcome, { files, diff }: CheckContext): PageCheck {
  const { passed, location } = outcome;
  const { path, facts, difference } = checkParts(outcome, passed ? undefined : diff);
  return { path, passed, facts, difference, location: location && placeText(location, files), ...placeOf(outcome) };
}

/** A line of one of the files, or the end of another path: `    at x (/work/shared/checks.ts:12:5)` → `shared/checks.ts:12`. */
export function placeText(stackLine: string, files: readonly string[]): string | undefined {
  const [, path = '', line = ''] = STACK_LINE.exec(stackLine.trim()) ?? [];
  if (path === '') return undefined;
  const parts = path.split(/[\\/]/);
  const known = files.find((file) => parts.join('/').endsWith(`/${file}`));
  return `${harmless(known ?? parts.slice(-2).join('/'))}:${line}`;
}

/**
 * Where in the body the check refers to; nothing for the whole body, and for what isn't part of it. If it passed, a `*`
 * stays in it, for every item.
 */
function placeOf({ path, failedPath, found, stoppedAt }: CheckOutcome): Pick<PageCheck, 'at' | 'missing'> {
  const { segments } = parsePath(failedPath ?? path);
  if (segments.length === 0 || isBesideBody(segments)) return {};
  if (found) return { at: segments };
  const holder = parsePath(stoppedAt ?? '').segments;
  return { at: holder, missing: segments[holder.length] };
}
