import { waitForHealth } from '../../../client/health';
import type { ConnectorConfig } from '../../../config/options';
import { DEFAULTS } from '../../../defaults';
import { readEnvironment } from '../../../env/variables';
import { isConnectorTestError } from '../../../errors';
import { chooseServer, type ChosenServer } from '../../../jest/server/choose-server';
import type { DoctorOptions } from '../facts';
import { type Finding, ok, problemOf, warning } from '../finding';
import type { ProjectSettings } from '../jest-settings';
import { apiFindings } from './apis';
import { commandFindings } from './commands';
import { portFindings } from './ports';
import { startedApp } from './started-app';

/** Checks the app or the server that the tests of a project talk to. With `start`, starts it first and stops it again. */
export async function serverFindings(project: ProjectSettings, options: DoctorOptions): Promise<Finding[]> {
  const config = (project.globals['connector'] ?? {}) as ConnectorConfig;
  const { serverHost, applicationName = config.applicationName } = readEnvironment().options;
  const chosen = chooseServer(config, serverHost);
  const starts = chosen.kind === 'app' || (config.services !== undefined && serverHost === undefined);
  const commands = starts ? commandFindings(chosen.kind === 'app' ? config : withoutApp(config), project.rootDir) : [];
  const { findings: ports, runningApp } = await portFindings(config, chosen);
  const before = [...overridden(chosen), ...commands, ...ports];
  const apisAt = (url: string): Promise<Finding[]> =>
    apiFindings({ url, config, applicationName, writes: options.writes === true });

  if (chosen.kind === 'none' && starts) return [...before, ok('server', 'Without `app`, each block names its server')];
  if (chosen.kind !== 'app') {
    const url = chosen.kind === 'server' ? chosen.url : DEFAULTS.serverHost;
    const health = await healthFinding(url, config, chosen.kind);
    return [...before, health, ...(health.severity === 'ok' ? await apisAt(url) : [])];
  }
  if (runningApp !== undefined) return [...before, ...(await apisAt(runningApp))];
  if (before.some(({ severity }) => severity === 'problem')) return before;
  if (!options.start) {
    return [...before, ok('app', 'The app was not started; `doctor --start` starts it, and checks its APIs')];
  }
  return [...before, ...(await startedApp(project, apisAt))];
}

function withoutApp({ app: _app, ...config }: ConnectorConfig): ConnectorConfig {
  return config;
}

function overridden(chosen: ChosenServer): Finding[] {
  if (chosen.kind !== 'server' || chosen.insteadOf === undefined) return [];
  const what = `The environment names the server ${chosen.url}, so \`app\` is not started.`;
  const fix = 'unset CONNECTOR_SERVER_HOST, ATLAN_HANDLER_* and ATLAN_APP_HTTP_* to test the app of the config.';
  return [warning('server', what, fix)];
}

async function healthFinding(url: string, config: ConnectorConfig, kind: ChosenServer['kind']): Promise<Finding> {
  const { healthPath, healthTimeout } = config;
  try {
    // Without a configured server, a block may name its own, so a short look is enough.
    const timeout = kind === 'none' ? PROBE_MS : healthTimeout;
    await waitForHealth({ url, healthPath, timeout });
    return ok('server', `The server at ${url} is healthy`);
  } catch (error) {
    if (!isConnectorTestError(error)) throw error;
    if (kind === 'server') return problemOf('server', error);
    const what = `Neither \`app\` nor \`serverHost\` is set, and nothing healthy responds at ${url}, the default.`;
    return warning(
      'server',
      what,
      "set one of them in the Jest config: `globals: { connector: { serverHost: '…' } }`.",
    );
  }
}

const PROBE_MS = 500;
