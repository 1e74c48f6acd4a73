import type { ConnectorConfig } from '../../config/options';
import { validateConfig } from '../../config/validate-config';
import { DEFAULTS } from '../../defaults';
import { loadDotenv, suspectsOf } from '../../env/dotenv';
import { readEnvironment } from '../../env/variables';
import { ConnectorTestError, isConnectorTestError, withFrames } from '../../errors';
import { stopOnExit } from '../../service/process/stop-on-exit';
import { PROJECT_MARK, type ProjectRun } from '../../service/run/project-run';
import { beginProject, publishRunState, runHandle } from '../../service/run/run-state';
import { formatProblems } from '../../validation/problems';
import { isRecord } from '../../validation/shape';
import { applyRedaction } from '../output/apply-redaction';
import { notice, withProgress } from '../output/progress';
import { chooseServer } from '../server/choose-server';
import { ensureServices } from './ensure-services';
import { type OutputProject, type OutputSettings, RunOutputs } from './run-outputs';
import { stopRun } from './stop-run';

/** The part of Jest's global configuration that setup reads. */
export interface GlobalSettings extends OutputSettings {
  /** `'all'` when Jest was started with `-u`. */
  readonly updateSnapshot?: string;
}

/** The part of Jest's project configuration that setup reads. */
export interface ProjectSettings extends OutputProject {
  /** Jest's id of the project. */
  readonly id?: string;
}

/**
 * Prepares a run: loads `.env`, validates `globals.connector`, and starts its `app` or checks that the server in
 * `serverHost` or in the environment is up. Without any of these, it only loads `.env`.
 *
 * Call it from your own `globalSetup`, which replaces the preset's. Stop everything with `teardownConnector`. If it fails,
 * everything that it started is stopped.
 *
 * @throws ConnectorTestError INVALID_CONFIGURATION, SERVICE_EXITED, SERVICE_NOT_READY, COMMAND_NOT_FOUND, PORT_IN_USE,
 * PLATFORM_NOT_SUPPORTED, SERVER_UNREACHABLE, SERVER_UNHEALTHY.
 * @example
 * // my-global-setup.ts
 * import { setupConnector } from 'jest-connector';
 *
 * export default async function (globalConfig, projectConfig) {
 *   await setupConnector(globalConfig, projectConfig);
 *   await seedMyDatabase();
 * }
 */
export async function setupConnector(globalConfig: GlobalSettings, projectConfig: ProjectSettings): Promise<void> {
  // If there is only one config, Jest reads it twice and then runs the setup of both readings.
  const { [PROJECT_MARK]: mark } = projectConfig.globals as Readonly<Record<string, string>>;
  if (mark !== undefined && runHandle().ready.has(mark)) return;
  const outputs = new RunOutputs(globalConfig, projectConfig);
  const forget = stopOnExit(outputs);
  try {
    outputs.refuseTwoReporters();
    await outputs.removeStale();
    runHandle().keepsServices = globalConfig.watch || globalConfig.watchAll;
    runHandle().updatesBaselines = globalConfig.updateSnapshot === 'all';
    const run = beginProject(projectConfig.rootDir, projectConfig.globals);
    await makeReady(projectConfig, run);
    outputs.open();
    await openChannelOnce();
    publishRunState(runHandle(), run);
    if (mark !== undefined) runHandle().ready.add(mark);
    runHandle().setUps.add(forget);
  } catch (error) {
    // Jest runs no teardown when setup fails.
    for (const stopError of await stopRun()) notice(`while stopping: ${String(stopError)}`);
    await outputs.reportFailedStart(error);
    forget();
    // Jest prints the full stack, and an error of ours would only show our own files.
    throw isConnectorTestError(error) ? withFrames(error) : error;
  }
}

async function makeReady({ rootDir, globals, id = rootDir }: ProjectSettings, run: ProjectRun): Promise<void> {
  loadEnvironmentFiles(rootDir, run);
  const { connector } = globals as { connector?: unknown };
  applyRedaction(connector);
  if (isRecord(connector) && connector['redact'] === false) {
    notice('redaction is off (globals.connector.redact): output contains secrets.');
  }
  const environment = readEnvironment();
  const problems = [...validateConfig(globals as Record<string, unknown>), ...environment.problems];
  if (problems.length > 0) {
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: 'Invalid jest-connector configuration; no tests were run.',
      why: formatProblems(problems),
      fix: 'correct the problems above in the Jest config, the environment or `.env`.',
    });
  }
  const { connector: config = {} } = globals as { connector?: ConnectorConfig };
  const chosen = chooseServer(config, environment.options.serverHost);

  const starts =
    chosen.kind === 'app' || (config.services !== undefined && environment.options.serverHost === undefined);
  if (starts) {
    if (environment.logs) {
      const { LogFollower } = require('./log-follower') as typeof import('./log-follower');
      runHandle().follower ??= new LogFollower();
    }
    const app = chosen.kind === 'app' ? { config: chosen.app, url: chosen.url } : undefined;
    await ensureServices({ config, app, rootDir, project: id, run });
  }
  if (chosen.kind === 'server') {
    if (chosen.insteadOf) notice(`using ${chosen.url} from the environment; the app was not started.`);
    await checkServer(chosen.url, config);
  }
}

/** The notices about environment files that were printed; projects share folders, and watch mode repeats the setup. */
const reported = new Set<string>();

function loadEnvironmentFiles(rootDir: string, run: ProjectRun): void {
  const reading = loadDotenv(rootDir);
  run.fromFiles.push(...reading.names);
  Object.assign(run.suspects, suspectsOf(reading));
  for (const { path, line, what, fix } of reading.problems) {
    const text = `${path}:${line}: ${what} Fix: ${fix}`;
    if (!reported.has(text)) notice(text);
    reported.add(text);
  }
}

/** One channel per process, for all projects. */
async function openChannelOnce(): Promise<void> {
  const { openChannel } = require('../channel/open-channel') as typeof import('../channel/open-channel');
  const handle = runHandle();
  handle.channel ??= await openChannel(() => handle.services.values());
}

async function checkServer(url: string, config: ConnectorConfig): Promise<void> {
  // Loaded here, because most runs of unit tests with the preset have no server to check.
  const { waitForHealth } = require('../../client/health') as typeof import('../../client/health');
  const { healthPath = DEFAULTS.healthPath, healthTimeout = DEFAULTS.healthTimeout } = config;
  await withProgress(
    () => `waiting for the server at ${url}`,
    () => waitForHealth({ url, healthPath, timeout: healthTimeout }),
  );
  runHandle().checkedUrls.add(url);
}
