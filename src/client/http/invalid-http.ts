import type { ErrorText } from '../../errors';
import type { ExchangeFailure } from './exchange/exchange-failure';

/** The error of Node's HTTP parser for invalid bytes. */
interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly reason?: string;
  /** How many bytes of the packet it parsed. */
  readonly bytesParsed?: number;
  readonly rawPacket?: Uint8Array;
}

/** The message for a response that is invalid HTTP; `undefined` for any other failure. */
export function invalidHttpText({ reason, phase }: ExchangeFailure, line: string): ErrorText | undefined {
  if (!isParserError(reason)) return undefined;
  const { code } = reason;
  if (code === 'HPE_HEADER_OVERFLOW') {
    return {
      what: `${line} returned response headers that are too large.`,
      why: `they exceed the limit of Node’s HTTP parser (${code}).`,
      fix: 'make the app send smaller headers, or raise the limit, for example to 4 MiB:\nset NODE_OPTIONS=--max-http-header-size=4194304.',
    };
  }
  if (code === 'HPE_INVALID_CONSTANT' && !(reason.bytesParsed ?? 0)) return notHttp(reason, line);
  const part = phase === 'reading' || code.includes('CHUNK') ? 'body' : 'head';
  return {
    what: `${line} returned an invalid HTTP response.`,
    why: `the response ${part} is not valid HTTP: ${wordsOf(reason)} (${code}).`,
    fix: 'correct the response of the server, or of a proxy in front of it.',
  };
}

/** The first byte of a TLS alert. */
const TLS_ALERT = 0x15;

function notHttp({ code, message, rawPacket }: ParserError, line: string): ErrorText {
  const what = `${line} got no response.`;
  if (rawPacket?.[0] === TLS_ALERT && rawPacket[1] === 3) {
    return {
      what,
      why: `the server uses https: it replied with a TLS alert (${code}).`,
      fix: 'start `serverHost` with https://.',
    };
  }
  return {
    what,
    why: `${code}: ${message}`,
    fix: 'check `serverHost`: the server there does not use HTTP, or it uses https.',
  };
}

function wordsOf({ reason, message }: ParserError): string {
  return reason ?? message.replace(/^Parse Error: /, '');
}

function isParserError(reason: unknown): reason is ParserError {
  const { code } = (reason ?? {}) as { code?: unknown };
  return typeof code === 'string' && code.startsWith('HPE_');
}
