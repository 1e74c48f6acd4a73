import { constants } from 'node:os';
import { boolean, httpUrl, milliseconds, record, text, urlPath } from '../validation/field-rules';
import { findCycle } from '../validation/find-cycle';
import { describeGiven, nearestName, type Problem } from '../validation/problems';
import { asMeant, isRecord, isText, type Shape, shapeProblems } from '../validation/shape';
import { placeholderProblems } from './placeholder-problems';
import { readinessMissing, READY, readyProblems } from './ready-problems';
import { isCommand, isPathRecord, isPort, isVariableRecord, port, texts, variables } from './service-rules';

/** The fields of an entry of `globals.connector.services`. */
export const SERVICE_SHAPE: Shape = {
  command: {
    expected: 'a command: a list of strings, or a string for the shell',
    accepts: isCommand,
    required: true,
    example: "['node', 'app/main.js']",
  },
  cwd: { expected: 'a folder', accepts: isText, example: "'app'" },
  env: variables,
  port,
  ports: {
    expected: "an object with ports, or 'auto', as values",
    accepts: (value) => isRecord(value) && Object.values(value).every(isPort),
    example: "{ grpc: 'auto' }",
  },
  host: text,
  ready: { ...record, expected: `an object with one of ${Object.keys(READY).join(', ')}` },
  provides: {
    ...variables,
    expected: `${variables.expected}, without PATH`,
    accepts: (value) => isVariableRecord(value) && !('PATH' in (value as object)),
  },
  dependsOn: texts,
  files: {
    expected: 'an object with paths inside the folder as keys and strings as values',
    accepts: isPathRecord,
    example: "{ 'conf/app.yaml': 'name: x' }",
  },
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

/** The problems in `app`. */
export function appProblems(given: unknown, where: string): Problem[] {
  if (!isRecord(given)) return [];
  const app = asMeant(given, APP_SHAPE);
  const both = app['url'] !== undefined && app['port'] !== undefined;
  const { ready } = app;
  const ends = isRecord(ready) && 'exit' in ready;
  const ending = {
    where,
    field: 'ready',
    expected: 'another kind of readiness, because the app must keep running',
    received: '{ exit: true }',
  };
  const twice = {
    where,
    field: 'port',
    expected: 'either `url` or `port`: `url` already has a port',
    received: describeGiven(app['port']),
  };
  return [
    ...shapeProblems(given, APP_SHAPE, where),
    ...commonProblems(app, where),
    ...(both ? [twice] : []),
    ...(ends ? [ending] : []),
  ];
}

/** The problems in `services`: their fields, their dependencies, cycles. */
export function servicesProblems(services: unknown, where: string): Problem[] {
  if (!isRecord(services)) return [];
  const meant = meantServices(services);
  return Object.entries(services).flatMap(([name, service]) => {
    const here = `${where}.${name}`;
    if (name.trim() === '' || name === 'app') {
      const expected = "a name other than 'app', which is the app's own name";
      return [{ where: here, expected, received: describeGiven(name) }];
    }
    if (!isRecord(service)) return [{ where: here, expected: 'an object', received: describeGiven(service) }];
    return [
      ...shapeProblems(service, SERVICE_SHAPE, here),
      ...commonProblems(meant[name] as Record<string, unknown>, here),
      ...readinessMissing(meant[name] as Record<string, unknown>, here),
      ...dependencyProblems(name, meant, here),
    ];
  });
}

function meantServices(services: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(services);
  return Object.fromEntries(
    entries.map(([name, service]) => [name, isRecord(service) ? asMeant(service, SERVICE_SHAPE) : service]),
  );
}

function commonProblems(service: Record<string, unknown>, where: string): Problem[] {
  return [...readyProblems(service['ready'], `${where}.ready`), ...placeholderProblems(service, where)];
}

function dependencyProblems(name: string, services: Record<string, unknown>, where: string): Problem[] {
  const dependencies = dependenciesOf(services[name]);
  const names = Object.keys(services).filter((other) => other !== name);
  const unknown = dependencies.filter((other) => !names.includes(other));
  const problems = unknown.map((other): Problem => ({
    where,
    field: 'dependsOn',
    expected: names.length === 0 ? 'the name of another service, but there is none' : `one of ${names.join(', ')}`,
    received: describeGiven(other),
    didYouMean: nearestName(other, names),
  }));
  const circle = unknown.length === 0 ? findCycle(name, (other) => dependenciesOf(services[other])) : undefined;
  // Reported once, for the first name in the cycle.
  if (circle === undefined || circle.some((other) => other < name)) return problems;
  return [...problems, { where, field: 'dependsOn', expected: 'no cycle', received: circle.join(' → ') }];
}

/** Two services on one port: one would be mistaken for the other. */
export function equalPortProblems(config: Readonly<Record<string, unknown>>, where: string): Problem[] {
  const { app, services } = config;
  const meant = isRecord(services) ? meantServices(services) : {};
  const entries = [...Object.entries(meant), ['app', isRecord(app) ? asMeant(app, APP_SHAPE) : app] as const];
  const taken = new Map<unknown, string>();
  return entries.flatMap(([name, entry]) => {
    if (!isRecord(entry)) return [];
    const here = name === 'app' ? `${where}.app` : `${where}.services.${name}`;
    return fixedPorts(entry).flatMap(([field, value]) => {
      const other = taken.get(value);
      taken.set(value, other ?? `${here}.${field}`);
      if (other === undefined) return [];
      const expected = `a port other than that of ${other}, or 'auto'`;
      return [{ where: here, field, expected, received: describeGiven(value) }];
    });
  });
}

function fixedPorts({ port: own, ports, url }: Record<string, unknown>): (readonly [string, unknown])[] {
  const others = isRecord(ports) ? Object.entries(ports).map(([name, value]) => [`ports.${name}`, value] as const) : [];
  const ofUrl = isText(url) && URL.canParse(url) ? [['url', Number(new URL(url).port)] as const] : [];
  return [['port', own] as const, ...others, ...ofUrl].filter(([, value]) => typeof value === 'number' && value > 0);
}

function dependenciesOf(service: unknown): string[] {
  const list = isRecord(service) ? service['dependsOn'] : undefined;
  return Array.isArray(list) ? list.filter(isText) : [];
}
