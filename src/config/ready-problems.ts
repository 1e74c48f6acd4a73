import { httpUrl, isHttpUrl, text } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';
import { isRecord, isText, type Shape, shapeProblems } from '../validation/shape';
import { isPort, isTexts, texts } from './service-rules';

/** Kinds of readiness, and the fields beside each. */
export const READY: Readonly<Record<string, Shape>> = {
  url: { url: { ...httpUrl, accepts: isUrlWithPlaces, example: "'http://127.0.0.1:${port}/health'" } },
  port: { port: { expected: 'a port, or `${ports.name}`', accepts: (value) => isText(value) || isPort(value) } },
  log: { log: { ...text, expected: 'the source of a regular expression', accepts: isPattern }, captures: texts },
  command: {
    command: {
      expected: 'a list of words',
      accepts: (value) => isTexts(value) && value.length > 0,
      example: "['pg_isready']",
    },
  },
  exit: { exit: { expected: 'true', accepts: (value) => value === true } },
};

/** Everything that is wrong with `ready`. */
export function readyProblems(ready: unknown, where: string): Problem[] {
  if (!isRecord(ready)) return [];
  const kinds = Object.keys(READY).filter((name) => name in ready);
  if (kinds.length > 1) return [{ where, expected: 'one sign', received: kinds.join(' and ') }];
  const [kind] = kinds;
  if (kind !== undefined)
    return [...shapeProblems(ready, READY[kind] as Shape, where), ...captureProblems(ready, where)];
  return [{ where, expected: `one of ${Object.keys(READY).join(', ')}`, received: describeGiven(ready) }];
}

/** Each name needs a group of the pattern that catches its value. */
function captureProblems({ log, captures }: Record<string, unknown>, where: string): Problem[] {
  if (!isPattern(log) || !isTexts(captures)) return [];
  const groups = (new RegExp(`${String(log)}|`).exec('')?.length ?? 1) - 1;
  const names = captures.length;
  if (names <= groups) return [];
  const expected = `at most ${groups === 1 ? 'one name: the pattern has one group' : `${groups} names: the pattern has ${groups} groups`}`;
  return [{ where, field: 'captures', expected, received: `${names}`, example: "log: 'port (\\\\d+)'" }];
}

/** A service that nothing tells to be ready. */
export function readinessMissing({ ready, port: own }: Record<string, unknown>, where: string): Problem[] {
  if (ready !== undefined || own !== undefined) return [];
  const expected = '`port`, or `ready`, by which it is seen when the service is ready';
  return [{ where, expected, received: 'neither', example: "port: 'auto', or ready: { log: 'listening' }" }];
}

function isPattern(value: unknown): boolean {
  try {
    return isText(value) && Boolean(new RegExp(value));
  } catch {
    return false;
  }
}

/** Its port, or its host, may only be decided when it starts. */
function isUrlWithPlaces(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return isHttpUrl(value.replaceAll('${host}', 'localhost').replace(/\$\{ports?(?:\.[\w-]+)?\}/g, '1'));
}
