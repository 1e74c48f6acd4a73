import { isRecord } from '../validation/shape';
import { type Keys, valueAt, withValue } from './edit';

/** One place of a preflight response that says whether a check passed. Servers say it in up to three. */
export interface CheckPlace {
  readonly name: string;
  readonly keys: Keys;
  readonly flag: 'passed' | 'success';
  readonly passed: boolean;
}

/** The places of all checks: `preflight.checks`, `data.checks` and `data.<check>`. */
export function checkPlaces(body: unknown): CheckPlace[] {
  const data = valueAt(body, ['data']);
  const keyed = isRecord(data)
    ? Object.entries(data).map(([name, check]) => [name, ['data', name], check] as const)
    : [];
  const listed = [['preflight', 'checks'] as const, ['data', 'checks'] as const].flatMap((keys) => {
    const list = valueAt(body, keys);
    return Array.isArray(list)
      ? list.map((check, index) => [nameOf(check, index), [...keys, index], check] as const)
      : [];
  });
  return [...listed, ...keyed].flatMap(([name, keys, check]) => placeOf(name, keys, check));
}

/** A copy of the response in which the checks at `places` ended otherwise. */
export function withChecks(body: unknown, places: readonly CheckPlace[], passed: boolean): unknown {
  return places.reduce((changed, { keys, flag }) => {
    const check = valueAt(changed, keys) as Readonly<Record<string, unknown>>;
    return withValue(changed, keys, { ...check, [flag]: passed, ...textsOf(check, passed) });
  }, body);
}

/** A copy of the response as if no check had run. */
export function withoutChecks(body: unknown, places: readonly CheckPlace[]): unknown {
  const data = valueAt(body, ['data']);
  const names = places.filter(({ keys }) => keys.length === 2).map(({ name }) => name);
  const rest = isRecord(data) ? Object.entries(data).filter(([name]) => !names.includes(name)) : [];
  const without = isRecord(data) ? withValue(body, ['data'], Object.fromEntries(rest)) : body;
  return [
    ['preflight', 'checks'],
    ['data', 'checks'],
  ].reduce(
    (changed, keys) => (Array.isArray(valueAt(changed, keys)) ? withValue(changed, keys, []) : changed),
    without,
  );
}

function nameOf(check: unknown, index: number): string {
  const name = valueAt(check, ['name']);
  return typeof name === 'string' ? name : String(index);
}

function placeOf(name: string, keys: Keys, check: unknown): CheckPlace[] {
  if (!isRecord(check)) return [];
  return (['passed', 'success'] as const)
    .filter((flag) => typeof check[flag] === 'boolean')
    .slice(0, 1)
    .map((flag) => ({ name, keys, flag, passed: check[flag] === true }));
}

/** The messages of a check that ended otherwise, where the server has such fields. */
function textsOf(check: Readonly<Record<string, unknown>>, passed: boolean): Record<string, string> {
  const message = passed ? 'the check passed' : 'the check failed';
  const texts = { message, successMessage: passed ? message : '', failureMessage: passed ? '' : message };
  return Object.fromEntries(Object.entries(texts).filter(([field]) => typeof check[field] === 'string'));
}
