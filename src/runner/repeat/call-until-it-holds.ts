// A user's fake timers must not stop ours.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { EvaluateOptions } from '../../assertions/evaluate';
import type { CheckOutcome } from '../../assertions/outcome';
import { ConnectorTestError, isErrorLike } from '../../errors';
import { isConfigUpdate } from '../../scenario/repeat-problems';
import type { AnyApiScenario, Eventually } from '../../scenario/scenario';
import { growingPauses } from '../pauses';
import type { Progress } from '../progress';
import { type Attempt, type Attempts, judged, type TryOnce } from './attempt';

const DEFAULT_INTERVAL_MS = 1_000;

/** What is to hold, and until when. */
export interface Repetition {
  readonly scenario: AnyApiScenario;
  /** With nothing lazy in them. */
  readonly args: unknown;
  readonly once: TryOnce;
  readonly attempts: Attempts;
  readonly progress: Progress;
  readonly options: EvaluateOptions;
}

/** The last attempt, and its checks. */
export interface Held {
  readonly attempt: Attempt;
  readonly outcomes: readonly CheckOutcome[];
  /** Why it was given up. */
  readonly error?: Error;
}

/**
 * Repeats a request until all its checks hold, one of `failOn` does, or the time is over.
 *
 * @throws ConnectorTestError INVALID_ARGS when a lazy has made it an update.
 */
export async function callUntilItHolds(repetition: Repetition): Promise<Held> {
  const { progress, attempts, scenario, args } = repetition;
  if (scenario.api === 'config' && isConfigUpdate(args)) throw updates();
  return progress(
    () => `waiting until the checks of ${scenario.name} hold: ${attempts.count} attempts so far`,
    () => repeat(repetition),
  );
}

async function repeat({ scenario, once, attempts, options }: Repetition): Promise<Held> {
  const { assertThat, eventually } = scenario;
  const { timeout, interval = DEFAULT_INTERVAL_MS, failOn = {} } = eventually as Eventually;
  const began = performance.now();
  const left = (): number => timeout - (performance.now() - began);
  const pauses = growingPauses(interval);
  for (;;) {
    const afterMs = performance.now() - began;
    const attempt = await once(Math.max(1_000, left()));
    const outcomes = judged(attempt, assertThat, options);
    attempts.add(afterMs, attempt, outcomes);
    if (outcomes.length > 0 && outcomes.every(({ passed }) => passed)) return { attempt, outcomes };
    // Nothing was sent, so nothing will be the next time.
    if (attempt.exchange === undefined) return { attempt, outcomes };
    const ended = judged(attempt, failOn).find(({ passed }) => passed);
    if (ended !== undefined) return { attempt, outcomes, error: failedOn(ended) };
    if (left() <= 0) return { attempt, outcomes, error: tooLate(timeout, attempts.count, attempt) };
    await pause(Math.min(pauses.next().value, Math.max(0, left())));
  }
}

function updates(): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: 'With `eventually`, a configuration can be read and not updated, so nothing was sent.',
    why: 'a lazy has made arguments for an update.',
    fix: 'update it in a scenario of its own, which this one `needs`.',
  });
}

function failedOn({ path, expected }: CheckOutcome): ConnectorTestError {
  return new ConnectorTestError('GAVE_UP', {
    what: `It will not hold any more: ${path === '' ? 'the answer' : path} is ${expected}, which \`failOn\` names.`,
  });
}

function tooLate(timeout: number, count: number, { thrown }: Attempt): ConnectorTestError {
  const last = isErrorLike(thrown) ? `the last attempt brought no answer: ${thrown.message}` : undefined;
  return new ConnectorTestError('GAVE_UP', {
    what: `It did not hold within ${Math.round(timeout).toLocaleString('en-US')} ms, in ${count === 1 ? 'one attempt' : `${count} attempts`}.`,
    ...(last === undefined ? {} : { why: last }),
    fix: 'if it only needs longer, raise `eventually.timeout`; `eventually.failOn` can name what ends it at once.',
  });
}
