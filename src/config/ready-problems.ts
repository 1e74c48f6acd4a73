import { httpUrl, isHttpUrl, text } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';
import { isRecord, isText, type Shape, shapeProblems } from '../validation/shape';
import { isPort, isTexts, texts } from './service-rules';

/** The kinds of readiness, and the fields of each. */
export const READY: Readonly<Record<string, Shape>> = {
  url: { url: { ...httpUrl, accepts: isUrlWithPlaces, example: "'http://127.0.0.1:${port}/health'" } },
  port: { port: { expected: 'a port, or `${ports.name}`', accepts: (value) => isText(value) || isPort(value) } },
  log: { log: { ...text, expected: 'the source of a regular expression', accepts: isPattern }, captures: texts },
  command: {
    command: {
      expected: 'a list of strings',
      accepts: (value) => isTexts(value) && value.length > 0,
      example: "['pg_isready']",
    },
  },
  exit: { exit: { expected: 'true', accepts: (value) => value === true } },
};

/** The problems in `ready`. */
export function readyProblems(ready: unknown, where: string): Problem[] {
  if (!isRecord(ready)) return [];
  const kinds = Object.keys(READY).filter((name) => name in ready);
  if (kinds.length > 1)
    return [{ where, expected: `only one of ${Object.keys(READY).join(', ')}`, received: kinds.join(' and ') }];
  const [kind] = kinds;
  if (kind !== undefined)
    return [...shapeProblems(ready, READY[kind] as Shape, where), ...captureProblems(ready, where)];
  return [{ where, expected: `one of ${Object.keys(READY).join(', ')}`, received: describeGiven(ready) }];
}

/** Each name needs a group in the pattern that captures its value. */
function captureProblems({ log, captures }: Record<string, unknown>, where: string): Problem[] {
  if (!isPattern(log) || !isTexts(captures)) return [];
  const groups = (new RegExp(`${String(log)}|`).exec('')?.length ?? 1) - 1;
  const names = captures.length;
  if (names <= groups) return [];
  const expected = `at most ${groups === 1 ? 'one name: the pattern has one group' : `${groups} names: the pattern has ${groups} groups`}`;
  return [{ where, field: 'captures', expected, received: `${names}`, example: "log: 'port (\\\\d+)'" }];
}

/** A service needs `port` or `ready`. */
export function readinessMissing({ ready, port: own }: Record<string, unknown>, where: string): Problem[] {
  if (ready !== undefined || own !== undefined) return [];
  const expected = '`port` or `ready`, to detect when the service is ready';
  return [{ where, expected, received: 'neither', example: "port: 'auto', or ready: { log: 'listening' }" }];
}

function isPattern(value: unknown): boolean {
  try {
    return isText(value) && Boolean(new RegExp(value));
  } catch {
    return false;
  }
}

/** A URL whose host or port may be placeholders, because they are decided at start. */
function isUrlWithPlaces(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return isHttpUrl(value.replaceAll('${host}', 'localhost').replace(/\$\{ports?(?:\.[\w-]+)?\}/g, '1'));
}
