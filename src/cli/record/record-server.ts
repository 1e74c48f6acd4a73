import { waitForHealth } from '../../client/health';
import { DEFAULTS } from '../../defaults';
import { ConnectorTestError, isConnectorTestError } from '../../errors';
import { chooseServer, type ChosenServer } from '../../jest/server/choose-server';
import { healthUrl, probeHealth } from '../../service/readiness';
import { withStartedApp } from '../doctor/with-started-app';
import type { RecordOptions } from './record-options';
import { environmentOptions, type RecordProject } from './record-project';

const PROBE_MS = 2_000;

/**
 * Calls `use` with the URL of the app that the tests of a project talk to. With `start`, it is started first and stopped
 * at the end.
 *
 * @throws ConnectorTestError SERVER_UNREACHABLE, SERVER_UNHEALTHY, or why the app could not be started
 */
export async function withServer<Result>(
  { config, settings }: RecordProject,
  { url: given, start }: RecordOptions,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  if (given !== undefined) return use(await healthy(given, config.healthPath, config.healthTimeout));
  const chosen = chooseServer(config, environmentOptions().serverHost);
  if (chosen.kind === 'app') {
    if (start) return withStartedApp(settings, use);
    const path = chosen.app.healthPath ?? config.healthPath ?? DEFAULTS.healthPath;
    if (chosen.url !== undefined && (await isRunning(chosen.url, path))) return use(chosen.url);
    throw notRunning(chosen.url);
  }
  if (start) throw nothingToStart(chosen);
  const url = chosen.kind === 'server' ? chosen.url : DEFAULTS.serverHost;
  return use(await healthy(url, config.healthPath, config.healthTimeout));
}

async function isRunning(url: string, path: string): Promise<boolean> {
  return (await probeHealth(healthUrl(url, path), PROBE_MS)).healthy;
}

async function healthy(url: string, healthPath: string | undefined, timeout: number | undefined): Promise<string> {
  try {
    await waitForHealth({ url, healthPath, timeout });
    return url;
  } catch (error) {
    if (!isConnectorTestError(error) || error.code !== 'SERVER_UNREACHABLE') throw error;
    const { what, why } = error;
    const fix = 'start the app, or pass its URL with `--url`.';
    throw new ConnectorTestError('SERVER_UNREACHABLE', { what, why, fix });
  }
}

function nothingToStart(chosen: ChosenServer): ConnectorTestError {
  const isOverridden = chosen.kind === 'server' && chosen.insteadOf !== undefined;
  return new ConnectorTestError('INVALID_OPTIONS', {
    what: '--start has nothing to start; nothing was sent.',
    why: isOverridden
      ? `the environment names the server ${chosen.url} instead of the \`app\` of the Jest config.`
      : 'the Jest config has no `globals.connector.app`.',
    fix: isOverridden
      ? 'unset CONNECTOR_SERVER_HOST, ATLAN_HANDLER_* and ATLAN_APP_HTTP_*, or leave out --start.'
      : 'set `app` in the Jest config, or start the app yourself and leave out --start.',
  });
}

function notRunning(url: string | undefined): ConnectorTestError {
  return new ConnectorTestError('SERVER_UNREACHABLE', {
    what: `The app${url === undefined ? '' : ` at ${url}`} does not run; nothing was sent.`,
    why: url === undefined ? 'its port is chosen when it starts.' : 'its health check did not succeed.',
    fix: 'add `--start` to start the `app` of the Jest config, and stop it again;\nor start it yourself, and pass its URL with `--url`.',
  });
}
