import { toPredicate } from './checks/to-predicate';
import { judge, type Judgement } from './judge';
import type { CheckOutcome } from './outcome';
import { missingDetails } from './paths/missing-path';
import { nearMiss } from './paths/near-miss';
import { noKeysReason } from './paths/no-keys';
import { isSpread, parsePath, placePath, places } from './paths/path';
import type { Place } from './paths/place';
import type { Predicate } from './predicates/predicate';
import type { Subject } from './subject';
import { keepingKeyLists } from './values/key-lists';
import { thrownText } from './values/print';

/** For a path with `*`: how many items are searched for a near miss. */
const MISSING_COMPARED = 100;

/** How checks are evaluated. */
export interface EvaluateOptions {
  /** Whether a check for a missing value fails if its path is nearly the same as an existing one, probably a typo. */
  readonly strictPaths?: boolean | undefined;
}

/** Evaluates every check of `assertThat`, in order. */
export function evaluate(
  subject: Subject,
  assertThat: Readonly<Record<string, unknown>>,
  options: EvaluateOptions = {},
): CheckOutcome[] {
  const paths = Object.keys(assertThat);
  return Object.entries(assertThat).map(([path, check]) => {
    const outcome = evaluateCheck(subject, path, check);
    const { passed, nearestPath } = outcome;
    if (!passed || nearestPath === undefined) return outcome;
    // A path that another check uses isn't a typo of this one.
    if (paths.some((other) => isAtOrBelow(other, nearestPath))) return { ...outcome, nearestPath: undefined };
    return options.strictPaths === true ? strictly(outcome, toPredicate(check)) : outcome;
  });
}

function isAtOrBelow(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}.`);
}

function strictly(outcome: CheckOutcome, { callSite }: Predicate): CheckOutcome {
  const reason = 'with `strictPaths`, a missing path must not look like a typo of an existing one';
  return { ...outcome, passed: false, reason, location: callSite.frame };
}

/**
 * Evaluates one check: a predicate, a function, an asymmetric matcher or a plain value. Never throws: a check that throws
 * is a failed outcome.
 */
export function evaluateCheck(subject: Subject, path: string, check: unknown): CheckOutcome {
  return keepingKeyLists(() => evaluateAt(subject, path, toPredicate(check)));
}

function evaluateAt(subject: Subject, path: string, predicate: Predicate): CheckOutcome {
  const { segments, problem } = parsePath(path);
  if (problem !== undefined) return failure(path, predicate, { found: false, reason: `invalid path: ${problem}` });

  const missing: Place[] = [];
  let found: Place | undefined;
  let isOnly: boolean;
  try {
    const all = places(subject, segments);
    isOnly = !isSpread(all);
    for (const place of all) {
      if (place.found) found = place;
      else if (missing.length < MISSING_COMPARED) missing.push(place);
      const noKeys = place.found ? undefined : noKeysReason(subject, place);
      const judgement = noKeys === undefined ? judge(predicate, place.value) : { passed: false, reason: noKeys };
      if (!judgement.passed) return failure(path, predicate, failedPlace(subject, segments, place, judgement));
    }
  } catch (error) {
    // A getter of the subject threw; errors of checks are caught in `judge`.
    return failure(path, predicate, { found: false, reason: `reading the value threw ${thrownText(error)}` });
  }
  const passed = success(path, predicate, isOnly ? (found ?? missing[0]) : undefined);
  // A key that exists in another item isn't a typo.
  return found === undefined && missing.length > 0 ? Object.assign(passed, nearMissOf(subject, missing)) : passed;
}

function nearMissOf(subject: Subject, missing: readonly Place[]): Pick<CheckOutcome, 'nearestPath'> {
  for (const place of missing) {
    const nearestPath = nearMiss(subject, place);
    if (nearestPath !== undefined) return { nearestPath };
  }
  return {};
}

/** `expected` is computed on demand, so that passing checks don't pay for formatting. */
function success(path: string, predicate: Predicate, place: Place | undefined): CheckOutcome {
  return {
    path,
    passed: true,
    get expected() {
      return predicate.description;
    },
    note: predicate.note,
    found: place?.found ?? true,
    ...(place?.found ? { received: place.value } : {}),
  };
}

type Failed = Pick<
  CheckOutcome,
  'found' | 'received' | 'reason' | 'stoppedAt' | 'stoppedAtKind' | 'nearestPath' | 'failedPath'
>;

function failure(path: string, predicate: Predicate, failed: Failed): CheckOutcome {
  return {
    path,
    passed: false,
    expected: predicate.description,
    note: predicate.note,
    ...failed,
    ...('expectedValue' in predicate ? { expectedValue: predicate.expectedValue } : {}),
    location: predicate.callSite.frame,
  };
}

function failedPlace(subject: Subject, segments: readonly string[], place: Place, { reason }: Judgement): Failed {
  const failedPath = place.segments === segments || !segments.includes('*') ? undefined : placePath(place);
  if (place.found) return { found: true, received: place.value, reason, failedPath };
  return { found: false, reason: reason ?? missingHint(place), ...missingDetails(subject, place), failedPath };
}

/** `length` exists in JavaScript, but not in JSON. */
function missingHint({ segments, reached, holder }: Place): string | undefined {
  const isLength = segments[reached] === 'length' && (Array.isArray(holder) || typeof holder === 'string');
  return isLength ? '"length" isn\'t a path: check the value itself, with hasLength() or isNotEmpty()' : undefined;
}
