import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { MAX_BYTES, readBody } from '../body/read-text';
import { UNPACKABLE } from '../body/unpack-body';
import { UnreadableBody } from '../body/unreadable-body';
import {
  ExchangeFailure,
  type FailureKind,
  isExchangeFailure,
  kindOfReason,
  type Phase,
} from './exchange/exchange-failure';
import { receivedHeaders } from './response-headers';

/**
 * Wraps a user's adapter. It is configured to return bytes, which are then read like those of our own adapter. If it
 * returns anything else, like a mock does, the result is left unchanged.
 *
 * @param unpacks Whether it decompresses by itself. Axios' `http` adapter is configured not to, because it can't
 *   distinguish a body that isn't compressed from a connection that was cut off.
 */
export function foreignAdapter(adapter: AxiosAdapter, { unpacks }: { readonly unpacks: boolean }): AxiosAdapter {
  return async (config) => {
    if (config.responseType === 'text') config.responseType = 'arraybuffer';
    if (!unpacks) config.decompress = false;
    try {
      const response = await adapter(config);
      readResponse(response, config, unpacks);
      return response;
    } catch (error) {
      const { response } = (error ?? {}) as ForeignError;
      if (response?.config !== config || isExchangeFailure(error)) throw error;
      if (isBrokenOff(error as ForeignError)) throw foreignFailure(error, 'reading');
      readResponse(response, config, unpacks);
      throw error;
    }
  };
}

/** An error of axios has a response once the head has arrived, even if the body is cut off later. */
function isBrokenOff({ message = '', response }: ForeignError): boolean {
  return response?.data === undefined && !message.includes('status code');
}

/** Changes the response in place, because an error about a status refers to the same object. */
function readResponse(
  response: AxiosResponse,
  { maxContentLength = -1 }: InternalAxiosRequestConfig,
  unpacks: boolean,
) {
  const headers = receivedHeaders(response.headers);
  response.headers = { ...headers };
  const bytes = bytesOf(response.data);
  if (bytes === undefined) return;
  const contentEncoding = unpacks ? undefined : headers['content-encoding'];
  const head = { status: response.status, contentType: headers['content-type'], contentEncoding };
  try {
    const { text, size } = readBody(bytes, head, maxContentLength < 0 ? MAX_BYTES : maxContentLength);
    Object.assign(response, { data: text, size });
  } catch (reason) {
    throw new ExchangeFailure(kindOfReason(reason), 'reading', reason);
  }
}

function bytesOf(data: unknown): Buffer | undefined {
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Object.prototype.toString.call(data) === '[object ArrayBuffer]' ? Buffer.from(data as ArrayBuffer) : undefined;
}

/** Converts an adapter's error to an `ExchangeFailure`. */
export function foreignFailure(error: unknown, phase: Phase): ExchangeFailure {
  if (isExchangeFailure(error)) return error;
  const { code, message = '', cause, response } = (error ?? {}) as ForeignError;
  const why = zlibMessage(error);
  if (why !== undefined) {
    const text = { ...UNPACKABLE, why: `the adapter of your axios instance couldn't decompress it: ${why}.` };
    return new ExchangeFailure('unreadable', 'reading', new UnreadableBody({ status: response?.status }, text));
  }
  return new ExchangeFailure(kindOf(code, message), phase, cause ?? error);
}

interface ForeignError {
  readonly code?: unknown;
  readonly message?: string;
  readonly cause?: unknown;
  readonly response?: AxiosResponse;
}

/** The message of zlib, from an error or its causes. */
function zlibMessage(error: unknown, depth = 3): string | undefined {
  const { code, message, cause } = (error ?? {}) as ForeignError;
  if (/^(?:Z_|ERR__|ERR_BROTLI|ZSTD_)/.test(String(code))) return message;
  return cause === undefined || depth === 0 ? undefined : zlibMessage(cause, depth - 1);
}

/** Classifies the errors of axios' own adapters. */
function kindOf(code: unknown, message: string): FailureKind {
  if (code === 'ERR_CANCELED') return 'aborted';
  if (/maxContentLength/.test(message)) return 'too-large';
  return code === 'ECONNABORTED' || (code === 'ETIMEDOUT' && /timeout/.test(message)) ? 'timeout' : 'failed';
}
