import type { ConnectorConfig } from '../../config/options';
import type { AppConfig } from '../../config/service-config';
import { urlHost } from '../../url-host';

const APP_URL = 'http://127.0.0.1:8000';
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The server of a run: an app to start, a server to check, or none that is known before the tests run. */
export type ChosenServer =
  | { readonly kind: 'app'; readonly app: AppConfig; readonly url?: string | undefined }
  | { readonly kind: 'server'; readonly url: string; readonly insteadOf?: AppConfig }
  | { readonly kind: 'none' };

/**
 * Chooses by configuration and environment. A server in the environment takes precedence over the configuration, even
 * over `app`: `CONNECTOR_SERVER_HOST=https://staging.example npx jest` starts nothing.
 */
export function chooseServer(config: ConnectorConfig, fromEnvironment: string | undefined): ChosenServer {
  const { app, serverHost } = config;
  if (app === undefined) {
    const url = fromEnvironment ?? serverHost;
    return url === undefined ? { kind: 'none' } : { kind: 'server', url };
  }
  const url = app.url ?? portUrl(app) ?? localOnly(fromEnvironment) ?? APP_URL;
  if (app.port === 'auto') {
    return fromEnvironment === undefined
      ? { kind: 'app', app }
      : { kind: 'server', url: fromEnvironment, insteadOf: app };
  }
  if (fromEnvironment !== undefined && !isSamePlace(fromEnvironment, url)) {
    return { kind: 'server', url: fromEnvironment, insteadOf: app };
  }
  return { kind: 'app', app, url };
}

function portUrl({ port, host = '127.0.0.1' }: AppConfig): string | undefined {
  return typeof port === 'number' ? `http://${urlHost(host)}:${port}` : undefined;
}

/** The URL if it is on this machine, where a started app can listen. */
function localOnly(url: string | undefined): string | undefined {
  return url !== undefined && LOOPBACK.includes(new URL(url).hostname) ? url : undefined;
}

/** All names of this machine count as the same place; servers differ by port. */
function isSamePlace(left: string, right: string): boolean {
  const [one, other] = [placeOf(left), placeOf(right)];
  return one === other;
}

function placeOf(url: string): string {
  const { protocol, hostname, port } = new URL(url);
  return `${protocol}//${LOOPBACK.includes(hostname) ? 'localhost' : hostname}:${port}`;
}
