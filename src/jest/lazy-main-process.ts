import type { DaprSidecarOptions } from '../config/dapr-sidecar';
import type { ServiceConfig } from '../config/service-config';
import type { TemporalDevServerOptions } from '../config/temporal-dev-server';
import type { withConnector as WithConnector } from './preset/with-connector';
import type { GlobalSettings, ProjectSettings } from './setup/setup-connector';

// Exports of the main entry that only Jest's main process uses. Every test file loads the main entry, so these load lazily.

/**
 * Adds the settings of `preset: 'jest-connector'` to a Jest config that has another preset or `projects`.
 *
 * Your config takes precedence, then your preset, then ours. In your own `globalSetup`, call {@link setupConnector}.
 *
 * @throws ConnectorTestError INVALID_CONFIGURATION if your preset isn't found.
 * @example
 * module.exports = withConnector({ preset: 'some-other-preset' });
 */
export const withConnector = ((config: never) =>
  (require('./preset/with-connector') as typeof import('./preset/with-connector')).withConnector(
    config,
  )) as typeof WithConnector;

/**
 * Prepares a run, for use in your own `globalSetup`: loads `.env`, validates `globals.connector`, and starts its `app` or
 * checks that the server is up. If it fails, everything that it started is stopped.
 *
 * @throws ConnectorTestError INVALID_CONFIGURATION, SERVICE_EXITED, SERVICE_NOT_READY, COMMAND_NOT_FOUND, PORT_IN_USE,
 * PLATFORM_NOT_SUPPORTED, SERVER_UNREACHABLE, SERVER_UNHEALTHY.
 * @example
 * module.exports = async (globalConfig, projectConfig) => {
 *   await setupConnector(globalConfig, projectConfig);
 * };
 */
export function setupConnector(globalConfig: GlobalSettings, projectConfig: ProjectSettings): Promise<void> {
  return (require('./setup/setup-connector') as typeof import('./setup/setup-connector')).setupConnector(
    globalConfig,
    projectConfig,
  );
}

/** Stops everything that {@link setupConnector} started; call it from your `globalTeardown`. */
export function teardownConnector(): Promise<void> {
  return (require('./setup/teardown-connector') as typeof import('./setup/teardown-connector')).teardownConnector();
}

/**
 * An entry of `globals.connector.services` that starts Temporal's development server, waits until it is ready, and passes
 * its address to the app and the tests: `ATLAN_TEMPORAL_HOST`, `ATLAN_TEMPORAL_NAMESPACE`. Needs the Temporal CLI.
 *
 * @throws ConnectorTestError INVALID_OPTIONS.
 * @example
 * services: { temporal: temporalDevServer() }
 */
export function temporalDevServer(options: TemporalDevServerOptions = {}): ServiceConfig {
  return (require('../config/temporal-dev-server') as typeof import('../config/temporal-dev-server')).temporalDevServer(
    options,
  );
}

/**
 * An entry of `globals.connector.services` that starts Dapr's sidecar with the components that the app SDK needs, waits
 * until it is ready, and passes its address to the app and the tests: `DAPR_HTTP_PORT`, `DAPR_GRPC_PORT`,
 * `DAPR_COMPONENTS_PATH`. Needs the Dapr runtime, `daprd`.
 *
 * @throws ConnectorTestError INVALID_OPTIONS.
 * @example
 * services: { dapr: daprSidecar({ components: { statestore: { type: 'state.redis', metadata: { redisHost: '127.0.0.1:6379' } } } }) }
 */
export function daprSidecar(options: DaprSidecarOptions = {}): ServiceConfig {
  return (require('../config/dapr-sidecar') as typeof import('../config/dapr-sidecar')).daprSidecar(options);
}
