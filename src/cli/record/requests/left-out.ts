import { isBuiltInApi } from '../../../apis/apis';
import { defined } from '../../../defined';
import { redactedStart } from '../../../redaction/process-redactor';
import { harmless } from '../../../report/plain-text';
import { isRefusal } from '../../../strength/false-success';
import type { Observation } from '../../../strength/observation';
import { statusFields } from '../../../strength/status-words';
import { isRecord } from '../../../validation/shape';
import type { PlannedRequest } from './planned-request';

/** A request that is not recorded. */
export interface LeftOut {
  /** The name of its scenario. */
  readonly name: string;
  readonly api: string;
  /** Why, as a sentence without its period. */
  readonly reason: string;
  /** How to change that, as an imperative; absent if nothing is wrong. */
  readonly fix?: string;
  /** Set if the app lacks the API, or what it needs. */
  readonly isAbsent?: true;
}

type Objection = Omit<LeftOut, 'name' | 'api'>;

const MOST_CHARACTERS = 160;
const CHECK_URL = 'check the URL of the app.';

/** Why the response to a request is not recorded; `undefined` if it can be. */
export function objectionTo(request: PlannedRequest, observation: Observation, why?: string): Objection | undefined {
  if (request.isRefusal) return notRefused(observation);
  return (
    absent(request, observation) ??
    refused(observation) ??
    unusual(request, observation) ??
    unfinished(request, observation, why) ??
    noMetadata(request, observation)
  );
}

/** A request without a usable response. */
export function noResponse({ name, api }: PlannedRequest, why = 'there was no usable response'): LeftOut {
  return { name, api, reason: harmless(why), fix: 'check the arguments, and that the app runs; see its log.' };
}

/** A request whose two responses differ. */
export function unstable({ name, api }: PlannedRequest, why: string): LeftOut {
  const reason = `two equal requests had different responses: ${why}`;
  return { name, api, reason, fix: 'record it while nothing else changes the app, or write the scenario by hand.' };
}

/** An app that crashes doesn't refuse. */
function notRefused(observation: Observation): Objection | undefined {
  const { status } = observation;
  if (status === 500) return { reason: 'the app crashed instead (500)', fix: "check the app's log." };
  if (isRefusal(observation)) return undefined;
  return { reason: `the app accepted the request (${status})`, fix: 'check whether the app should refuse it.' };
}

function absent({ api }: PlannedRequest, { status, body }: Observation): Objection | undefined {
  if (!isBuiltInApi(api)) return undefined;
  if (status === 503 && ['workflow', 'config'].includes(api)) {
    const what = api === 'workflow' ? 'Temporal' : 'an object store (Dapr)';
    return { reason: `503: the app runs without ${what}`, fix: `start ${what} with the app.`, isAbsent: true };
  }
  const isUnknown = status === 405 || (status === 404 && isRecord(body) && body['detail'] === 'Not Found');
  if (!isUnknown) return undefined;
  return { reason: `${status}: the app doesn't have this API`, fix: CHECK_URL, isAbsent: true };
}

/** Where other APIs of the app respond, its URL is right. */
export function withoutUrlFix({ fix, ...left }: LeftOut): LeftOut {
  return { ...left, ...(fix !== CHECK_URL && defined({ fix })) };
}

function refused(observation: Observation): Objection | undefined {
  if (!isRefusal(observation)) return undefined;
  const { body } = observation;
  const texts = isRecord(body) ? [body['detail'], body['message']] : [];
  const detail = texts.find((text) => typeof text === 'string' && text !== '');
  const shown = typeof detail === 'string' ? `, ${harmless(redactedStart(detail, MOST_CHARACTERS))}` : '';
  return {
    reason: `the app refused the request (${refusalReason(observation)}${shown})`,
    fix: 'correct the request or the credentials. To record a refusal, use --api with --expect-refusal.',
  };
}

/** What makes a response a refusal: servers also refuse with 200. */
function refusalReason({ status, body }: Observation): string {
  if (status >= 400) return String(status);
  if (isRecord(body) && body['success'] === false) return `${status}, \`success\` is false`;
  const [failed] = statusFields(body).failed;
  return failed === undefined ? String(status) : `${status}, \`${failed.path}\` is "${failed.value}"`;
}

function unusual({ api }: PlannedRequest, { status, body }: Observation): Objection | undefined {
  if (status >= 300) return { reason: `it returned ${status}`, fix: 'correct the URL of the app.' };
  if (!isBuiltInApi(api) || typeof body === 'object') return undefined;
  return { reason: 'the response is not JSON', fix: 'correct the URL of the app.' };
}

function unfinished({ api }: PlannedRequest, { end }: Observation, why?: string): Objection | undefined {
  if (api !== 'workflow' || end === 'COMPLETED') return undefined;
  const reason = end === undefined ? (why ?? 'the end of the workflow is unknown') : `the workflow ended as ${end}`;
  return { reason, fix: "check the app's log and the arguments of the workflow." };
}

/** Checks of nothing would accept every response. */
function noMetadata({ api }: PlannedRequest, { body }: Observation): Objection | undefined {
  if (api !== 'metadata' || (hasContent(body) && !(isRecord(body) && body['data'] === null))) return undefined;
  return { reason: 'the response has no metadata', fix: "check the arguments, and the app's log." };
}

function hasContent(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.keys(body).length > 0;
}
