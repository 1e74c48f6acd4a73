import { thrownText } from '../../assertions/values/print';
import { ConnectorTestError } from '../../errors';
import { describeGiven, formatProblems } from '../../validation/problems';
import { runInTurns, type Steps } from '../chunked';
import { eachRecord, type RecordSource } from '../read/each-record';
import type { OutputRecord, RecordPlace } from '../record';
import type { RecordCheck, RecordRule, RuleFindings } from './record-rule';
import type { RecordsReport, RuleFinding, RuleOutcome } from './records-report';
import { rulesProblems } from './rules-problems';
import { rulesText } from './rules-text';

const KEPT = 20;

/** See the main entry's checkRecords. */
export async function checkRecords(
  output: RecordSource,
  rules: readonly RecordRule[],
  folder?: string,
): Promise<RecordsReport> {
  const problems = rulesProblems(rules, 'rules');
  if (problems.length > 0) {
    throw new ConnectorTestError('INVALID_OPTIONS', {
      what: 'Invalid rules; no records were checked.',
      why: formatProblems(problems),
      fix: 'correct the problems above.',
    });
  }
  return runInTurns(checkSteps(output, rules, folder));
}

/** The same, in steps. @param folder The folder that paths in the report are relative to. */
export function* checkSteps(
  source: RecordSource,
  rules: readonly RecordRule[],
  folder = process.cwd(),
): Steps<RecordsReport> {
  const runs = rules.map((rule) => new RuleRun(rule));
  const records = yield* eachRecord(source, (record, place) => {
    for (const run of runs) run.record(record, place);
  });
  const outcomes = runs.map((run) => run.end());
  const passed = outcomes.every(({ severity, count }) => severity === 'warning' || count === 0);
  const report = { passed, records, outcomes };
  return {
    ...report,
    get report() {
      return rulesText(report, folder);
    },
  };
}

/** One run of a rule. */
class RuleRun {
  readonly #rule: RecordRule;
  readonly #check: RecordCheck;
  readonly #findings: RuleFinding[] = [];
  #count = 0;

  constructor(rule: RecordRule) {
    this.#rule = rule;
    this.#check = rule.start();
  }

  record(record: OutputRecord, place: RecordPlace): void {
    this.#ask(() => this.#check.record(record, place), place);
  }

  end(): RuleOutcome {
    this.#ask(() => this.#check.end?.());
    const { name: rule, severity = 'error' } = this.#rule;
    return { rule, severity, count: this.#count, findings: this.#findings };
  }

  /** If a rule throws, the error is a finding. */
  #ask(ask: () => RuleFindings, place?: RecordPlace): void {
    for (const text of this.#response(ask)) {
      this.#count += 1;
      if (this.#findings.length < KEPT) this.#findings.push(place === undefined ? { text } : { text, place });
    }
  }

  #response(ask: () => RuleFindings): readonly string[] {
    let found: unknown;
    try {
      found = ask();
    } catch (error) {
      return [`the rule threw ${thrownText(error)}`];
    }
    if (found === undefined) return [];
    const texts: readonly unknown[] = Array.isArray(found) ? found : [found];
    return texts.map((text) =>
      typeof text === 'string' ? text : `the rule returned ${describeGiven(text)} instead of a string`,
    );
  }
}
