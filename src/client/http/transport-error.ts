import { ConnectorTestError, type ErrorText } from '../../errors';
import { redactedStart } from '../../redaction/process-redactor';
import type { UnreadableBody } from '../body/unreadable-body';
import type { ExchangeFailure } from './exchange/exchange-failure';
import { invalidHttpText } from './invalid-http';
import { displayUrl } from './request-url';

/** The facts about a failed request for its error. */
export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  readonly timeout: number;
  /** The setting to raise if it needs longer. @default '`timeout`' */
  readonly raise?: string | undefined;
  /** How many times it was sent. */
  readonly attempts?: number;
  /** The response, if it arrived. */
  readonly reply?:
    { readonly status: number; readonly contentType: string | undefined; readonly text: string } | undefined;
}

/** The error that users see for an exchange without a usable response. */
export function transportError(failure: ExchangeFailure, request: FailedRequest): ConnectorTestError {
  const line = requestLine(request);
  switch (failure.kind) {
    case 'timeout':
      return new ConnectorTestError('REQUEST_TIMEOUT', timeoutText(failure, request, line));
    case 'too-large':
      return new ConnectorTestError('RESPONSE_TOO_LARGE', {
        what: `${line} returned a response that is too large.`,
        why: 'the body, compressed or decompressed, exceeds 200 MiB (or `maxContentLength` of your axios instance).',
        fix: 'request less data, or pass an axios instance with a higher `maxContentLength` as the option `axios`.',
      });
    case 'unreadable':
      return new ConnectorTestError('RESPONSE_UNREADABLE', unreadableText(failure.reason as UnreadableBody, line));
    case 'invalid-json':
      return new ConnectorTestError('INVALID_JSON', invalidJsonText(failure, request, line));
    case 'aborted':
      return new ConnectorTestError('REQUEST_FAILED', {
        what: `${line} got no response.`,
        why: 'the request was aborted.',
        fix: 'check the `signal` that your axios instance sets.',
      });
    case 'failed':
      return new ConnectorTestError('REQUEST_FAILED', invalidHttpText(failure, line) ?? failedText(failure, request));
  }
}

/** The request for a message, such as `POST http://localhost:8000/workflows/v1/auth`. */
export function requestLine({ method, url }: Pick<FailedRequest, 'method' | 'url'>): string {
  return `${method.toUpperCase()} ${displayUrl(url)}`;
}

function timeoutText(
  { phase }: ExchangeFailure,
  { timeout, raise = '`timeout`' }: FailedRequest,
  line: string,
): ErrorText {
  const what = `${line} did not respond within ${Math.round(timeout)} ms.`;
  if (phase === 'connecting') {
    return {
      what,
      why: 'the request was still connecting: nothing accepted the connection.',
      fix: 'check `serverHost`, and that no firewall blocks the connection.',
    };
  }
  const far = {
    waiting: 'the request was connected and was waiting for the response.',
    reading: 'the response began, but its body did not end.',
    unknown: 'an adapter or interceptor of your axios instance had the request, so it is unknown how far it got.',
  };
  return { what, why: far[phase], fix: `check the server's log; if the request needs longer, raise ${raise}.` };
}

function unreadableText({ head, text: { what, why, fix } }: UnreadableBody, line: string): ErrorText {
  return { what: `${line} returned ${head.status ?? 'a response'} with a body that ${what}.`, why, fix };
}

function invalidJsonText({ reason }: ExchangeFailure, { reply }: FailedRequest, line: string): ErrorText {
  const text = reply?.text ?? '';
  const start = redactedStart(text, 200);
  return {
    what: `${line} returned ${String(reply?.status)} with an invalid JSON body (content type ${String(reply?.contentType)}).`,
    why: `${messageOf(reason)}\n${text.length > 200 ? `the first 200 of ${text.length} characters` : 'the body'}: ${start}`,
    fix: "check the server's log: it may have failed while writing the response,\nor a proxy responded instead.",
  };
}

function failedText({ reason, phase, reused }: ExchangeFailure, request: FailedRequest): ErrorText {
  const line = requestLine(request);
  const cause = causeText(reason);
  if (phase === 'reading') {
    return {
      what: `${line} was cut off in the middle of the response.`,
      why: cause,
      fix: "check the server's log: it may have crashed or been restarted.",
    };
  }
  const kept = reused ? ', on a connection kept from an earlier request' : '';
  const { attempts = 1 } = request;
  const again = attempts > 1 ? ` (sent ${attempts} times)` : '';
  return { what: `${line} got no response.`, why: `${cause}${kept}${again}`, fix: fixFor(cause, request) };
}

/** The error codes of a failure: `ECONNREFUSED ::1:8000, ECONNREFUSED 127.0.0.1:8000`. */
export function causeText(reason: unknown): string {
  const { errors, code, address, port, hostname } = (reason ?? {}) as Record<string, unknown>;
  if (Array.isArray(errors) && errors.length > 0) return [...new Set(errors.map(causeText))].join(', ');
  if (typeof code !== 'string') return messageOf(reason);
  if (address !== undefined) return `${code} ${hostPort(String(address), port)}`;
  if (hostname !== undefined) return `${code} ${String(hostname)}: unknown host name`;
  return `${code}: ${messageOf(reason)}`;
}

function hostPort(address: string, port: unknown): string {
  return port === undefined ? address : `${address}:${String(port)}`;
}

function messageOf(reason: unknown): string {
  const message = (reason as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? message : String(reason);
}

function fixFor(cause: string, { url }: FailedRequest): string {
  if (cause.includes('ECONNREFUSED')) {
    return 'start the app server, or set `serverHost` if it listens elsewhere;\nif Jest started the app, it has exited: see its log.';
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(cause)) return 'check the host name in `serverHost`.';
  if (/EPROTO|wrong version number/i.test(cause)) return 'check `serverHost`: the server may use http, not https.';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(cause)) {
    return 'set NODE_EXTRA_CA_CERTS to its certificate,\nor pass an axios instance with an `httpsAgent` as the option `axios`.';
  }
  if (/ERR_INVALID_CHAR|ERR_HTTP_INVALID/.test(cause))
    return "trim the headers' values: one contains a character that HTTP does not allow, such as a line break.";
  if (cause.includes('101 Switching')) return "check `serverHost` and the path: this client isn't a WebSocket client.";
  const log = "check the server's log: it may have crashed or been restarted.";
  // A TLS server usually closes a plain-text connection without a response.
  return /^http:/i.test(url) ? `${log}\nIf it uses https, start \`serverHost\` with https://.` : log;
}
