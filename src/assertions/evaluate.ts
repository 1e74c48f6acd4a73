import type { CheckOutcome } from './outcome';
import { keepingKeyLists } from './values/key-lists';
import { missingDetails } from './paths/missing-path';
import { noKeysReason } from './paths/no-keys';
import { isSpread, parsePath, placePath, places } from './paths/path';
import type { Place } from './paths/place';
import type { Predicate } from './predicates/predicate';
import { thrownText } from './values/print';
import type { Subject } from './subject';
import { toPredicate } from './checks/to-predicate';
import { judge, type Judgement } from './judge';

/** Evaluates every check of `assertThat`, in its order. */
export function evaluate(subject: Subject, assertThat: Readonly<Record<string, unknown>>): CheckOutcome[] {
  return Object.entries(assertThat).map(([path, check]) => evaluateCheck(subject, path, check));
}

/**
 * Evaluates one check: a predicate, a function, an asymmetric matcher or a plain value. Never throws: a check that
 * does is a failed outcome.
 */
export function evaluateCheck(subject: Subject, path: string, check: unknown): CheckOutcome {
  return keepingKeyLists(() => evaluateAt(subject, path, toPredicate(check)));
}

function evaluateAt(subject: Subject, path: string, predicate: Predicate): CheckOutcome {
  const { segments, problem } = parsePath(path);
  if (problem !== undefined) return failure(path, predicate, { found: false, reason: `a malformed path: ${problem}` });

  let only: Place | undefined;
  try {
    const all = places(subject, segments);
    for (const place of all) {
      if (!isSpread(all)) only = place;
      const noKeys = place.found ? undefined : noKeysReason(subject, place);
      const judgement = noKeys === undefined ? judge(predicate, place.value) : { passed: false, reason: noKeys };
      if (!judgement.passed) return failure(path, predicate, failedPlace(subject, segments, place, judgement));
    }
  } catch (error) {
    // A getter of the subject's own threw; what a check throws is caught in `judge`.
    return failure(path, predicate, { found: false, reason: `reading the value threw ${thrownText(error)}` });
  }
  return success(path, predicate, only);
}

/** `expected` is made when it is read: formatting must cost nothing where all is well. */
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

/** `length` is in JavaScript and not in JSON. */
function missingHint({ segments, reached, holder }: Place): string | undefined {
  const isLength = segments[reached] === 'length' && (Array.isArray(holder) || typeof holder === 'string');
  return isLength ? '"length" is no path: check the value itself, with hasLength() or isNotEmpty()' : undefined;
}
