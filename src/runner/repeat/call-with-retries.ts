// A user's fake timers must not stop our timers.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiDefinition } from '../../apis/api-definition';
import { reads } from '../../apis/reads';
import type { Exchange } from '../../client/client-options';
import type { AnyApiScenario } from '../../scenario/scenario';
import { growingPauses, LONGEST_RETRY_PAUSE_MS } from '../pauses';
import { type Attempt, type Attempts, judged, type TryOnce } from './attempt';

const FIRST_PAUSE_MS = 200;

/** A scenario, and the definition of its API if it is a custom one. */
export interface Retried {
  readonly scenario: AnyApiScenario;
  readonly definition: ApiDefinition | undefined;
}

/** Sends a scenario's request, and resends it up to `retries` times as long as it didn't reach the app. */
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
  // Nothing was sent: no connection was established.
  if (exchange.phase === 'connecting') return true;
  if (api === 'workflow') return false;
  const isRead = reads({ api, method: exchange.request.method, definition });
  if (response === undefined) return isRead && exchange.phase === 'waiting' && !timedOut(exchange);
  // A status that the scenario expects isn't retried.
  return refusedInFront(response.status, isRead) && judged(attempt, assertThat).some(({ passed }) => !passed);
}

/** With 502 and 504, the request may have reached the app. */
function refusedInFront(status: number, isRead: boolean): boolean {
  return status === 503 || (isRead && (status === 502 || status === 504));
}

/** The request reached the app, which is still processing it. */
function timedOut({ error }: Exchange): boolean {
  return (error as { code?: unknown } | undefined)?.code === 'REQUEST_TIMEOUT';
}
