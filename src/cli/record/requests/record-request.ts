import { readPreflightBody } from '../../../apis/preflight/preflight-response';
import { harmless } from '../../../report/plain-text';
import { StrengthJudge } from '../../../strength/judge-strength';
import type { Observation } from '../../../strength/observation';
import type { AcceptedResponse } from '../../../strength/strength-record';
import { isRecord } from '../../../validation/shape';
import { assertThatOf, checksContent, type RecordedChecks, recordedChecks } from '../checks/recorded-checks';
import type { IsHidden } from '../checks/value-check';
import { differentVerdict } from '../checks/verdict';
import { variablesOf } from './args-tree';
import { type LeftOut, noResponse, objectionTo, unstable } from './left-out';
import type { PlannedRequest } from './planned-request';
import type { RequestSender } from './request-sender';

/** A request with the checks that its response passes. */
export interface RecordedRequest extends RecordedChecks {
  readonly request: PlannedRequest;
  /** The broken responses that the checks would accept, each with the check to add. */
  readonly accepts: readonly string[];
  /** The status of a preflight. */
  readonly status?: string | undefined;
}

/** Sends a request, twice if it only reads, and makes checks of the responses. */
export async function recordRequest(
  request: PlannedRequest,
  sender: RequestSender,
  isHidden: IsHidden,
): Promise<RecordedRequest | LeftOut> {
  const { observation: first, why } = await sender.send(request);
  if (first === undefined) return noResponse(request, why);
  const objection = objectionTo(request, first, why);
  if (objection !== undefined) return { name: request.name, api: request.api, ...objection };
  const again = request.isRead ? await sender.send(request) : { observation: first };
  const { observation: second } = again;
  if (second === undefined) return noResponse(request, again.why);
  const difference = differentVerdict(first, second) ?? objectionTo(request, second, again.why)?.reason;
  if (difference !== undefined) return unstable(request, difference);
  const found = recordedChecks({
    ...{ api: request.api, isHidden, observations: [first, second] },
    payload: payloadOf(request),
  });
  if (!checksContent(found.checks)) return unstable(request, 'their bodies have nothing in common');
  const status = readPreflightBody(first.body)?.statuses.at(0);
  return { request, ...found, accepts: acceptedBy(request, found, first), status };
}

/** The configuration that it writes, or that was written before, if the code may contain it. */
function payloadOf({ api, args, payload }: PlannedRequest): unknown {
  if (api !== 'config') return undefined;
  const value = (isRecord(args) ? args['configPayload'] : undefined) ?? payload;
  return variablesOf(value).length > 0 ? undefined : value;
}

/** Judged as `npx jest-connector strength` would. */
function acceptedBy(
  { api, isRefusal }: PlannedRequest,
  { checks }: RecordedChecks,
  observation: Observation,
): string[] {
  const isWorkflow = api === 'workflow';
  const judge = new StrengthJudge({
    ...{ api, observation, assertThat: assertThatOf(checks) },
    awaited: isWorkflow && !isRefusal ? ['COMPLETED'] : [],
    acceptsEmptyOutput: true,
    mustNotStart: isWorkflow && isRefusal,
  });
  return judge.record(0).accepts.map((accepted) => harmless(`${accepted.what}${fixOf(accepted)}`));
}

const OUTPUT = '$workflow.output';

/** Rules for the output need its folder, and an app that writes records. */
function fixOf({ path, noticedBy }: AcceptedResponse): string {
  if (noticedBy === undefined) return '';
  if (path !== OUTPUT) return `. Fix: add \`${noticedBy}\``;
  return (
    `. Fix: if the app writes records, add \`${noticedBy}\`, with \`extractedOutputBasePath\`, the folder of its output; ` +
    `otherwise add \`strength: { accept: { '${OUTPUT}': 'the app writes no records' } }\``
  );
}
