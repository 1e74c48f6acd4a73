// A test's fake timers must not stop ours.
import { setImmediate } from 'node:timers';
import type { ResolvedOptions } from '../../config/resolve-options';
import { defined } from '../../defined';
import { jsonText } from '../../json/exact-json';
import { redactText, redactValue, withoutSecrets } from '../../redaction/process-redactor';
import { pruneResult } from '../../report/cut/prune-result';
import type { DefinedScenario, JournalLine } from '../../run-report/journal/journal-line';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';
import type { StrengthRecord } from '../../strength/strength-record';
import type { Locator } from '../failure/locator';
import type { TestJournal } from './test-journal';

/** What the journal needs of a block. */
export interface JournaledBlock {
  readonly options: Pick<ResolvedOptions, 'serverHost' | 'applicationName'>;
  readonly locator: Locator;
  readonly isConcurrent: boolean;
}

/** Writes the scenarios of a block to the journal of its test file. */
export class BlockJournal {
  readonly #journal: TestJournal;
  readonly #block: JournaledBlock;
  readonly #scenarios: DefinedScenario[] = [];
  /** The numbers of the scenarios' tests, by name. */
  readonly #tests = new Map<string, number>();
  /** When the latest run of each scenario began. */
  readonly #begun = new Map<string, number>();
  /** The results that are not written yet. */
  readonly #pending: { readonly test: number; readonly at: number; readonly result: ScenarioResult }[] = [];

  constructor(journal: TestJournal, block: JournaledBlock) {
    this.#journal = journal;
    this.#block = block;
    journal.beforeEnd(this.flush);
  }

  /** The test of `scenario` was defined just now. */
  defined(scenario: Scenario): void {
    const test = this.#journal.lastTest;
    this.#tests.set(scenario.name, test);
    this.#scenarios.push(definedScenario(scenario, test, this.#block.locator));
  }

  /** All tests of the block were defined. */
  complete(): void {
    const { serverHost, applicationName } = this.#block.options;
    this.#write({
      kind: 'block',
      scenarios: this.#scenarios,
      serverUrl: redactText(serverHost),
      appName: applicationName,
    });
  }

  /** A scenario begins, perhaps after it waited for its turn, or in the test of another one. */
  began({ name }: AnyApiScenario): void {
    const at = this.#journal.now();
    this.#begun.set(name, at);
    if (this.#block.isConcurrent) this.#withTest(name, (test) => this.#write({ kind: 'begin', test, at }));
  }

  /**
   * The test of a scenario has its result. It is written when the event loop turns, which is when the next request is
   * under way, so that a run takes hardly longer.
   */
  ended({ name }: AnyApiScenario, result: ScenarioResult): void {
    const at = this.#begun.get(name) ?? this.#journal.now();
    this.#withTest(name, (test) => {
      if (this.#pending.push({ test, at, result }) === 1) setImmediate(this.flush);
    });
  }

  /** Writes all results at once. To be called before code of the user runs, which might end the process. */
  readonly flush = (): void => {
    for (const { test, at, result } of this.#pending.splice(0)) {
      const { durationMs, attempts } = result;
      this.#write({ kind: 'result', test, at, durationMs, attempts, result: redactResult(pruneResult(result)) });
    }
  };

  /** The checks of a scenario were judged. */
  judged({ name }: AnyApiScenario, strength: StrengthRecord): void {
    // Its paths are keys of a response.
    this.#withTest(name, (test) => this.#write({ kind: 'strength', test, strength: redactValue(strength) }));
  }

  /** The test of a scenario fails without running it. */
  notRun({ name }: AnyApiScenario, reason: string): void {
    this.#withTest(name, (test) => this.#write({ kind: 'notRun', test, reason: redactText(reason) }));
  }

  #withTest(name: string, write: (test: number) => void): void {
    const test = this.#tests.get(name);
    if (test !== undefined) write(test);
  }

  #write(line: JournalLine): void {
    this.#journal.append(jsonText(line));
  }
}

function definedScenario(scenario: Scenario, test: number, locator: Locator): DefinedScenario {
  const { name, api, description, tags, needs, skipReason } = scenario;
  const { expectedData, strictComparison, retries } = scenario as AnyApiScenario;
  const place = locator.definition(scenario);
  return {
    test,
    name,
    // Names are joined with those of Jest's tests; see `withSafeNames`.
    ...defined({ api, tags, needs, expectedData, strictComparison, place }),
    ...defined({ description: description && withoutSecrets(description) }),
    ...defined({ skipReason: skipReason && withoutSecrets(skipReason) }),
    ...(retries !== undefined && { isRetried: true }),
  };
}
