import { STATUS_CODES } from 'node:http';
import { moreCharacters } from '../assertions/values/quote';
import type { RequestRecord, ResponseRecord, ScenarioResult } from '../runner/scenario-result';
import { bodyText } from './body-text';
import { isMadeByItself } from './curl';
import { splitText } from './cut/cut-mark';
import type { Focus } from './cut/focus';
import { amount, harmless, indent } from './plain-text';

const URL_SHOWN = 500;
const HEADER_SHOWN = 200;
/** The size of a smaller response is obvious. */
const WORTH_A_SIZE = 10_000;

/** `POST http://localhost:8000/workflows/v1/auth → 401 Unauthorized in 12 ms`. */
export function exchangeLine({ request, response, attempts, error }: ScenarioResult): string | undefined {
  if (request === undefined) return undefined;
  const outcome =
    response === undefined
      ? error?.code === 'INVALID_JSON' || error?.code === 'RESPONSE_UNREADABLE'
        ? 'no readable response'
        : 'no response'
      : `${statusText(response.status)} in ${duration(response.durationMs)}`;
  const repeated = attempts > 1 ? ` (attempt ${attempts})` : '';
  return `${harmless(request.method)} ${short(request.url, URL_SHOWN)} → ${outcome}${repeated}`;
}

/** The request, without the headers that every request has. */
export function requestText({ request }: ScenarioResult): string | undefined {
  if (request === undefined) return undefined;
  const headers = Object.entries(request.headers)
    .filter(([name, value]) => !isMadeByItself(name) && !(/^content-type$/i.test(name) && value === 'application/json'))
    .map(([name, value]) => `${short(name, HEADER_SHOWN)}: ${short(value, HEADER_SHOWN)}`);
  const body = request.body === undefined ? bytesText(request) : [bodyText(request.body)];
  const parts = [headers.join('\n'), ...body].filter((part) => part !== '');
  return parts.length === 0 ? undefined : section('Sent', parts.join('\n\n'));
}

function bytesText({ binarySize }: RequestRecord): string[] {
  return binarySize === undefined ? [] : [`(${amount(binarySize, 'byte')} that are not UTF-8)`];
}

/** The response; the parts in focus are shown. */
export function responseText({ response }: ScenarioResult, focus?: Focus): string | undefined {
  if (response === undefined) return undefined;
  const { status, headers, body, size = NaN } = response;
  const type = headers['content-type'];
  const facts = [
    statusText(status),
    type === undefined ? 'no content type' : short(type, HEADER_SHOWN),
    ...(size > WORTH_A_SIZE ? [amount(size, 'byte')] : []),
  ];
  return section(`Response (${facts.join(', ')})`, undecodedText(response) ?? bodyText(body, focus));
}

/** A summary of a body that isn't text. */
export function undecodedText({ body, size = 0 }: ResponseRecord): string | undefined {
  if (body !== '' || size === 0) return undefined;
  return `(${amount(size, 'byte')}, not decoded because the body isn't text; use \`$http.size\` and \`$http.headers\` in checks)`;
}

/** A section of a failure report. */
export function section(title: string, text: string): string {
  return `${title}:\n${indent(text, '    ')}`;
}

/** `401 Unauthorized`. */
export function statusText(status: number): string {
  const name = STATUS_CODES[status];
  return name === undefined ? String(status) : `${status} ${name}`;
}

/** A readable duration. */
export function duration(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

function short(text: unknown, length: number): string {
  const { head, left } = splitText(String(text));
  const rest = Math.max(0, head.length - length) + left;
  return harmless(head.slice(0, length)) + (rest > 0 ? moreCharacters(rest) : '');
}
