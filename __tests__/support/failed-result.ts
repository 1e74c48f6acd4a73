import { evaluate } from '../../src/assertions/evaluate';
import { responseSubject } from '../../src/assertions/subject';
import type { ScenarioResult } from '../../src/runner/scenario-result';
import { recordedResponses } from './recorded-responses';

/** What a scenario asked, what came, and what it expected. */
export interface Failed {
  readonly sent?: unknown;
  readonly path?: string;
  readonly method?: string;
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly responded?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly assertThat: Readonly<Record<string, unknown>>;
  /** Other fields of the result. */
  readonly result?: Partial<ScenarioResult>;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** The result of a scenario whose request was answered so, as `runScenario` makes it. */
export function failedResult(failed: Failed): ScenarioResult {
  const { sent, path = '/workflows/v1/auth', method = 'POST', requestHeaders = JSON_HEADERS } = failed;
  const { responded = 200, body, headers = JSON_HEADERS, assertThat, result } = failed;
  const response = { status: responded, headers, body, durationMs: 11.6 };
  const request = { method, url: `http://localhost:8000${path}`, headers: requestHeaders };
  return {
    name: 'auth_valid',
    api: 'auth',
    success: false,
    status: 'failed',
    durationMs: 12,
    attempts: 1,
    request: sent === undefined ? request : { ...request, body: sent },
    response: response,
    outcomes: evaluate(responseSubject(response), assertThat),
    ...result,
  };
}

/** The result of a scenario that got the answer a real server once gave. */
export function recordedResult(
  label: string,
  assertThat: Readonly<Record<string, unknown>>,
  fields: Partial<Failed> = {},
): ScenarioResult {
  const recorded = recordedResponses.find((one) => one.label === label);
  if (!recorded) throw new Error(`no answer is recorded for "${label}"`);
  const { request, response } = recorded;
  return failedResult({
    method: request.method,
    path: request.path,
    ...(request.body === undefined ? {} : { sent: request.body }),
    responded: response.status,
    headers: { 'content-type': response.contentType },
    body: response.body ?? response.text,
    assertThat,
    ...fields,
  });
}
