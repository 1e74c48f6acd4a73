// A user's fake timers must not stop our timers.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { EvaluateOptions } from '../../assertions/evaluate';
import type { CheckOutcome } from '../../assertions/outcome';
import { countOf } from '../../count-of';
import { ConnectorTestError, isErrorLike } from '../../errors';
import type { Eventually } from '../../scenario/eventually';
import { isConfigUpdate } from '../../scenario/repeat-problems';
import type { AnyApiScenario } from '../../scenario/scenario';
import { growingPauses } from '../pauses';
import type { Progress } from '../progress';
import { type Attempt, type Attempts, judged, type TryOnce } from './attempt';

const DEFAULT_INTERVAL_MS = 1_000;

/** The checks that must pass, and the time limit. */
export interface Repetition {
  readonly scenario: AnyApiScenario;
  /** Without lazies. */
  readonly args: unknown;
  readonly once: TryOnce;
  readonly attempts: Attempts;
  readonly progress: Progress;
  readonly options: EvaluateOptions;
}

/** The last attempt, and the outcomes of its checks. */
export interface Held {
  readonly attempt: Attempt;
  readonly outcomes: readonly CheckOutcome[];
  /** Why waiting was given up. */
  readonly error?: Error;
}

/**
 * Repeats a request until all its checks pass, a check of `failOn` passes, or the time is over.
 *
 * @throws ConnectorTestError INVALID_ARGS if a lazy turned the request into an update.
 */
export async function callUntilItHolds(repetition: Repetition): Promise<Held> {
  const { progress, attempts, scenario, args } = repetition;
  if (scenario.api === 'config' && isConfigUpdate(args)) throw updates();
  return progress(
    () => `waiting until the checks of ${scenario.name} pass: ${attempts.count} attempts so far`,
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
    // Nothing was sent, and a new attempt would not change that.
    if (attempt.exchange === undefined) return { attempt, outcomes };
    const ended = judged(attempt, failOn).find(({ passed }) => passed);
    if (ended !== undefined) return { attempt, outcomes, error: failedOn(ended) };
    if (left() <= 0) return { attempt, outcomes, error: tooLate(timeout, attempts.count, attempt) };
    await pause(Math.min(pauses.next().value, Math.max(0, left())));
  }
}

function updates(): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: 'With `eventually`, a configuration can only be read, not updated; nothing was sent.',
    why: 'a lazy returned arguments for an update.',
    fix: 'update the configuration in another scenario, and add that scenario to `needs`.',
  });
}

function failedOn({ path, expected }: CheckOutcome): ConnectorTestError {
  return new ConnectorTestError('GAVE_UP', {
    what: `The checks can't pass any more: ${path === '' ? 'the response' : path} is ${expected}, which matches \`failOn\`.`,
  });
}

function tooLate(timeout: number, count: number, { thrown }: Attempt): ConnectorTestError {
  const last = isErrorLike(thrown) ? `the last attempt got no response: ${thrown.message}` : undefined;
  return new ConnectorTestError('GAVE_UP', {
    what: `The checks did not all pass within ${Math.round(timeout).toLocaleString('en-US')} ms (${countOf(count, 'attempt')}).`,
    ...(last === undefined ? {} : { why: last }),
    fix: 'if it only needs longer, raise `eventually.timeout`; to stop early, set `eventually.failOn`.',
  });
}
