import { joinPath } from '../assertions/paths/path-text';
import { isRecord } from '../validation/shape';

/** What a status of success becomes when the connector is broken. */
const OPPOSITES: Readonly<Record<string, string>> = {
  ready: 'not_ready',
  healthy: 'unhealthy',
  valid: 'invalid',
  available: 'unavailable',
  ...Object.fromEntries(
    ['ok', 'success', 'successful', 'succeeded', 'pass', 'passed', 'completed', 'complete', 'done', 'connected'].map(
      (word) => [word, 'failed'],
    ),
  ),
};

const FAILURE =
  /^(?:not_ready|unhealthy|invalid\w*|unavailable|fail(?:ed|ure)?|error|denied|refused|rejected|unauthori[sz]ed|forbidden|cancell?ed|terminated|timed_out|aborted)$/i;

const STATUS_KEY = /^(?:status|state|result|outcome|verdict)$|status$/i;
const DEEPEST = 3;
const MOST = 8;

/** A field whose value says how something ended. */
export interface StatusField {
  readonly keys: readonly string[];
  /** As in `assertThat`. */
  readonly path: string;
  readonly value: string;
}

/** The fields of a response that say that something succeeded, and those that say that it failed. */
export function statusFields(body: unknown): { succeeded: StatusField[]; failed: StatusField[] } {
  const all = [...fieldsBelow(body, [])].slice(0, MOST);
  return {
    succeeded: all.filter(({ value }) => opposite(value) !== undefined),
    failed: all.filter(({ value }) => FAILURE.test(value)),
  };
}

/** Whether a word says that something succeeded, or that it failed. */
export function isStatusWord(word: string): boolean {
  return opposite(word) !== undefined || FAILURE.test(word);
}

/** The status of a failure instead of one of success, in the same case; `undefined` for any other word. */
export function opposite(status: string): string | undefined {
  const word = Object.hasOwn(OPPOSITES, status.toLowerCase()) ? OPPOSITES[status.toLowerCase()] : undefined;
  return status === status.toUpperCase() ? word?.toUpperCase() : word;
}

/** The status of success instead of one of a failure. */
export function succeededStatus(status: string, api: string): string {
  const word = status.toLowerCase() === 'not_ready' || api === 'preflight' ? 'ready' : 'success';
  return status === status.toUpperCase() ? 'COMPLETED' : word;
}

/** Items of lists have statuses of their own, which say nothing of the whole. */
function* fieldsBelow(value: unknown, keys: readonly string[]): Generator<StatusField> {
  if (!isRecord(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const place = [...keys, key];
    if (typeof item === 'string' && STATUS_KEY.test(key)) {
      yield { keys: place, path: joinPath(place), value: item };
    } else if (place.length < DEEPEST) yield* fieldsBelow(item, place);
  }
}
