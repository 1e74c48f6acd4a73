import { ConnectorTestError, type ErrorText } from '../../errors';
import { redactedStart } from '../../redaction/process-redactor';
import type { UnreadableBody } from '../body/unreadable-body';
import type { ExchangeFailure } from './exchange-failure';
import { invalidHttpText } from './invalid-http';
import { displayUrl } from './request-url';

/** What an error about a request tells of it. */
export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  readonly timeout: number;
  /** What to raise if it needs longer. @default '`timeout`' */
  readonly raise?: string | undefined;
  /** How often it was sent. */
  readonly attempts?: number;
  /** As far as it came. */
  readonly reply?:
    { readonly status: number; readonly contentType: string | undefined; readonly text: string } | undefined;
}

/** The error that a person sees for an exchange that brought no answer. */
export function transportError(failure: ExchangeFailure, request: FailedRequest): ConnectorTestError {
  const line = requestLine(request);
  switch (failure.kind) {
    case 'timeout':
      return new ConnectorTestError('REQUEST_TIMEOUT', timeoutText(failure, request, line));
    case 'too-large':
      return new ConnectorTestError('RESPONSE_TOO_LARGE', {
        what: `${line} answered with a body over the limit.`,
        why: 'more than 200 MiB came (or than `maxContentLength` of your axios instance), packed or unpacked.',
        fix: 'ask for less, or pass an axios instance with a higher `maxContentLength` as the option `axios`.',
      });
    case 'unreadable':
      return new ConnectorTestError('RESPONSE_UNREADABLE', unreadableText(failure.reason as UnreadableBody, line));
    case 'invalid-json':
      return new ConnectorTestError('INVALID_JSON', invalidJsonText(failure, request, line));
    case 'aborted':
      return new ConnectorTestError('REQUEST_FAILED', {
        what: `${line} got no answer.`,
        why: 'the request was aborted.',
        fix: 'look at the `signal` that your axios instance sets.',
      });
    case 'failed':
      return new ConnectorTestError('REQUEST_FAILED', invalidHttpText(failure, line) ?? failedText(failure, request));
  }
}

/** `POST http://localhost:8000/workflows/v1/auth`, fit for a message. */
export function requestLine({ method, url }: Pick<FailedRequest, 'method' | 'url'>): string {
  return `${method.toUpperCase()} ${displayUrl(url)}`;
}

function timeoutText(
  { phase }: ExchangeFailure,
  { timeout, raise = '`timeout`' }: FailedRequest,
  line: string,
): ErrorText {
  const what = `${line} did not answer within ${Math.round(timeout)} ms.`;
  if (phase === 'connecting') {
    return {
      what,
      why: 'it was still connecting: nothing accepted the connection.',
      fix: 'check `serverHost`, and that no firewall is between.',
    };
  }
  const far = {
    waiting: 'it was connected, and waiting for the answer.',
    reading: 'the answer began, and its body did not end.',
    unknown: 'how far it came is not known: an adapter or an interceptor of your axios instance had it.',
  };
  return { what, why: far[phase], fix: `look into the log of the server; if it needs longer, raise ${raise}.` };
}

function unreadableText({ head, text: { what, why, fix } }: UnreadableBody, line: string): ErrorText {
  return { what: `${line} returned ${head.status ?? 'a response'} with a body that ${what}.`, why, fix };
}

function invalidJsonText({ reason }: ExchangeFailure, { reply }: FailedRequest, line: string): ErrorText {
  const text = reply?.text ?? '';
  const start = redactedStart(text, 200);
  return {
    what: `${line} answered ${String(reply?.status)}, and its body is not the JSON that its content type (${String(reply?.contentType)}) promises.`,
    why: `${messageOf(reason)}\n${text.length > 200 ? `the first 200 of ${text.length} characters` : 'the body'}: ${start}`,
    fix: 'look into the log of the server: it may have failed while it wrote the answer, or a proxy answered for it.',
  };
}

function failedText({ reason, phase, reused }: ExchangeFailure, request: FailedRequest): ErrorText {
  const line = requestLine(request);
  const cause = causeText(reason);
  if (phase === 'reading') {
    return {
      what: `${line} broke off in the middle of the answer.`,
      why: cause,
      fix: 'look into the log of the server: it may have crashed or been restarted.',
    };
  }
  const kept = reused ? ', on a connection kept from an earlier request' : '';
  const { attempts = 1 } = request;
  const again = attempts > 1 ? ` (sent ${attempts} times)` : '';
  return { what: `${line} got no answer.`, why: `${cause}${kept}${again}`, fix: fixFor(cause, request) };
}

/** The codes of what went wrong: `ECONNREFUSED ::1:8000, ECONNREFUSED 127.0.0.1:8000`. */
export function causeText(reason: unknown): string {
  const { errors, code, address, port, hostname } = (reason ?? {}) as Record<string, unknown>;
  if (Array.isArray(errors) && errors.length > 0) return [...new Set(errors.map(causeText))].join(', ');
  if (typeof code !== 'string') return messageOf(reason);
  if (address !== undefined) return `${code} ${hostPort(String(address), port)}`;
  if (hostname !== undefined) return `${code} ${String(hostname)}: the name is not known`;
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
    return 'start the app server, or set `serverHost` if it listens elsewhere; one that Jest has started has ended, and its log says why.';
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(cause)) return 'check the host name in `serverHost`.';
  if (/EPROTO|wrong version number/i.test(cause)) return 'the server may speak http, not https: check `serverHost`.';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(cause)) {
    return 'set NODE_EXTRA_CA_CERTS to its certificate, or pass an axios instance with an `httpsAgent` as the option `axios`.';
  }
  if (/ERR_INVALID_CHAR|ERR_HTTP_INVALID/.test(cause))
    return 'a header has a character that may not be sent, such as a line end: trim its value.';
  if (cause.includes('101 Switching')) return 'check `serverHost` and the path: this is no WebSocket client.';
  const log = 'look into the log of the server: it may have crashed or been restarted.';
  // A TLS server hangs up on plain text, mostly without a word.
  return /^http:/i.test(url) ? `${log} If it speaks https, \`serverHost\` must start with https://.` : log;
}
