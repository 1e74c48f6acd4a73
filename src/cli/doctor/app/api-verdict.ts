import type { ApiResponse } from '../../../api-response';
import { readPreflightBody } from '../../../apis/preflight/preflight-response';
import { readinessOf } from '../../../apis/preflight/readiness';
import { isRefused } from '../../../apis/response/is-refused';
import { redactedStart } from '../../../redaction/process-redactor';
import { isRecord } from '../../../validation/shape';
import { type Finding, ok, problem, warning } from '../finding';

/** A response to the plain request of an API. */
export interface ApiVerdict {
  readonly api: 'auth' | 'preflight' | 'metadata' | 'config' | 'status' | 'workflow';
  readonly hasCredentials: boolean;
  readonly response: ApiResponse;
}

type Judge = (verdict: ApiVerdict) => Finding | undefined;

const MOST_CHARACTERS = 160;

/** What a response means for the tests. */
export function apiVerdict(verdict: ApiVerdict): Finding {
  for (const judge of JUDGES) {
    const finding = judge(verdict);
    if (finding !== undefined) return finding;
  }
  const asExpected = isRefusedWithoutCredentials(verdict) ? '; refused, as it should be without credentials' : '';
  return ok(checkOf(verdict), `${summaryOf(verdict)}${asExpected}`);
}

/** The first one that returns a finding decides. */
const JUDGES: readonly Judge[] = [unknownRoute, lacksInfrastructure, unknownIdIsFine, crashed, refused, notReady];

/** The other APIs are optional: an app may have no configuration. */
function unknownRoute(verdict: ApiVerdict): Finding | undefined {
  const { api, response } = verdict;
  if (response.status !== 405 && !(response.status === 404 && isRoute(verdict))) return undefined;
  const what = `${summaryOf(verdict)}: the server has no such route`;
  if (api !== 'auth') return ok(checkOf(verdict), what);
  const fix = 'correct `serverHost` or `app.url`, with the path prefix of the app; does another server listen there?';
  return problem(checkOf(verdict), `${what}.`, fix);
}

/** Whether a 404 is about the route: for a made-up id the app itself may return it. */
function isRoute({ api, response }: ApiVerdict): boolean {
  return !['config', 'status'].includes(api) || detailOf(response) === 'Not Found';
}

function lacksInfrastructure(verdict: ApiVerdict): Finding | undefined {
  const { api, response } = verdict;
  if (response.status !== 503 || !['config', 'status', 'workflow'].includes(api)) return undefined;
  const lacks = api === 'config' ? 'an object store (Dapr)' : 'Temporal';
  const scenarios = api === 'config' ? 'config' : 'workflow';
  const what = `${api}: 503; the app runs without ${lacks}, so scenarios with \`api: '${scenarios}'\` can't pass`;
  return api === 'workflow' ? warning(checkOf(verdict), `${what}.`, START_SERVICES) : ok(checkOf(verdict), what);
}

const START_SERVICES =
  'add `services: { temporal: temporalDevServer(), dapr: daprSidecar() }`, or start them yourself.';

/** The SDK's server returns 500 for the status of an unknown workflow. */
function unknownIdIsFine(verdict: ApiVerdict): Finding | undefined {
  const { api, response } = verdict;
  if (!['config', 'status'].includes(api) || response.status === 401 || response.status === 403) return undefined;
  const isText = response.status >= 500 && !isRecord(response.body);
  return isText ? undefined : ok(checkOf(verdict), `${api}: the route exists (${response.status} for a made-up id)`);
}

function crashed(verdict: ApiVerdict): Finding | undefined {
  const { response, hasCredentials } = verdict;
  if (response.status < 500) return undefined;
  if (hasCredentials) return problem(checkOf(verdict), `${summaryOf(verdict)}.`, "check the app's log.");
  const fix = 'return 401 or 422 in the app if credentials are missing, or set credentials.';
  return warning(checkOf(verdict), `${summaryOf(verdict)} without credentials.`, fix);
}

function refused(verdict: ApiVerdict): Finding | undefined {
  const { response, hasCredentials } = verdict;
  if (!hasCredentials || verdict.api === 'preflight') return undefined;
  if (!isRefused(response)) return undefined;
  const fix = 'correct the credentials in .env (the variables E2E_…), and check that the source can be reached.';
  return problem(checkOf(verdict), `${summaryOf(verdict)}.`, fix);
}

function notReady(verdict: ApiVerdict): Finding | undefined {
  const { api, response, hasCredentials } = verdict;
  if (api !== 'preflight' || !hasCredentials) return undefined;
  const failed = readPreflightBody(response.body)?.checks.filter(({ passed }) => passed === false) ?? [];
  if (failed.length === 0 && response.status < 400) return undefined;
  const names = failed.map(({ name }) => name).join(', ');
  const what = `${summaryOf(verdict)}${names && `; failed checks: ${names}`}.`;
  return warning(checkOf(verdict), what, "correct the source's permissions, or what the checks need.");
}

function isRefusedWithoutCredentials({ api, response, hasCredentials }: ApiVerdict): boolean {
  if (hasCredentials) return false;
  const preflight = api === 'preflight' ? readPreflightBody(response.body) : undefined;
  return isRefused(response) || (preflight !== undefined && readinessOf(preflight).ready === false);
}

function checkOf({ api }: ApiVerdict): string {
  return `api-${api}`;
}

/** `auth: 401, password authentication failed` */
function summaryOf({ api, response }: ApiVerdict): string {
  const detail = detailOf(response);
  return `${api}: ${response.status}${detail === undefined ? '' : `, ${detail}`}`;
}

function detailOf({ body }: ApiResponse): string | undefined {
  if (!isRecord(body)) return undefined;
  const text = [body['detail'], body['message']].find((each) => typeof each === 'string' && each !== '');
  return typeof text === 'string' ? redactedStart(text.replace(/\s+/g, ' '), MOST_CHARACTERS) : undefined;
}
