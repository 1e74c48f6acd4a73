import { basename } from 'node:path';
import { countOf } from '../../count-of';
import { ConnectorTestError, stackFrames, withFrames } from '../../errors';
import { formatProblems, type Problem } from '../../validation/problems';
import { isRecord, isText } from '../../validation/shape';
import type { Locator } from './locator';
import { type Place, placeFrame } from './scenario-places';

const MOST_FRAMES = 10;

/** Where a block was defined; used in an error about it. */
export interface DescribedBlock {
  readonly scenarios: unknown;
  readonly locator: Locator;
  /** The function whose caller is the user. */
  readonly callee: (...args: never[]) => unknown;
}

/**
 * An error with all problems of a block. Jest shows the code of the first frame: that of the first invalid scenario that
 * is defined in another file than the call, else that of the call.
 */
export function scenariosError(
  problems: readonly Problem[],
  { scenarios, locator, callee }: DescribedBlock,
): ConnectorTestError {
  const places = problems.map((problem) => elsewhere(problem, scenarios, locator));
  const error = new ConnectorTestError('INVALID_SCENARIOS', {
    what: `Invalid scenarios or options: ${countOf(problems.length, 'problem')}; nothing ran.`,
    why: formatProblems(problems.map((problem, index) => withLine(problem, places[index]))),
  });
  Error.captureStackTrace(error, callee);
  const frames = new Set(places.filter((place) => place !== undefined).map(placeFrame));
  return withFrames(error, [...[...frames].slice(0, MOST_FRAMES), ...stackFrames(error)]);
}

/** The place of the scenario that a problem is about, if it is defined outside the test file. */
function elsewhere({ scenario: index }: Problem, scenarios: unknown, locator: Locator): Place | undefined {
  const all = (Array.isArray(scenarios) ? scenarios : []) as readonly unknown[];
  const scenario = index === undefined ? undefined : all[index];
  if (!isRecord(scenario)) return undefined;
  const name = isText(scenario['name']) ? scenario['name'] : '';
  const first = all.findIndex((each) => isRecord(each) && name !== '' && each['name'] === name);
  const assertThat = isRecord(scenario['assertThat']) ? scenario['assertThat'] : {};
  return locator.placeElsewhere({ name, assertThat, isFirst: first === index });
}

function withLine(problem: Problem, place: Place | undefined): Problem {
  if (place === undefined) return problem;
  return { ...problem, where: `${problem.where} (${basename(place.file)}:${place.line})` };
}
