import type { ApiResponse } from '../../api-response';
import { evaluate, type EvaluateOptions } from '../../assertions/evaluate';
import type { CheckOutcome } from '../../assertions/outcome';
import { responseSubject } from '../../assertions/subject';
import type { Exchange } from '../../client/client-options';
import { defined } from '../../defined';
import { isConnectorTestError } from '../../errors';
import { jsonText } from '../../json/exact-json';
import type { AttemptRecord } from '../scenario-result';

/** One request of a scenario, and what came of it. */
export interface Attempt {
  readonly response?: ApiResponse;
  /** Why there is no answer. */
  readonly thrown?: unknown;
  /** The last exchange it made; none when it came to none. */
  readonly exchange?: Exchange | undefined;
}

/** Makes one attempt; never rejects. @param timeout Of its requests, when it is not the scenario's. */
export type TryOnce = (timeout?: number) => Promise<Attempt>;

/** The last states say most. */
const RECORDS_KEPT = 6;

/** Attempts so far, as they are reported; equal ones in a row are one. */
export class Attempts {
  readonly records: AttemptRecord[] = [];
  count = 0;

  /** @param outcomes Of its checks, where they were evaluated. */
  add(afterMs: number, { response, thrown, exchange }: Attempt, outcomes: readonly CheckOutcome[] = []): void {
    // The client itself sends a request that reads again, when a kept connection was reset.
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

/** The outcomes of checks on an answer; none without an answer. */
export function judged(
  { response }: Attempt,
  checks: Readonly<Record<string, unknown>>,
  options?: EvaluateOptions,
): CheckOutcome[] {
  return response === undefined ? [] : evaluate(responseSubject(response), checks, options);
}

/** What an attempt saw. */
type Observation = Omit<AttemptRecord, 'afterMs' | 'times'>;

function sameProbe(one: AttemptRecord, other: Observation): boolean {
  const { afterMs: _afterMs, times: _times, ...probed } = one;
  return jsonText(probed) === jsonText(other);
}
