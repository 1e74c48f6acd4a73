import type { IncomingMessage } from 'node:http';

/** What one look at a server showed. */
export interface HealthProbe {
  readonly healthy: boolean;
  /** Completes "GET <url> …", such as `answered 503` or `was refused (ECONNREFUSED 127.0.0.1:8000)`. */
  readonly text: string;
  /** Whether it ended without a result because its time was up. */
  readonly timedOut?: boolean;
}

/** Where a server says whether it is up; a path prefix of the server is kept. */
export function healthUrl(url: string, healthPath: string): string {
  return url.replace(/\/+$/, '') + healthPath;
}

/** Asks once: healthy is a status from 200 to 299, within `milliseconds`. Never rejects. */
export async function probeHealth(url: string, milliseconds: number, stop?: AbortSignal): Promise<HealthProbe> {
  try {
    const status = await httpStatus(url, milliseconds, stop);
    return { healthy: status >= 200 && status < 300, text: `answered ${status}` };
  } catch (error) {
    const timedOut = (error as { isOurs?: boolean }).isOurs === true;
    return { healthy: false, text: failureText(error as NodeJS.ErrnoException), ...(timedOut && { timedOut }) };
  }
}

/**
 * The status that a GET brings, from a connection of its own that is closed at once.
 *
 * @throws The socket's error, or one with the code ETIMEDOUT when there is no answer within `milliseconds`.
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
  const message = `did not answer within ${Math.round(milliseconds).toLocaleString('en')} ms`;
  return Object.assign(new Error(message), { code: 'ETIMEDOUT', isOurs: true });
}

/** A name with two addresses, such as localhost, fails with an error for each and no text of its own. */
function failureText(error: NodeJS.ErrnoException & { errors?: readonly Error[]; isOurs?: boolean }): string {
  if (error.isOurs) return error.message;
  const causes = (error.errors ?? [error]).map((cause) => cause.message.replace(/^connect /, '')).join(', ');
  return error.code === 'ECONNREFUSED' ? `was refused (${causes})` : `failed (${causes})`;
}
