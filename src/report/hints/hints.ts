import type { ScenarioResult } from '../../runner/scenario-result';
import { detailOnly, invalidEntrypoint, noObjectStore, noRoute, noWorkflows, startFailed } from './detail-hints';
import { type Facts, factsOf } from './hint-facts';
import { failedChecksOfPreflight, movedPreflightPath, noCheckRan, preflightRaised } from './preflight-hints';
import { refusedFields } from './refused-fields';
import { gatewayStatus, htmlPage, jsonAsText, redirect, refusedLogin, textCrash } from './status-hints';

/** Explains one kind of response; returns `undefined` for any other. */
type Hint = (facts: Facts) => string | undefined;

const MOST = 3;

/** The hints in groups, the most specific first. At most one hint of each group is shown. */
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

/** The hints for a failed scenario, from its notes and its response; at most three. */
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
