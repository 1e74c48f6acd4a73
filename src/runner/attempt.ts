import { evaluate } from '../assertions/evaluate';
import type { CheckOutcome } from '../assertions/outcome';
import { answerSubject } from '../assertions/subject';
import type { ApiAnswer } from '../api-answer';
import type { Exchange } from '../client/client-options';
import { isConnectorTestError } from '../errors';
import { jsonText } from '../exact-json';
import type { AttemptRecord } from './scenario-result';

/** One request of a scenario, and what came of it. */
export interface Attempt {
  readonly answer?: ApiAnswer;
  /** Why there is no answer. */
  readonly thrown?: unknown;
  /** The last exchange it made; none when it came to none. */
  readonly exchange?: Exchange | undefined;
}

/** Makes one attempt; never rejects. @param timeout Of its requests, when it is not the scenario's. */
export type TryOnce = (timeout?: number) => Promise<Attempt>;

/** The last states tell most. */
const RECORDS_KEPT = 6;

/** Attempts so far, as they are told; equal ones in a row are one. */
export class Attempts {
  readonly records: AttemptRecord[] = [];
  count = 0;

  /** @param outcomes Of its checks, where they were looked at. */
  add(afterMs: number, { answer, thrown, exchange }: Attempt, outcomes: readonly CheckOutcome[] = []): void {
    // The client itself sends a request that reads again, when a kept connection was reset.
    for (let sent = 1; sent < (exchange?.attempts ?? 1); sent += 1) {
      this.#note(afterMs, { error: 'REQUEST_FAILED', seen: {} });
    }
    const failed = outcomes.filter(({ passed, found }) => !passed && found);
    this.#note(afterMs, {
      ...(answer === undefined ? {} : { status: answer.status }),
      ...(thrown === undefined ? {} : { error: isConnectorTestError(thrown) ? thrown.code : 'UNKNOWN' }),
      seen: Object.fromEntries(failed.map(({ path, received }) => [path, received])),
    });
  }

  #note(afterMs: number, record: Sight): void {
    this.count += 1;
    const last = this.records.at(-1);
    if (last !== undefined && sameSight(last, record)) this.records.splice(-1, 1, { ...last, times: last.times + 1 });
    else this.records.push({ afterMs, times: 1, ...record });
    if (this.records.length > RECORDS_KEPT) this.records.shift();
  }
}

/** The outcomes of checks on an answer; none without an answer. */
export function judged({ answer }: Attempt, checks: Readonly<Record<string, unknown>>): CheckOutcome[] {
  return answer === undefined ? [] : evaluate(answerSubject(answer), checks);
}

/** What an attempt saw. */
type Sight = Omit<AttemptRecord, 'afterMs' | 'times'>;

function sameSight(one: AttemptRecord, other: Sight): boolean {
  const { afterMs: _afterMs, times: _times, ...sight } = one;
  return jsonText(sight) === jsonText(other);
}
