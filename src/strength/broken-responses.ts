import type { ResponseHeaders } from '../api-response';
import { sharedName } from '../apis/preflight/preflight-response';
import { joinPath } from '../assertions/paths/path-text';
import { isRecord } from '../validation/shape';
import { withValue } from './edit';
import type { Mutant, Observation } from './observation';
import { type CheckPlace, checkPlaces, withChecks, withoutChecks } from './preflight-checks';
import { opposite, type StatusField, statusFields } from './status-words';

/** A bound for servers with very many checks. */
const MOST_CHECKS = 12;

const HTML = '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';
const DETAIL = 'Internal server error';

/** What a broken connector returns instead of a success. */
export function brokenResponses(observation: Observation, api: string): Mutant[] {
  const { body } = observation;
  const changed = (what: string, path: string, mutated: unknown): Mutant => ({
    ...{ what, path },
    observation: { ...observation, body: mutated },
  });
  const checks = api === 'preflight' ? checkPlaces(body) : [];
  return [
    ...(isRecord(body) && body['success'] === true
      ? [changed('`success` is false', 'success', { ...body, success: false })]
      : []),
    ...failedStatuses(body, api).map(({ what, path, mutated }) => changed(what, path, mutated)),
    ...failedChecks(body, checks).map(({ what, path, mutated }) => changed(what, path, mutated)),
    ...(checks.length > 0 ? [] : emptied(body).map(({ what, path, mutated }) => changed(what, path, mutated))),
    withError(observation, 200),
    ...unusable(observation, api),
  ];
}

/** What no scenario should accept, whether it expects a success or a refusal. */
export function unusable(observation: Observation, api: string): Mutant[] {
  const { body } = observation;
  const isOwnFailure = observation.status >= 500;
  return [
    ...(isOwnFailure ? [] : [crashed(observation, api)]),
    ...(isHtml(observation) ? [] : [withBody(observation, HTML, 'text/html; charset=utf-8')]),
    ...(body === '' ? [] : [withBody(observation, '', observation.headers['content-type'] ?? '')]),
  ];
}

interface Change {
  readonly what: string;
  readonly path: string;
  readonly mutated: unknown;
}

/** A preflight has one status, which some servers report in several places. Otherwise each field is one of its own. */
function failedStatuses(body: unknown, api: string): Change[] {
  const { succeeded } = statusFields(body);
  const groups = api === 'preflight' && succeeded.length > 0 ? [succeeded] : succeeded.map((field) => [field]);
  return groups.map((fields) => {
    const [{ path, value }] = fields as [StatusField];
    const names = fields.map((field) => `\`${field.path}\``).join(' and ');
    return {
      ...{ what: `${names} ${fields.length > 1 ? 'are' : 'is'} "${String(opposite(value))}"`, path },
      mutated: fields.reduce((changed, { keys }) => withValue(changed, keys, opposite(value)), body),
    };
  });
}

function failedChecks(body: unknown, places: readonly CheckPlace[]): Change[] {
  const passed = places.filter((place) => place.passed);
  const [first] = passed;
  if (first === undefined) return [];
  const path = joinPath(first.keys.slice(0, -1).map(String));
  const names = [...new Set(passed.map(({ name }) => sharedName(name)))].slice(0, MOST_CHECKS);
  const each = names.map((name) => {
    const own = passed.filter((place) => sharedName(place.name) === name);
    return { what: `the preflight check "${name}" failed`, path, mutated: withChecks(body, own, false) };
  });
  return [
    { what: 'every preflight check failed', path, mutated: withChecks(body, passed, false) },
    // With one check, this is the same.
    ...(each.length > 1 ? each : []),
    { what: 'no preflight check ran', path, mutated: withoutChecks(body, places) },
  ];
}

/** `data`; without it, the lists of the response. */
function emptied(body: unknown): Change[] {
  if (Array.isArray(body)) return body.length === 0 ? [] : [{ what: 'the list is empty', path: '', mutated: [] }];
  if (!isRecord(body)) return [];
  const { data } = body;
  const fields = isRecord(data) || Array.isArray(data) ? [['data', data] as const] : Object.entries(body);
  return fields.flatMap(([key, value]) => {
    if (key !== 'data' && !Array.isArray(value)) return [];
    if (Object.keys(value as object).length === 0) return [];
    const empty = Array.isArray(value) ? [] : {};
    const path = joinPath([key]);
    return [{ what: `\`${path}\` is empty`, path, mutated: { ...body, [key]: empty } }];
  });
}

function withError(observation: Observation, status: number): Mutant {
  const body = { success: false, message: DETAIL, error: DETAIL };
  return { what: `an error with status ${status}`, path: 'success', observation: { ...observation, status, body } };
}

/** As the SDK's server reports an error of its handler. */
function crashed(observation: Observation, api: string): Mutant {
  const failed = { name: 'preflightVerdict', passed: false, message: DETAIL };
  const preflight = {
    data: { preflightVerdict: { success: false, message: DETAIL, successMessage: '', failureMessage: DETAIL } },
    preflight: { status: 'not_ready', message: DETAIL, checks: [failed] },
  };
  const body = { success: false, message: DETAIL, detail: DETAIL, ...(api === 'preflight' ? preflight : {}) };
  return { what: 'an error with status 500', path: '$http.status', observation: { ...observation, status: 500, body } };
}

function withBody(observation: Observation, body: string, type: string): Mutant {
  const headers: ResponseHeaders = Object.assign({}, observation.headers, { 'content-type': type });
  return {
    what: body === '' ? 'an empty response with status 200' : 'an HTML page with status 200',
    path: '$http.headers.content-type',
    observation: { ...observation, status: 200, body, size: body.length, headers },
  };
}

function isHtml({ body, headers }: Observation): boolean {
  return typeof body === 'string' && /html/i.test(headers['content-type'] ?? '');
}
