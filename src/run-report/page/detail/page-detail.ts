import { harmless } from '../../../report/plain-text';
import type { TestRecord } from '../../model/run-model';
import { testLocation } from '../../model/test-place';
import type { PageDetail, PageNeed } from '../page-data';
import { type Explaining, type Finder, locationText, pageAttempt } from './page-attempt';

/** What a test is shown with. */
export interface Surroundings {
  /** Finds another scenario of the same block. */
  readonly find: Finder;
  readonly neededBy: readonly PageNeed[];
  /** @default failures are not explained */
  readonly explaining?: Explaining | undefined;
}

/** The details of a test. Never throws: the record of a merged journal may be anything. */
export function pageDetail(test: TestRecord, around: Surroundings): PageDetail {
  try {
    return detailOf(test, around);
  } catch (error) {
    const problem = `The record of this test is invalid: ${harmless(String(error))}`;
    return { isByHand: false, needs: [], neededBy: [], attempts: [], problem };
  }
}

function detailOf(test: TestRecord, { find, neededBy, explaining }: Surroundings): PageDetail {
  const { file, scenario, location, reason, attempts } = test;
  const place = testLocation(test);
  const files = location === undefined ? [file] : [file, location.file];
  return {
    description: scenario?.description && harmless(scenario.description),
    location: place && locationText(place),
    reason: reason && harmless(reason),
    isByHand: scenario === undefined,
    needs: (scenario?.needs ?? []).map(find),
    neededBy: scenario === undefined ? [] : neededBy,
    expectedData: scenario?.expectedData && harmless(scenario.expectedData),
    attempts: attempts.map((attempt) => pageAttempt(attempt, { find, files, explaining })),
  };
}
