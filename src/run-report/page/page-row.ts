import { jsonText } from '../../json/exact-json';
import { causeLine, firstLine, thrownLine } from '../../report/cause';
import type { Score } from '../../strength/strength-record';
import { isRecord } from '../../validation/shape';
import { attemptCount } from '../model/attempt-count';
import { isConsequence } from '../model/consequence';
import type { AttemptOfTest, RunModel, TestRecord } from '../model/run-model';
import { listOf, numberOf, optionalText, shortText } from './foreign';
import type { PageGroup, PageRow, PageSpan } from './page-data';

/** The rows of a run's tests, and the groups that they refer to. */
export class PageRows {
  readonly rows: PageRow[] = [];
  readonly groups: PageGroup[] = [];
  readonly #groups = new Map<string, number>();
  readonly #startedAt: number;

  constructor({ run }: RunModel) {
    this.#startedAt = numberOf(run.startedAt);
  }

  /** Adds a test, whose details are in a chunk. */
  add(id: string, test: TestRecord, chunk: number): void {
    const { scenario, status } = test;
    const attempts = listOf(test.attempts).filter(isRecord);
    const count = numberOf(attemptCount({ status, attempts }));
    this.rows.push({
      id,
      name: shortText(test.name),
      group: this.#groupOf(test),
      status: shortText(status),
      api: isRecord(scenario) ? optionalText(scenario.api) : undefined,
      tags: listOf(scenario?.tags).map(shortText),
      note: noteOf(test.reason, attempts),
      strength: strengthOf(attempts),
      spans: attempts.map((attempt) => this.#spanOf(attempt)),
      attempts: count > Math.max(1, attempts.length) ? count : undefined,
      isConsequence: isConsequence({ status, attempts }) || undefined,
      chunk,
    });
  }

  #groupOf({ project, file, ancestors }: TestRecord): number {
    const key = jsonText([project, file, ancestors]);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    this.#groups.set(key, this.groups.length);
    return (
      this.groups.push({
        project: optionalText(project),
        file: shortText(file),
        ancestors: listOf(ancestors).map(shortText),
      }) - 1
    );
  }

  #spanOf({ status, startedAt, durationMs, worker, slot }: AttemptOfTest): PageSpan {
    return {
      status: shortText(status),
      from: numberOf(startedAt) - this.#startedAt,
      durationMs: numberOf(durationMs),
      worker: numberOf(worker),
      slot: numberOf(slot),
    };
  }
}

/** The score of the last attempt; `undefined` if it wasn't judged. */
function strengthOf(attempts: readonly AttemptOfTest[]): Score | undefined {
  const strength: unknown = attempts.at(-1)?.strength;
  const broken = isRecord(strength) && isRecord(strength['broken']) ? strength['broken'] : {};
  const score = { noticed: numberOf(broken['noticed']), total: numberOf(broken['total']) };
  return score.total > 0 ? score : undefined;
}

/** Why a test didn't pass, or why it was repeated. */
function noteOf(reason: unknown, attempts: readonly AttemptOfTest[]): string | undefined {
  if (typeof reason === 'string' && reason !== '') return firstLine(reason);
  const failed = attempts.findLast(({ status }) => status !== 'passed');
  if (failed === undefined) return undefined;
  try {
    if (failed.result !== undefined) return causeLine(failed.result);
  } catch {
    return 'The record of this test is invalid.';
  }
  const message: unknown = failed.failures?.[0]?.message;
  return typeof message === 'string' ? thrownLine(message) : undefined;
}
