import { stripVTControlCharacters } from 'node:util';
import { countOf } from '../count-of';
import { redactedStart, redactText, redactValue } from '../redaction/process-redactor';
import type { RequestRecord, ResponseRecord } from '../runner/scenario-result';
import { bodyText } from './body-text';
import { cutText, cutValue } from './cut/cut-value';
import { jsonLines } from './cut/pretty-json';
import { exchangeLine, requestText, responseText, section, undecodedText } from './exchange-text';
import { harmless, indent } from './plain-text';

/** A request, and its response or error. */
export interface LoggedExchange {
  readonly request: RequestRecord;
  readonly response?: ResponseRecord | undefined;
  readonly error?: Error | undefined;
  /** How many times it was sent, if more than once. */
  readonly attempts?: number | undefined;
}

/** How much of an exchange is shown: as much as in a failure, or everything. */
export type LogDetail = 'short' | 'full';

const PRUNED = { lines: 300, characters: 20_000, start: redactedStart };
const ERROR_SHOWN = 2_000;
const REPETITIONS_SHOWN = 3;

/**
 * Formats requests and responses without secrets; `full` includes all headers and complete bodies.
 *
 * @example
 * POST http://localhost:8000/workflows/v1/auth → 200 OK in 12 ms
 *
 * Sent:
 *     {"credentials": [{"key": "password", "value": "[redacted]"}]}
 */
export function exchangeLog(exchanges: readonly LoggedExchange[], detail: LogDetail): string {
  if (exchanges.length === 0) return 'nothing was sent.';
  const texts = detail === 'full' ? exchanges.map(fullText) : repetitions(exchanges).flatMap(repeatedText);
  return texts.join('\n\n');
}

/** The exchanges, grouped by repeated request. */
function repetitions(exchanges: readonly LoggedExchange[]): LoggedExchange[][] {
  const runs: LoggedExchange[][] = [];
  for (const exchange of exchanges) {
    const last = runs.at(-1)?.[0]?.request;
    const { method, url } = exchange.request;
    const isLike = last?.method === method && last.url === url && exchange.attempts === undefined;
    if (isLike) runs.at(-1)?.push(exchange);
    else runs.push([exchange]);
  }
  return runs;
}

/** Waiting for a workflow sends hundreds of equal requests; only the first and the last response are shown. */
function repeatedText(exchanges: readonly LoggedExchange[]): string[] {
  if (exchanges.length <= REPETITIONS_SHOWN) return exchanges.map(shortText);
  const [first, last] = [exchanges[0], exchanges.at(-1)].map((exchange) => shortText(exchange as LoggedExchange));
  return [first ?? '', `… ${countOf(exchanges.length - 2, 'more request')} like it`, last ?? ''];
}

function shortText({ request, response, error, attempts = 1 }: LoggedExchange): string {
  const pruned = {
    request: { ...request, ...('body' in request ? { body: pruneBody(request.body) } : {}) },
    ...(response && { response: { ...response, body: pruneBody(response.body) } }),
  };
  const result = { ...NOTHING, ...(redactValue(pruned) as typeof pruned), attempts };
  return joined([exchangeLine(result), error && errorText(error), requestText(result), responseText(result)]);
}

/** The parts of a result other than its exchange. */
const NOTHING = {
  name: '',
  api: '',
  success: true,
  status: 'passed',
  durationMs: 0,
  attempts: 1,
  outcomes: [],
} as const;

function pruneBody(body: unknown): unknown {
  return typeof body === 'string' ? cutText(body, PRUNED.characters, redactedStart) : cutValue(body, PRUNED);
}

function fullText({ request, response, error, attempts = 1 }: LoggedExchange): string {
  const redacted = redactValue({ request, response }) as {
    request: RequestRecord;
    response?: ResponseRecord;
  };
  return joined([
    exchangeLine({ ...NOTHING, ...redacted, attempts }),
    error && errorText(error),
    section('Sent', message(redacted.request.headers, redacted.request.body)),
    redacted.response && responseSection(redacted.response),
  ]);
}

function responseSection(response: ResponseRecord): string {
  return section('Response', message(response.headers, undecodedText(response) ?? response.body));
}

function message(headers: Readonly<Record<string, string>>, body: unknown): string {
  const lines = Object.entries(headers).map(([name, value]) => harmless(`${name}: ${String(value)}`));
  return [...lines, ...(body === undefined ? [] : ['', wholeBody(body)])].join('\n');
}

function wholeBody(body: unknown): string {
  return typeof body === 'string' ? bodyText(body, undefined, WHOLE) : jsonLines(cutValue(body, WHOLE)).join('\n');
}

const WHOLE = { lines: Infinity, characters: Infinity };

function errorText(error: Error): string {
  return harmless(stripVTControlCharacters(redactedStart(error.message, ERROR_SHOWN)));
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** The sources of a request's parts; `''` if there are none. */
export function partsText(parts: readonly { readonly part: string; readonly from: string }[]): string {
  if (parts.length === 0) return '';
  const lines = parts.map(({ part, from }) => harmless(redactText(`${part} from ${from}`)));
  return `\n\n${section('Values from', lines.join('\n'))}`;
}

/** A block of the log: a title, followed by the exchanges. */
export function logBlock(title: string, text: string): string {
  return `${harmless(title)}\n${indent(text, '  ')}\n\n`;
}
