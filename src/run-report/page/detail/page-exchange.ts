import { jsonText } from '../../../json/exact-json';
import { curlCommand } from '../../../report/curl';
import { cutValue } from '../../../report/cut/cut-value';
import { statusText, undecodedText } from '../../../report/exchange-text';
import { harmless, textLines } from '../../../report/plain-text';
import type { AppRecord, ExchangeRecord, ResponseRecord } from '../../../runner/scenario-result';
import type { PageExchange, PageResponse } from '../page-data';

/** How much of a body the page has: with 10,000 passed tests, half of what a failed one shows. */
const BODY = { failed: { lines: 300, characters: 20_000 }, passed: { lines: 150, characters: 8_000 } };
const ERROR = { lines: 60, characters: 6_000 };

/** How to show an exchange. */
export interface ExchangeOptions {
  readonly passed: boolean;
  /** The app that was started for the run. */
  readonly app?: AppRecord | undefined;
}

/** A request and its response, as the page shows them. */
export function pageExchange(exchange: ExchangeRecord, { passed, app }: ExchangeOptions): PageExchange {
  const { request, response, error, attempts } = exchange;
  const budget = passed ? BODY.passed : BODY.failed;
  return {
    method: harmless(request.method),
    url: harmless(request.url),
    headers: headerList(request.headers),
    ...(request.body === undefined ? {} : { body: cutIfLong(request.body, budget) }),
    response: response && pageResponse(response, budget),
    error: error && textLines(error.message, ERROR).join('\n'),
    attempts,
    curl: curlCommand(request, app),
  };
}

function pageResponse(response: ResponseRecord, budget: typeof BODY.passed): PageResponse {
  const { status, durationMs, size, headers } = response;
  const bodyNote = undecodedText(response) ?? (response.body === '' ? '(empty body)' : undefined);
  return {
    ...{ status, statusText: statusText(status), durationMs, size, headers: headerList(headers), bodyNote },
    ...(bodyNote === undefined ? { body: cutIfLong(response.body, budget) } : {}),
  };
}

/** The journal has cut it already; to cut takes much longer than to measure. */
function cutIfLong(body: unknown, budget: typeof BODY.passed): unknown {
  return jsonText(body).length <= budget.characters ? body : cutValue(body, budget);
}

function headerList(headers: Readonly<Record<string, unknown>>): (readonly [name: string, value: string])[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) => [harmless(name), harmless(String(item))] as const),
  );
}
