import { printValue } from '../../assertions/values/print';
import type { ScenarioResult } from '../../runner/scenario-result';
import { isRecord } from '../../validation/shape';
import { splitText } from '../cut/cut-mark';

/** The input of hints: the parts of a failed result whose response may explain the failure. */
export interface Facts {
  readonly api: string;
  readonly status: number;
  /** Whether a check expected this status, so that it needs no explanation. */
  readonly statusExpected: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The origin of the request's URL, such as `http://localhost:8000`; `path` is, for example, `/workflows/v1/auth`. */
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  /** The body of the request. */
  readonly sent: unknown;
  /** The body or its start, if it is a string. */
  readonly text: string | undefined;
  /** The body if it is an object, otherwise `{}`. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The paths of the failed checks. */
  readonly failed: readonly string[];
  /** Those of them that don't exist in the response. */
  readonly missing: readonly string[];
}

/** The facts of a failed result; `undefined` without a response, or if its body and status aren't the cause. */
export function factsOf({ api, success, request, response, outcomes, error }: ScenarioResult): Facts | undefined {
  if (success || response === undefined) return undefined;
  const failed = outcomes.filter(({ passed }) => !passed);
  const about = failed.filter(({ path }) => !/^\$(?:http\.(?!status)|workflow)/.test(path));
  if (about.length === 0 && error === undefined) return undefined;
  const [, origin = '', path = '', query = ''] =
    /^([a-z]+:\/\/[^/?#]*)([^?#]*)\??(.*)$/i.exec(request?.url ?? '') ?? [];
  const { status, headers, body } = response as { status: number; headers: Record<string, string>; body: unknown };
  return {
    ...{ api, status, headers, origin, path, query, sent: request?.body },
    statusExpected: outcomes.some(
      (outcome) => outcome.passed && /^(?:\$http\.status|_http_status)$/.test(outcome.path),
    ),
    text: typeof body === 'string' ? splitText(body).head : undefined,
    body: isRecord(body) ? body : {},
    failed: about.map((outcome) => outcome.path),
    missing: about.filter(({ found }) => !found).map((outcome) => outcome.path),
  };
}

/** Whether one of `paths` is at or below `start`. */
export function hasPath(paths: readonly string[], ...starts: readonly string[]): boolean {
  return paths.some((path) => starts.some((start) => path === start || path.startsWith(`${start}.`)));
}

/** A value from the server, quoted, shortened and escaped. */
export function quoted(value: unknown): string {
  return printValue(value, { maxLength: 240 });
}
