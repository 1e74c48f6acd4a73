import { isAbsolute, join } from 'node:path';
import { DEFAULTS } from '../defaults';
import type { AppConfig, ConnectorConfig } from '../config/options';
import { runsInCi, serviceEnvironment } from '../service/run-state';
import type { ServiceSpec } from '../service/service';

const APP_URL = 'http://127.0.0.1:8000';
const APP_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 5_000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The server of a run: one to start, one to check, or none that is known before the tests are. */
export type ChosenServer =
  | { readonly kind: 'app'; readonly app: AppConfig; readonly spec: ServiceSpec }
  | { readonly kind: 'server'; readonly url: string; readonly insteadOf?: AppConfig }
  | { readonly kind: 'none' };

/**
 * Decides by configuration and environment. A server that the environment names goes before the configuration's, also
 * before `app`: `CONNECTOR_SERVER_HOST=https://staging.example npx jest` starts nothing.
 *
 * @param rootDir What a relative `app.cwd` starts from.
 */
export function chooseServer(
  config: ConnectorConfig,
  fromEnvironment: string | undefined,
  rootDir: string,
): ChosenServer {
  const { app, serverHost } = config;
  if (app === undefined) {
    const url = fromEnvironment ?? serverHost;
    return url === undefined ? { kind: 'none' } : { kind: 'server', url };
  }
  const url = app.url ?? localOnly(fromEnvironment) ?? APP_URL;
  if (fromEnvironment !== undefined && !isSamePlace(fromEnvironment, url)) {
    return { kind: 'server', url: fromEnvironment, insteadOf: app };
  }
  return { kind: 'app', app, spec: appSpec({ ...app, url }, config, rootDir) };
}

function appSpec(app: AppConfig & { url: string }, config: ConnectorConfig, rootDir: string): ServiceSpec {
  const { cwd = rootDir } = app;
  return {
    title: 'app',
    option: 'globals.connector.app',
    command: app.command,
    cwd: isAbsolute(cwd) ? cwd : join(rootDir, cwd),
    env: serviceEnvironment(app.env),
    url: app.url,
    healthPath: app.healthPath ?? config.healthPath ?? DEFAULTS.healthPath,
    timeout: app.timeout ?? APP_TIMEOUT_MS,
    graceMs: STOP_GRACE_MS,
    reuseExisting: app.reuseExisting ?? !runsInCi(),
  };
}

/** Where an app that is started here can listen. */
function localOnly(url: string | undefined): string | undefined {
  return url !== undefined && LOOPBACK.includes(new URL(url).hostname) ? url : undefined;
}

/** All names of this machine are one place; the port tells servers apart. */
function isSamePlace(left: string, right: string): boolean {
  const [one, other] = [placeOf(left), placeOf(right)];
  return one === other;
}

function placeOf(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${protocol}//${LOOPBACK.includes(hostname) ? 'localhost' : hostname}:${port}`;
}
