import { readPreflightBody, sharedName } from '../../../apis/preflight/preflight-response';
import { joinPath } from '../../../assertions/paths/path-text';
import { redactedStart } from '../../../redaction/process-redactor';
import { harmless } from '../../../report/plain-text';
import type { Observation } from '../../../strength/observation';
import { checkPlaces } from '../../../strength/preflight-checks';
import { statusFields } from '../../../strength/status-words';
import { isRecord } from '../../../validation/shape';

const MOST_CHARACTERS = 160;

/** The flag of a check, or of each item of a list. */
const PASSED = /\.(?:passed|success)$/;

const CHECK_NAME = /^(?:preflight|data)\.checks\.\d+\.name$/;

/** The rank of everything that isn't part of the verdict. */
const CONTENT = 5;

/** What two responses say of success at the same place, as a phrase; `undefined` if they agree. */
export function differentVerdict(first: Observation, second: Observation): string | undefined {
  const [one, other] = [verdictOf(first), verdictOf(second)];
  const places = [...new Set([...one.keys(), ...other.keys()])];
  const place = places.find((each) => one.get(each) !== other.get(each));
  if (place === undefined) return undefined;
  const said = [one, other].map((verdict) => verdict.get(place) ?? 'absent').join(', then ');
  return harmless(redactedStart(`${place} was ${said}`, MOST_CHARACTERS));
}

/** The checks of the verdict, in order of weight, and the others, which may be left out. */
export function verdictFirst<Check extends { readonly path: string }>(
  checks: readonly Check[],
  observation: Observation,
): { verdict: Check[]; content: Check[] } {
  const rankOf = ranks(observation);
  const ranked = checks.map((check) => ({ check, rank: rankOf(check.path) }));
  const verdict = ranked.filter(({ rank }) => rank < CONTENT).sort((one, other) => one.rank - other.rank);
  return {
    verdict: verdict.map(({ check }) => check),
    content: ranked.filter(({ rank }) => rank === CONTENT).map(({ check }) => check),
  };
}

function ranks({ body }: Observation): (path: string) => number {
  const { succeeded, failed } = statusFields(body);
  const statuses = new Set(['preflight.status', ...[...succeeded, ...failed].map(({ path }) => path)]);
  return (path) => {
    if (path === '$http.status') return 0;
    if (path === 'success') return 1;
    if (statuses.has(path)) return 2;
    if (PASSED.test(path) || CHECK_NAME.test(path)) return 3;
    return path.startsWith('$workflow') ? 4 : CONTENT;
  };
}

/** What a response says of success, by place. */
function verdictOf({ status, body }: Observation): Map<string, string> {
  const { succeeded, failed } = statusFields(body);
  const words = [...succeeded, ...failed].map(({ path, value }) => [`\`${path}\``, value] as const);
  const statuses = readPreflightBody(body)?.statuses ?? [];
  const ready = statuses.length > 0 ? [['the status of the preflight', statuses.join(' and ')] as const] : [];
  const success = isRecord(body) && 'success' in body ? [['`success`', String(body['success'])] as const] : [];
  return new Map([['the status', String(status)], ...success, ...ready, ...words, ...checksOf(body)]);
}

/** Lists may have another order each time. */
function checksOf(body: unknown): (readonly [string, string])[] {
  return checkPlaces(body).map(({ name, keys, flag, passed }) => {
    const place = joinPath([...keys.slice(0, keys.length === 3 ? 2 : 1).map(String), sharedName(name), flag]);
    return [`\`${place}\``, String(passed)] as const;
  });
}
