import { PreparedChecks } from '../../../assertions/prepared-checks';
import { isRefusal } from '../../../strength/false-success';
import { type Observation, subjectOf } from '../../../strength/observation';
import { checkPlaces } from '../../../strength/preflight-checks';
import { isRecord } from '../../../validation/shape';
import { bodyChecks } from './body-checks';
import { type CheckExpression, equalTo, moreThan } from './check-expression';
import { checkAt, type RecordedCheck, rootCheckAt } from './recorded-check';
import { type IsHidden, kindCheck, valueCheck } from './value-check';
import { verdictFirst } from './verdict';
import { isMeasured } from './volatile-name';

/** More would not be read. Of the verdict, none is left out. */
const MOST = 60;

/** What was seen of a request that was sent once or twice. */
export interface Seen {
  readonly api: string;
  readonly observations: readonly [Observation, ...Observation[]];
  readonly isHidden: IsHidden;
  /** What a configuration is, if it was just written. */
  readonly payload?: unknown;
}

/** The checks of a scenario. */
export interface RecordedChecks {
  readonly checks: readonly RecordedCheck[];
  /** How many further ones there could be. */
  readonly left: number;
}

/** Checks that hold for everything that was seen, and that don't depend on what holds only today. */
export function recordedChecks(seen: Seen): RecordedChecks {
  const { observations, isHidden } = seen;
  const found = distinct([
    ...rootCheckAt(['$http', 'status'], equalTo(observations[0].status), isHidden),
    ...contentChecks(seen),
    ...failedPreflightChecks(seen),
    ...workflowChecks(observations[0], isHidden),
  ]).filter((check) => holdsForAll(check, observations));
  const { verdict, content } = verdictFirst(found, observations[0]);
  const checks = [...verdict, ...content].slice(0, Math.max(MOST, verdict.length));
  return { checks, left: found.length - checks.length };
}

/** Whether any of the checks is about the content of the response. */
export function checksContent(checks: readonly RecordedCheck[]): boolean {
  return checks.some(({ path }) => !path.startsWith('$'));
}

function contentChecks({ api, observations, isHidden, payload }: Seen): RecordedCheck[] {
  const bodies = observations.map(({ body }) => body);
  const ofSource = api === 'metadata' && !isRefusal(observations[0]) ? ['data'] : undefined;
  const found = bodyChecks(bodies, { isHidden, ofSource });
  if (payload === undefined) return found;
  const written = writtenChecks(payload, isHidden).filter((check) => holdsForAll(check, observations));
  const places = written.some(({ path }) => path === 'data') ? ['data'] : written.map(({ path }) => path);
  const isWritten = (path: string): boolean => places.some((place) => path === place || path.startsWith(`${place}.`));
  return [...found.filter(({ path }) => !isWritten(path)), ...written.filter(({ path }) => places.includes(path))];
}

/** A configuration is returned as a whole. An app may add fields to it. */
function writtenChecks(payload: unknown, isHidden: IsHidden): RecordedCheck[] {
  const fields = isRecord(payload) ? Object.entries(payload) : [];
  return [
    ...checkAt(['data'], equalTo(payload), isHidden),
    ...fields.flatMap(([key, value]) => checkAt(['data', key], equalTo(value), isHidden)),
  ];
}

/** The items of a list of which some failed, each by its place: their names are written, and whether they passed. */
function failedPreflightChecks({ api, observations, isHidden }: Seen): RecordedCheck[] {
  const [{ body }] = observations;
  const listed = api === 'preflight' ? checkPlaces(body).filter(({ keys }) => keys.length === 3) : [];
  if (listed.every(({ passed }) => passed)) return [];
  return listed.flatMap(({ keys, flag, passed, name }) => {
    const place = keys.map(String);
    const nameCheck = /^[A-Za-z][\w-]*$/.test(name) && !isHidden(name) ? equalTo(name) : undefined;
    return [
      ...checkAt([...place, 'name'], nameCheck, isHidden),
      ...checkAt([...place, flag], equalTo(passed), isHidden),
    ];
  });
}

/** A workflow that found something finds something again; how much depends on the source. */
function workflowChecks({ workflow }: Observation, isHidden: IsHidden): RecordedCheck[] {
  const result = workflow?.['result'];
  if (!isRecord(result)) return [];
  return Object.entries(result).flatMap(([key, value]) => {
    if (typeof value === 'object') return [];
    const isCount = Number.isInteger(value) && Number(value) > 0 && !isMeasured(key);
    const isStatus = /^(?:status|state|outcome)$/i.test(key);
    const check = isCount ? moreThan(0) : isStatus ? valueCheck(key, [value], isHidden) : kindCheck(key, [value]);
    return rootCheckAt(['$workflow', 'result', key], check, isHidden);
  });
}

function distinct(checks: readonly RecordedCheck[]): RecordedCheck[] {
  return [...new Map(checks.map((check) => [check.path, check])).values()];
}

function holdsForAll({ path, predicate }: RecordedCheck, observations: readonly Observation[]): boolean {
  const prepared = new PreparedChecks({ [path]: predicate });
  return observations.every((observation) => prepared.allPass(subjectOf(observation)));
}

/** All checks by path, as a scenario has them. */
export function assertThatOf(checks: readonly RecordedCheck[]): Record<string, CheckExpression['predicate']> {
  return Object.fromEntries(checks.map(({ path, predicate }) => [path, predicate]));
}
