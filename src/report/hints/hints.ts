import type { ScenarioResult } from '../../runner/scenario-result';
import { detailOnly, invalidEntrypoint, noObjectStore, noRoute, noWorkflows, startFailed } from './detail-hints';
import { type Facts, factsOf } from './hint-facts';
import { failedChecksOfPreflight, movedPreflightPath, noCheckRan, preflightRaised } from './preflight-hints';
import { refusedFields } from './refused-fields';
import { gatewayStatus, htmlPage, jsonAsText, redirect, refusedLogin, textCrash } from './status-hints';

/** Explains one kind of answer; `undefined` when it is another. */
type Hint = (facts: Facts) => string | undefined;

const MOST = 3;

/** What is known of answers, the more telling first. One that explains the status as a whole silences the others of its kind. */
const HINTS: readonly (readonly Hint[])[] = [
  [
    htmlPage,
    redirect,
    refusedFields,
    startFailed,
    noWorkflows,
    noObjectStore,
    invalidEntrypoint,
    noRoute,
    textCrash,
    preflightRaised,
    refusedLogin,
    detailOnly,
    gatewayStatus,
  ],
  [jsonAsText],
  [noCheckRan, failedChecksOfPreflight],
  [movedPreflightPath],
];

/** What a person should know about a failed scenario, of its notes and of its answer: at most three sentences or so. */
export function hintsFor(result: ScenarioResult): string[] {
  const { notes = [] } = result;
  const facts = factsOf(result);
  const found = facts === undefined ? [] : HINTS.map((kind) => firstOf(kind, facts));
  return [...notes, ...found].filter((hint) => hint !== undefined).slice(0, MOST);
}

function firstOf(kind: readonly Hint[], facts: Facts): string | undefined {
  for (const hint of kind) {
    const text = hint(facts);
    if (text !== undefined) return text;
  }
  return undefined;
}
