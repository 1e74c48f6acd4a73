import { constants } from 'node:os';
import { boolean, httpUrl, isHttpUrl, milliseconds, record, text, textRecord, urlPath } from '../field-rules';
import { describeGiven, nearestName, type Problem } from '../problems';
import { type FieldRule, isRecord, isText, type Shape, shapeProblems } from '../shape';

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isCommand = (value: unknown): boolean => isText(value) || (isTexts(value) && (value as []).length > 0);
const isPort = (value: unknown): boolean =>
  value === 'auto' || (Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536);

const port: FieldRule = { expected: "a port from 1 to 65535, or 'auto'", accepts: isPort, example: "'auto'" };
const texts: FieldRule = { expected: 'a list of texts', accepts: isTexts };

/** Kinds of readiness, and the fields beside each. */
const READY: Readonly<Record<string, Shape>> = {
  url: { url: { ...httpUrl, accepts: isUrlWithPlaces, example: "'http://127.0.0.1:${port}/health'" } },
  port: { port: { expected: 'a port, or `${ports.name}`', accepts: (value) => isText(value) || isPort(value) } },
  log: { log: { ...text, expected: 'the source of a regular expression', accepts: isPattern }, captures: texts },
  command: { command: { ...texts, example: "['pg_isready']" } },
  exit: { exit: { expected: 'true', accepts: (value) => value === true } },
};

/** The fields of an entry of `globals.connector.services`. */
export const SERVICE_SHAPE: Shape = {
  command: {
    expected: 'a command: a list of words, or a text for the shell',
    accepts: isCommand,
    required: true,
    example: "['node', 'app/main.js']",
  },
  cwd: { expected: 'a folder', accepts: isText, example: "'app'" },
  env: textRecord,
  port,
  ports: {
    expected: "an object of ports, or of 'auto'",
    accepts: (value) => isRecord(value) && Object.values(value).every(isPort),
    example: "{ grpc: 'auto' }",
  },
  host: text,
  ready: { ...record, expected: `an object with one of ${Object.keys(READY).join(', ')}` },
  provides: textRecord,
  dependsOn: texts,
  files: textRecord,
  installHint: text,
  timeout: milliseconds,
  reuseExisting: boolean,
  stopSignal: {
    expected: 'the name of a signal',
    accepts: (value) => isText(value) && value in constants.signals,
    example: "'SIGINT'",
  },
  stopGrace: milliseconds,
};

const { dependsOn: _ofServices, provides: _too, ...shared } = SERVICE_SHAPE;

/** The fields of `globals.connector.app`. */
export const APP_SHAPE: Shape = { ...shared, url: httpUrl, healthPath: urlPath };

/** Everything that is wrong with `app`. */
export function appProblems(app: unknown, where: string): Problem[] {
  if (!isRecord(app)) return [];
  const both = app['url'] !== undefined && app['port'] !== undefined;
  const twice = {
    where,
    field: 'port',
    expected: 'nothing beside `url`, which has a port',
    received: describeGiven(app['port']),
  };
  return [...shapeProblems(app, APP_SHAPE, where), ...commonProblems(app, where), ...(both ? [twice] : [])];
}

/** Everything that is wrong with `services`: their fields, what they depend on, circles. */
export function servicesProblems(services: unknown, where: string): Problem[] {
  if (!isRecord(services)) return [];
  const names = Object.keys(services);
  return names.flatMap((name) => {
    const service = services[name];
    const here = `${where}.${name}`;
    if (!isRecord(service)) return [{ where: here, expected: 'an object', received: describeGiven(service) }];
    return [
      ...shapeProblems(service, SERVICE_SHAPE, here),
      ...commonProblems(service, here),
      ...readinessMissing(service, here),
      ...dependencyProblems(name, services, here),
    ];
  });
}

function commonProblems(service: Record<string, unknown>, where: string): Problem[] {
  return [...readyProblems(service['ready'], `${where}.ready`), ...placeholderProblems(service, where)];
}

function readyProblems(ready: unknown, where: string): Problem[] {
  if (!isRecord(ready)) return [];
  const kind = Object.keys(READY).find((name) => name in ready);
  if (kind !== undefined) return shapeProblems(ready, READY[kind] as Shape, where);
  return [{ where, expected: `one of ${Object.keys(READY).join(', ')}`, received: describeGiven(ready) }];
}

function readinessMissing({ ready, port: own }: Record<string, unknown>, where: string): Problem[] {
  if (ready !== undefined || own !== undefined) return [];
  const expected = '`port`, or `ready`, by which it is seen when the service is ready';
  return [{ where, expected, received: 'neither', example: "port: 'auto', or ready: { log: 'listening' }" }];
}

/** `${ports.grcp}` would be handed on as it stands. */
function placeholderProblems(service: Record<string, unknown>, where: string): Problem[] {
  const { port: own, ports, url } = service;
  const known = [
    'host',
    'folder',
    ...(own === undefined && url === undefined ? [] : ['port']),
    ...(isRecord(ports) ? Object.keys(ports).map((name) => `ports.${name}`) : []),
  ];
  const used = JSON.stringify(service).match(/\$\{(?:port|ports\.[^}]*|host|folder)\}/g) ?? [];
  return [...new Set(used)]
    .map((placeholder) => placeholder.slice(2, -1))
    .filter((name) => !known.includes(name))
    .map((name) => ({
      where,
      expected: 'a place that has a value',
      received: `\${${name}}`,
      didYouMean: nearestName(name, known),
    }));
}

function dependencyProblems(name: string, services: Record<string, unknown>, where: string): Problem[] {
  const dependencies = dependenciesOf(services[name]);
  const names = Object.keys(services).filter((other) => other !== name);
  const unknown = dependencies.filter((other) => !names.includes(other));
  const problems = unknown.map((other): Problem => ({
    where,
    field: 'dependsOn',
    expected: names.length === 0 ? 'another service; there is none' : `one of ${names.join(', ')}`,
    received: describeGiven(other),
    didYouMean: nearestName(other, names),
  }));
  const circle = unknown.length === 0 ? circleFrom(name, services) : undefined;
  if (circle === undefined) return problems;
  return [...problems, { where, field: 'dependsOn', expected: 'no circle', received: circle.join(' → ') }];
}

/** The way from a service back to itself; told once, by the first of its names. */
function circleFrom(start: string, services: Record<string, unknown>): string[] | undefined {
  const seen = new Set<string>();
  const search = (name: string, way: readonly string[]): string[] | undefined => {
    for (const next of dependenciesOf(services[name])) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = search(next, [...way, next]);
      if (found) return found;
    }
    return undefined;
  };
  const way = search(start, [start]);
  return way?.every((name) => name >= start) ? way : undefined;
}

function dependenciesOf(service: unknown): string[] {
  const list = isRecord(service) ? service['dependsOn'] : undefined;
  return Array.isArray(list) ? list.filter(isText) : [];
}

/** Its port, or its host, may only be decided when it starts. */
function isUrlWithPlaces(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return isHttpUrl(value.replaceAll('${host}', 'localhost').replace(/\$\{ports?(?:\.[\w-]+)?\}/g, '1'));
}

function isPattern(value: unknown): boolean {
  try {
    return isText(value) && Boolean(new RegExp(value));
  } catch {
    return false;
  }
}
