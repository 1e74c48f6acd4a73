import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AppConfig, ReadyConfig, ServiceConfig } from '../../config/service-config';
import { defined } from '../../defined';
import { makeTemporaryFolder } from '../../service/logs/temporary-folder';
import { healthUrl } from '../../service/readiness';
import { runsInCi, serviceEnvironment } from '../../service/run/run-state';
import type { Readiness, ServiceSpec } from '../../service/service';
import { freePort } from '../../service/start/free-port';
import { portOf } from '../../service/start/port-of';
import { urlHost } from '../../url-host';

const TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 5_000;
const HOST = '127.0.0.1';

/** A service in the configuration, and the path of its option. */
export interface ConfiguredService {
  /** Its name: `app`, or the name of a service in the configuration, which is never `app`. */
  readonly name: string;
  /** Completes "The …" in messages: `app`, `service "database"`. */
  readonly title: string;
  /** `globals.connector.services.database`. */
  readonly option: string;
  readonly config: ServiceConfig | AppConfig;
  /** The URL at which the app listens if that doesn't follow from its port. */
  readonly url?: string;
  readonly healthPath?: string;
}

/** Prepares the start of a service: finds free ports, writes its files and replaces its placeholders. */
export async function serviceSpec(
  { name, title, option, config, url: given, healthPath }: ConfiguredService,
  provided: Readonly<Record<string, string>>,
  rootDir: string,
): Promise<ServiceSpec> {
  const { host = HOST } = config;
  const ports = await portsOf(config, host);
  const url = ports['port'] === undefined ? given : `http://${urlHost(host)}:${ports['port']}`;
  const places = { host, ...ports, ...defined({ port: url === undefined ? undefined : String(portOf(url)) }) };
  const needsFolder = config.files !== undefined || JSON.stringify(config).includes('${folder}');
  const folder = needsFolder ? makeTemporaryFolder('jest-connector-files-') : undefined;
  const fill = <Value>(value: Value): Value => filled(value, { ...places, ...defined({ folder }) });
  if (folder !== undefined) writeFiles(folder, fill(config.files ?? {}));

  return {
    name,
    title,
    option,
    command: fill(config.command),
    cwd: serviceFolder({ cwd: fill(config.cwd ?? '') }, rootDir),
    env: serviceEnvironment({ ...provided, ...fill(config.env ?? {}) }),
    listens: [...(url === undefined ? [] : [url]), ...urlsOf(ports, host)],
    ready: readiness(fill(config.ready), { host, url, healthPath }),
    timeout: config.timeout ?? TIMEOUT_MS,
    stopSignal: config.stopSignal ?? 'SIGTERM',
    graceMs: config.stopGrace ?? STOP_GRACE_MS,
    // Who listens on a port that was free just now is another program.
    reuseExisting: config.port !== 'auto' && (config.reuseExisting ?? !runsInCi()),
    provides: fill('provides' in config ? (config.provides ?? {}) : {}),
    folder,
    installHint: config.installHint,
  };
}

/** What is known about a service before anything has started: its fixed ports and, if possible, its readiness check. */
export async function fixedPortsSpec(what: ConfiguredService, rootDir: string): Promise<ServiceSpec> {
  const { port, ports = {}, ready, host, reuseExisting } = what.config;
  const isKnown = ready !== undefined && !JSON.stringify(ready).includes('${');
  const config = {
    ...{ command: [], ports: Object.fromEntries(Object.entries(ports).filter(([, each]) => each !== 'auto')) },
    ...(typeof port === 'number' ? { port } : {}),
    // A check with placeholders that aren't known yet has to wait for the start, like a command.
    ...(ready === undefined ? {} : { ready: isKnown ? ready : { command: [] } }),
    ...defined({ host, reuseExisting }),
  };
  return serviceSpec({ ...what, config }, {}, rootDir);
}

/** Whether a port of the service is picked when it is started. */
export function picksPorts({ port, ports = {} }: ServiceConfig | AppConfig): boolean {
  return [port, ...Object.values(ports)].includes('auto');
}

/** The folder that a service runs in. */
export function serviceFolder({ cwd = '' }: { readonly cwd?: string }, rootDir: string): string {
  return resolve(rootDir, cwd);
}

/** The ports by placeholder name: `port`, `ports.grpc`. */
async function portsOf({ port, ports = {} }: ServiceConfig | AppConfig, host: string): Promise<Record<string, string>> {
  const wanted = Object.entries(ports).map(([name, value]) => [`ports.${name}`, value] as const);
  const all = port === undefined ? wanted : [['port', port] as const, ...wanted];
  const found = all.map(async ([place, value]) => [place, String(value === 'auto' ? await freePort(host) : value)]);
  return Object.fromEntries(await Promise.all(found)) as Record<string, string>;
}

function urlsOf(ports: Readonly<Record<string, string>>, host: string): string[] {
  const others = Object.entries(ports).filter(([place]) => place !== 'port');
  return others.map(([, port]) => `http://${urlHost(host)}:${port}`);
}

function readiness(
  ready: ReadyConfig | undefined,
  { host, url, healthPath }: { host: string; url?: string | undefined; healthPath?: string | undefined },
): Readiness {
  if (ready === undefined && url !== undefined && healthPath !== undefined) {
    return { kind: 'url', url: healthUrl(url, healthPath) };
  }
  if (ready === undefined) return { kind: 'port', host, port: url === undefined ? NaN : portOf(url) };
  if ('url' in ready) return { kind: 'url', url: ready.url };
  if ('port' in ready) return { kind: 'port', host, port: Number(ready.port) };
  if ('log' in ready) return { kind: 'log', pattern: ready.log, captures: ready.captures ?? [] };
  return 'command' in ready ? { kind: 'command', command: ready.command } : { kind: 'exit' };
}

/** A copy in which each `${place}` in every string is replaced; unknown placeholders are left to the shell. */
function filled<Value>(value: Value, places: Readonly<Record<string, string>>): Value {
  if (typeof value === 'string') {
    return value.replace(/\$\{([\w.-]+)\}/g, (whole, place: string) => places[place] ?? whole) as Value;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => filled(item, places)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, filled(item as unknown, places)]),
  ) as Value;
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o600 });
  }
}
