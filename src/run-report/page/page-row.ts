import { jsonText } from '../../json/exact-json';
import { causeLine, firstLine } from '../../report/cause';
import type { AttemptOfTest, RunModel, TestRecord } from '../model/run-model';
import { testId } from '../model/test-id';
import { listOf, numberOf, optionalText, shortText } from './foreign';
import type { PageGroup, PageRow, PageSpan } from './page-data';

/** The rows of a run's tests, and the groups that they refer to. */
export class PageRows {
  readonly rows: PageRow[] = [];
  readonly groups: PageGroup[] = [];
  readonly #groups = new Map<string, number>();
  readonly #ids = new Set<string>();
  readonly #startedAt: number;

  constructor({ run }: RunModel) {
    this.#startedAt = numberOf(run.startedAt);
  }

  /** Adds a test, and returns its id. */
  add(test: TestRecord, chunk: number): string {
    const { scenario, attempts } = test;
    const row: PageRow = {
      id: this.#idOf(test),
      name: shortText(test.name),
      group: this.#groupOf(test),
      status: shortText(test.status),
      api: scenario && shortText(scenario.api),
      tags: listOf(scenario?.tags).map(shortText),
      note: noteOf(test),
      spans: listOf(attempts).map((attempt) => this.#spanOf(attempt)),
      chunk,
    };
    this.rows.push(row);
    return row.id;
  }

  /** Unique on the page even if a merged journal has a test twice. */
  #idOf(test: TestRecord): string {
    const id = testId(test);
    let unique = id;
    for (let copy = 2; this.#ids.has(unique); copy += 1) unique = `${id}-${copy}`;
    this.#ids.add(unique);
    return unique;
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

/** Why a test didn't pass, or why it was repeated. */
function noteOf({ reason, attempts }: TestRecord): string | undefined {
  if (typeof reason === 'string' && reason !== '') return firstLine(reason);
  const failed = listOf(attempts).findLast(({ status }) => status !== 'passed');
  if (failed === undefined) return undefined;
  try {
    if (failed.result !== undefined) return causeLine(failed.result);
  } catch {
    return 'The record of this test is invalid.';
  }
  const message: unknown = failed.failures?.[0]?.message;
  return typeof message === 'string' ? firstLine(message) : undefined;
}
