import type { IncomingMessage } from 'node:http';

/** The result of one health check. */
export interface HealthProbe {
  readonly healthy: boolean;
  /** Completes "GET <url> …", such as `returned 503` or `was refused (ECONNREFUSED 127.0.0.1:8000)`. */
  readonly text: string;
  /** Whether it timed out. */
  readonly timedOut?: boolean;
}

/** The URL of a server's health check; a path prefix of the server's URL is kept. */
export function healthUrl(url: string, healthPath: string): string {
  return url.replace(/\/+$/, '') + healthPath;
}

/** Sends one request; a status from 200 to 299 within `milliseconds` means healthy. Never rejects. */
export async function probeHealth(url: string, milliseconds: number, stop?: AbortSignal): Promise<HealthProbe> {
  try {
    const status = await httpStatus(url, milliseconds, stop);
    return { healthy: status >= 200 && status < 300, text: `returned ${status}` };
  } catch (error) {
    const timedOut = (error as { isOurs?: boolean }).isOurs === true;
    return { healthy: false, text: failureText(error as NodeJS.ErrnoException), ...(timedOut && { timedOut }) };
  }
}

/**
 * Sends a GET on a new connection, which is closed at once, and returns the status.
 *
 * @throws The socket's error, or one with the code ETIMEDOUT if there is no response within `milliseconds`.
 */
export function httpStatus(url: string, milliseconds: number, stop?: AbortSignal): Promise<number> {
  const { get } = (
    url.startsWith('https:') ? require('node:https') : require('node:http')
  ) as typeof import('node:http');
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, ...(stop === undefined ? {} : { signal: stop }) }, responded);
    const timer = setTimeout(() => request.destroy(noResponse(milliseconds)), milliseconds);
    request.once('error', reject);
    request.once('close', () => clearTimeout(timer));

    function responded(response: IncomingMessage): void {
      response.destroy();
      resolve(response.statusCode ?? 0);
    }
  });
}

function noResponse(milliseconds: number): Error {
  const message = `did not respond within ${Math.round(milliseconds).toLocaleString('en')} ms`;
  return Object.assign(new Error(message), { code: 'ETIMEDOUT', isOurs: true });
}

/** A host name with two addresses, such as localhost, fails with one error per address and an empty message. */
function failureText(error: NodeJS.ErrnoException & { errors?: readonly Error[]; isOurs?: boolean }): string {
  if (error.isOurs) return error.message;
  const causes = (error.errors ?? [error]).map((cause) => cause.message.replace(/^connect /, '')).join(', ');
  return error.code === 'ECONNREFUSED' ? `was refused (${causes})` : `failed (${causes})`;
}
