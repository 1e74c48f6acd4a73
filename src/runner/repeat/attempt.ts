import type { ApiResponse } from '../../api-response';
import { evaluate, type EvaluateOptions } from '../../assertions/evaluate';
import type { CheckOutcome } from '../../assertions/outcome';
import { responseSubject } from '../../assertions/subject';
import type { Exchange } from '../../client/client-options';
import { defined } from '../../defined';
import { isConnectorTestError } from '../../errors';
import { jsonText } from '../../json/exact-json';
import type { AttemptRecord } from '../scenario-result';

/** One request of a scenario, with its response or error. */
export interface Attempt {
  readonly response?: ApiResponse;
  /** Why there is no response. */
  readonly thrown?: unknown;
  /** The last exchange; `undefined` if nothing was sent. */
  readonly exchange?: Exchange | undefined;
}

/** Makes one attempt; never rejects. @param timeout The requests' time limit, if it isn't the scenario's. */
export type TryOnce = (timeout?: number) => Promise<Attempt>;

/** The last attempts are the most useful. */
const RECORDS_KEPT = 6;

/** The attempts so far, for the report; consecutive equal ones are merged. */
export class Attempts {
  readonly records: AttemptRecord[] = [];
  count = 0;

  /** @param outcomes The outcomes of its checks, if they were evaluated. */
  add(afterMs: number, { response, thrown, exchange }: Attempt, outcomes: readonly CheckOutcome[] = []): void {
    // The client itself resends a request that only reads, if a kept-alive connection was reset.
    for (let sent = 1; sent < (exchange?.attempts ?? 1); sent += 1) {
      this.#note(afterMs, { error: 'REQUEST_FAILED', seen: {} });
    }
    const failed = outcomes.filter(({ passed, found }) => !passed && found);
    const error = isConnectorTestError(thrown) ? thrown.code : 'UNKNOWN';
    this.#note(afterMs, {
      ...defined({ status: response?.status, error: thrown === undefined ? undefined : error }),
      seen: Object.fromEntries(failed.map(({ path, received }) => [path, received])),
    });
  }

  #note(afterMs: number, record: Observation): void {
    this.count += 1;
    const last = this.records.at(-1);
    if (last !== undefined && sameProbe(last, record)) this.records.splice(-1, 1, { ...last, times: last.times + 1 });
    else this.records.push({ afterMs, times: 1, ...record });
    if (this.records.length > RECORDS_KEPT) this.records.shift();
  }
}

/** The outcomes of the checks on a response; empty without a response. */
export function judged(
  { response }: Attempt,
  checks: Readonly<Record<string, unknown>>,
  options?: EvaluateOptions,
): CheckOutcome[] {
  return response === undefined ? [] : evaluate(responseSubject(response), checks, options);
}

/** The record of an attempt. */
type Observation = Omit<AttemptRecord, 'afterMs' | 'times'>;

function sameProbe(one: AttemptRecord, other: Observation): boolean {
  const { afterMs: _afterMs, times: _times, ...probed } = one;
  return jsonText(probed) === jsonText(other);
}
