import type { ConnectorConfig } from '../config/options';
import { DEFAULTS } from '../defaults';
import { latestDotenv, suspectsOf } from '../env/dotenv';
import { type EnvironmentReading, readEnvironment } from '../env/variables';
import { reportSecretsWith } from '../redaction/process-redactor';
import { readRunState, type RunState } from '../service/run/run-state';
import { isRecord } from '../validation/shape';
import { reportSecrets } from './channel/secrets';
import { applyRedaction } from './output/apply-redaction';
import { currentTestPath } from './test-framework';

/** The configuration and environment of a test file. */
export interface RunContext {
  /** The `globals` of the Jest config, and all other globals. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** `globals.connector`; empty if that isn't an object. */
  readonly config: ConnectorConfig;
  readonly environment: EnvironmentReading;
  /** The state that global setup stored; `undefined` if it did not run. */
  readonly run: RunState | undefined;
  readonly files: EnvironmentFiles;
}

/** The environment files of a test file's project. */
export interface EnvironmentFiles {
  /** The folder that was searched for them; `undefined` if none was. */
  readonly folder: string | undefined;
  /** Notes on variables whose value in these files may not be what was meant, by name. */
  readonly suspects: Readonly<Record<string, string>>;
}

/**
 * Whether the app or the services in this project's configuration were not started (for example because its global setup
 * was replaced) and no other server is configured. Whatever listens at the default address isn't the app under test.
 */
export function isSetupMissing({ config, environment, run }: RunContext, serverHost: string): boolean {
  const asksForSetup =
    config.services !== undefined || (config.app !== undefined && serverHost === DEFAULTS.serverHost);
  return asksForSetup && run?.project === undefined && environment.options.serverHost === undefined;
}

/**
 * Reads the Jest config's globals, the environment and the state of global setup, and configures redaction from them. All
 * clients are created from the result, also after `jest.resetModules()`, which gives the test file a new redactor.
 */
export function runContext(): RunContext {
  const globals = globalThis as Record<string, unknown>;
  const config = isRecord(globals['connector']) ? (globals['connector'] as ConnectorConfig) : {};
  applyRedaction(config);
  const run = readRunState({ globals, testPath: currentTestPath() });
  reportNewSecrets(run);
  return { globals, config, environment: readEnvironment(), run, files: environmentFiles(run) };
}

function environmentFiles(run: RunState | undefined): EnvironmentFiles {
  const { project } = run ?? {};
  if (project !== undefined) return { folder: project.rootDir, suspects: project.suspects };
  // Without our global setup, this process has read the files itself.
  const latest = latestDotenv();
  return { folder: latest?.folder, suspects: latest === undefined ? {} : suspectsOf(latest.reading) };
}

function reportNewSecrets(run: RunState | undefined): void {
  const { channel, reportsSecrets } = run ?? {};
  if (channel === undefined || !reportsSecrets) return;
  reportSecretsWith((secrets) => reportSecrets(channel, secrets));
}
