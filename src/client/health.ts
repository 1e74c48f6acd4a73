import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULTS } from '../defaults';
import { ConnectorTestError } from '../errors';
import type { ExchangeFailure } from './http/exchange/exchange-failure';
import { exchangeOverHttp } from './http/exchange/exchange-over-http';
import { displayUrl, requestUrl } from './http/request-url';
import { causeText } from './http/transport-error';

/** What to wait for. */
export interface HealthWait {
  /** The URL of the server; a path prefix is kept. */
  readonly url: string;
  /** @default '/server/health' */
  readonly healthPath?: string | undefined;
  /** How long to wait, in milliseconds. @default 5000 */
  readonly timeout?: number | undefined;
  /** The pause between two attempts, in milliseconds. @default 100 */
  readonly interval?: number | undefined;
  /** Stops waiting; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits until the server returns 2xx; the first attempt is made at once.
 *
 * @throws ConnectorTestError SERVER_UNREACHABLE if there was no response in time, SERVER_UNHEALTHY if the last response
 * was not 2xx.
 * @example
 * await waitForHealth({ url: 'http://127.0.0.1:8000', timeout: 60_000 });
 */
export async function waitForHealth(options: HealthWait): Promise<void> {
  const { url, healthPath = DEFAULTS.healthPath, timeout = DEFAULTS.healthTimeout, interval = 100, signal } = options;
  const started = performance.now();
  const left = (): number => timeout - (performance.now() - started);
  const target = requestUrl(url, healthPath);

  let finding: Unhealthy | undefined;
  for (;;) {
    const milliseconds = Math.max(1, left());
    const outcome = await ask(target, milliseconds, signal);
    if (outcome === 'healthy') return;
    signal?.throwIfAborted();
    finding = finding && wasCutShort(outcome, milliseconds) ? finding : outcome;
    if (left() <= interval) throw healthError({ url, healthPath, timeout }, finding);
    await wait(interval);
  }
}

/** A probe that timed out because the deadline left it less than a second is less informative than the one before. */
function wasCutShort(outcome: Unhealthy, milliseconds: number): boolean {
  return milliseconds < 1_000 && 'failure' in outcome && outcome.failure.kind === 'timeout';
}

type Unhealthy = { readonly status: number } | { readonly failure: ExchangeFailure };

async function ask(url: string, timeout: number, signal?: AbortSignal): Promise<'healthy' | Unhealthy> {
  try {
    const { status } = await exchangeOverHttp({ method: 'GET', url, headers: {}, timeout, signal });
    return status >= 200 && status < 300 ? 'healthy' : { status };
  } catch (error) {
    return { failure: error as ExchangeFailure };
  }
}

type Waited = Required<Pick<HealthWait, 'url'>> & { readonly healthPath: string; readonly timeout: number };

function healthError({ url, healthPath, timeout }: Waited, outcome: Unhealthy): ConnectorTestError {
  const host = displayUrl(url);
  const request = `GET ${displayUrl(healthPath)}`;
  if ('status' in outcome) {
    const { status } = outcome;
    return new ConnectorTestError('SERVER_UNHEALTHY', {
      what: `The app server at ${host} is not healthy.`,
      why: `${request} still returned ${status} after ${Math.round(timeout)} ms.`,
      fix:
        status < 500
          ? 'check that this is the right server; if its health check has another path, set `healthPath`.'
          : "check the server's log; if it only needs longer to start, raise `healthTimeout`.",
    });
  }
  return new ConnectorTestError('SERVER_UNREACHABLE', {
    what: `Could not reach the app server at ${host}.`,
    why: `${request} ${failureText(outcome.failure)} for ${Math.round(timeout)} ms.`,
    fix: 'start the app server, or set `app` in `globals.connector` to have it started;\nif it listens elsewhere, set `serverHost`.',
  });
}

function failureText({ kind, phase, reason }: ExchangeFailure): string {
  if (kind === 'timeout') return phase === 'connecting' ? 'could not connect' : 'was accepted but got no response';
  const cause = causeText(reason);
  return `${cause.includes('ECONNREFUSED') ? 'was refused' : 'failed'} (${cause})`;
}
