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

/** What a test file finds around it. */
export interface RunContext {
  /** The `globals` of the Jest config, and all other globals. */
  readonly globals: Readonly<Record<string, unknown>>;
  /** `globals.connector`, as far as it is an object. */
  readonly config: ConnectorConfig;
  readonly environment: EnvironmentReading;
  /** What global setup left; `undefined` when it did not run. */
  readonly run: RunState | undefined;
  readonly files: EnvironmentFiles;
}

/** The environment files of a test file's project. */
export interface EnvironmentFiles {
  /** Where they are looked for; `undefined` when nobody has. */
  readonly folder: string | undefined;
  /** What they say of a variable that may be meant otherwise, by its name. */
  readonly suspects: Readonly<Record<string, string>>;
}

/**
 * Nobody started what this project's configuration names, as when its global setup was replaced, and nobody named another
 * server: whatever listens at the default address is not what the tests are for.
 */
export function isSetupMissing({ config, environment, run }: RunContext, serverHost: string): boolean {
  const asksForSetup =
    config.services !== undefined || (config.app !== undefined && serverHost === DEFAULTS.serverHost);
  return asksForSetup && run?.project === undefined && environment.options.serverHost === undefined;
}

/**
 * Reads the Jest config's globals, the environment, and what global setup left; from then on redaction is as they say. All
 * clients are made from them, also after `jest.resetModules()`, which gives the test file a new redactor.
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
  // Without our global setup, this process has read them itself.
  const latest = latestDotenv();
  return { folder: latest?.folder, suspects: latest === undefined ? {} : suspectsOf(latest.reading) };
}

function reportNewSecrets(run: RunState | undefined): void {
  const { channel, reportsSecrets } = run ?? {};
  if (channel === undefined || !reportsSecrets) return;
  reportSecretsWith((secrets) => reportSecrets(channel, secrets));
}
