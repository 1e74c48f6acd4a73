// A user's fake timers must not stop ours.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiDefinition } from '../../apis/api-definition';
import { reads } from '../../apis/reads';
import type { Exchange } from '../../client/client-options';
import type { AnyApiScenario } from '../../scenario/scenario';
import { growingPauses, LONGEST_RETRY_PAUSE_MS } from '../pauses';
import { type Attempt, type Attempts, judged, type TryOnce } from './attempt';

const FIRST_PAUSE_MS = 200;

/** A scenario, and the row of its API if that is one of the user's own. */
export interface Retried {
  readonly scenario: AnyApiScenario;
  readonly definition: ApiDefinition | undefined;
}

/** Makes a scenario's request, and again, at most `retries` times, while it did not get as far as the app. */
export async function callWithRetries(retried: Retried, once: TryOnce, attempts: Attempts): Promise<Attempt> {
  const began = performance.now();
  const pauses = growingPauses(LONGEST_RETRY_PAUSE_MS, FIRST_PAUSE_MS);
  for (let left = retried.scenario.retries ?? 0; ; left -= 1) {
    const afterMs = performance.now() - began;
    const attempt = await once();
    attempts.add(afterMs, attempt);
    if (left <= 0 || !canRepeat(retried, attempt)) return attempt;
    await pause(pauses.next().value);
  }
}

function canRepeat({ scenario: { api, assertThat }, definition }: Retried, attempt: Attempt): boolean {
  const { exchange, response } = attempt;
  if (exchange === undefined) return false;
  // Nothing was sent: no connection came about.
  if (exchange.phase === 'connecting') return true;
  if (api === 'workflow') return false;
  const isRead = reads({ api, method: exchange.request.method, definition });
  if (response === undefined) return isRead && exchange.phase === 'waiting' && !timedOut(exchange);
  // What a scenario expects is not repeated.
  return refusedInFront(response.status, isRead) && judged(attempt, assertThat).some(({ passed }) => !passed);
}

/** 502 and 504 say that the app may have had the request. */
function refusedInFront(status: number, isRead: boolean): boolean {
  return status === 503 || (isRead && (status === 502 || status === 504));
}

/** The app has had it, and is busy with it. */
function timedOut({ error }: Exchange): boolean {
  return (error as { code?: unknown } | undefined)?.code === 'REQUEST_TIMEOUT';
}
