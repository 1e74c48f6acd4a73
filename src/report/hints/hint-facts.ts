import { printValue } from '../../assertions/values/print';
import type { ScenarioResult } from '../../runner/scenario-result';
import { isRecord } from '../../validation/shape';
import { splitText } from '../cut/cut-mark';

/** What hints look at: a failed result whose answer explains something. */
export interface Facts {
  readonly api: string;
  readonly status: number;
  /** Whether a check has expected this status: then it needs no explanation. */
  readonly statusExpected: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the request went: `http://localhost:8000` and `/workflows/v1/auth`. */
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  /** The body sent. */
  readonly sent: unknown;
  /** The body, if it is a text, or the start of one. */
  readonly text: string | undefined;
  /** The body, if it is an object; else one without fields. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The paths of the failed checks. */
  readonly failed: readonly string[];
  /** Those of them that led to nothing. */
  readonly missing: readonly string[];
}

/** The facts of a failed result; `undefined` when there is no answer, or when its body and status are not to blame. */
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

/** What a server said, in quotes, short and harmless. */
export function quoted(value: unknown): string {
  return printValue(value, { maxLength: 240 });
}
