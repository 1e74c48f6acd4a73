// A user's fake timers must not stop our clock.
import { performance } from 'node:perf_hooks';
import { workflowStartedBy } from '../apis/response/started-workflow';
import { PreparedChecks } from '../assertions/prepared-checks';
import { brokenResponses } from './broken-responses';
import { type ChangedField, changedFields } from './changed-fields';
import { falseSuccesses, hiddenFailures, isRefusal } from './false-success';
import { type Mutant, type Observation, subjectOf } from './observation';
import { type Proposal, proposals, smallestSet } from './proposals';
import type { AcceptedResponse, Score, StrengthRecord, UncheckedField } from './strength-record';
import { brokenEnds } from './workflow-ends';

/** A scenario that has passed. */
export interface JudgedScenario {
  readonly api: string;
  readonly assertThat: Readonly<Record<string, unknown>>;
  /** The final statuses that it waits for; empty if it doesn't wait. */
  readonly awaited: readonly string[];
  readonly observation: Observation;
  /** Whether its checks of the output would accept one without records. */
  readonly acceptsEmptyOutput: boolean;
  /** Whether it fails if a workflow was started. */
  readonly mustNotStart?: boolean | undefined;
  readonly strictPaths?: boolean | undefined;
  /** The paths that its checks leave open on purpose. */
  readonly accept?: readonly string[] | undefined;
  /** Those of all scenarios of its block. */
  readonly acceptOfBlock?: readonly string[] | undefined;
}

/** How long the changes of fields may take, in milliseconds: checks of a large response take as long for each of them. */
const FIELDS_MS = 50;

/** Judges the checks of a scenario again, on changed copies of what it saw. */
export class StrengthJudge {
  readonly #scenario: JudgedScenario;
  readonly #checks: PreparedChecks;

  constructor(scenario: JudgedScenario) {
    this.#scenario = scenario;
    this.#checks = new PreparedChecks(scenario.assertThat, { strictPaths: scenario.strictPaths });
  }

  /** Whether the scenario passes for a response: its checks, its wait, and its checks of the output. */
  passes(observation: Observation): boolean {
    const { awaited, acceptsEmptyOutput, mustNotStart } = this.#scenario;
    const hasStarted = workflowStartedBy(observation) !== undefined;
    if (mustNotStart && hasStarted) return false;
    if (awaited.length > 0 && !(hasStarted && awaited.includes(observation.end ?? ''))) return false;
    if (observation.isOutputEmpty && !acceptsEmptyOutput) return false;
    return this.#checks.allPass(subjectOf(observation));
  }

  /**
   * Judges all mutants. Calls each check at most once for each of them.
   *
   * @param fieldsMs After this time, further fields are not judged.
   */
  record(fieldsMs = FIELDS_MS): StrengthRecord {
    const { api, observation, accept = [], acceptOfBlock = [] } = this.#scenario;
    const isOpen = (path: string): boolean => [...accept, ...acceptOfBlock].some((start) => isAtOrBelow(path, start));
    const mutants = brokenMutants(observation, api);
    const judged = mutants.filter(({ path }) => !isOpen(path));
    const unnoticed = judged.filter((mutant) => this.passes(mutant.observation));
    const fields = changedFields(observation.body);
    const chosen = smallestSet(
      proposals(this.#scenario),
      unnoticed.map((mutant) => mutant.observation),
    );
    return {
      broken: { noticed: judged.length - unnoticed.length, total: judged.length },
      ...this.#fields(
        fields.filter(({ path }) => !isOpen(path)),
        performance.now() + fieldsMs,
      ),
      accepts: unnoticed.map((mutant) => accepted(mutant, chosen)),
      proposed: chosen.map(({ code, place, replaces }) => ({ code, place, ...(replaces && { replaces }) })),
      idleAccepts: accept.filter((start) => ![...mutants, ...fields].some(({ path }) => isAtOrBelow(path, start))),
    };
  }

  #fields(fields: readonly ChangedField[], until: number): { fields: Score; unchecked: UncheckedField[] } {
    const { observation } = this.#scenario;
    const unchecked: UncheckedField[] = [];
    let [noticed, total] = [0, 0];
    for (const { path, changes } of fields) {
      const missed = changes.filter(({ body }) => this.passes({ ...observation, body })).map(({ kind }) => kind);
      total += changes.length;
      noticed += changes.length - missed.length;
      if (missed.length > 0) unchecked.push({ path, changes: missed });
      if (performance.now() > until) break;
    }
    return { fields: { noticed, total }, unchecked };
  }
}

function isAtOrBelow(path: string, start: string): boolean {
  return start === '' || path === start || path.startsWith(`${start}.`);
}

function brokenMutants(observation: Observation, api: string): Mutant[] {
  const responses = isRefusal(observation)
    ? falseSuccesses(observation, api)
    : [...brokenResponses(observation, api), ...hiddenFailures(observation, api)];
  return [...responses, ...brokenEnds(observation)];
}

function accepted({ what, path, observation }: Mutant, chosen: readonly Proposal[]): AcceptedResponse {
  const noticedBy = chosen.find((each) => each.notices(observation))?.code;
  return { what, path, ...(noticedBy !== undefined && { noticedBy }) };
}
