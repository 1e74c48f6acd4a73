import type { ErrorText } from '../../errors';
import type { ExchangeFailure } from './exchange-failure';

/** What Node's HTTP parser says of bytes that it refuses. */
interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly reason?: string;
  /** How far it came in the packet. */
  readonly bytesParsed?: number;
  readonly rawPacket?: Uint8Array;
}

/** What to say of a response that is not HTTP; `undefined` for a failure of another kind. */
export function invalidHttpText({ reason, phase }: ExchangeFailure, line: string): ErrorText | undefined {
  if (!isParserError(reason)) return undefined;
  const { code } = reason;
  if (code === 'HPE_HEADER_OVERFLOW') {
    return {
      what: `${line} returned response headers that are too large.`,
      why: `they exceed the limit of Node’s HTTP parser (${code}).`,
      fix: 'make the app send smaller headers, or raise the limit, for example to 4 MiB: set NODE_OPTIONS=--max-http-header-size=4194304.',
    };
  }
  if (code === 'HPE_INVALID_CONSTANT' && !(reason.bytesParsed ?? 0)) return notHttp(reason, line);
  const part = phase === 'reading' || code.includes('CHUNK') ? 'body' : 'head';
  return {
    what: `${line} returned an invalid HTTP response.`,
    why: `the response ${part} is not valid HTTP: ${wordsOf(reason)} (${code}).`,
    fix: 'correct what the server, or a proxy in front of it, sends.',
  };
}

/** The first byte of a TLS alert. */
const TLS_ALERT = 0x15;

function notHttp({ code, message, rawPacket }: ParserError, line: string): ErrorText {
  const what = `${line} got no answer.`;
  if (rawPacket?.[0] === TLS_ALERT && rawPacket[1] === 3) {
    return {
      what,
      why: `the server speaks https: it replied with a TLS alert (${code}).`,
      fix: '`serverHost` must start with https://.',
    };
  }
  return {
    what,
    why: `${code}: ${message}`,
    fix: 'what listens there does not speak HTTP, or speaks https: check `serverHost`.',
  };
}

function wordsOf({ reason, message }: ParserError): string {
  return reason ?? message.replace(/^Parse Error: /, '');
}

function isParserError(reason: unknown): reason is ParserError {
  const { code } = (reason ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('HPE_');
}
