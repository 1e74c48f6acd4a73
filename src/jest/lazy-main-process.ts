import type { DaprSidecarOptions } from '../config/dapr-sidecar';
import type { ServiceConfig } from '../config/service-config';
import type { TemporalDevServerOptions } from '../config/temporal-dev-server';
import type { withConnector as WithConnector } from './preset/with-connector';
import type { GlobalSettings, ProjectSettings } from './setup/setup-connector';

// What the main entry has for Jest's main process. Every test file loads the main entry, so these are loaded when called.

/**
 * Gives a Jest config what `preset: 'jest-connector'` would give it, where the preset is taken or `projects` are used.
 *
 * Your config wins, then your preset, then ours. With a `globalSetup` of your own, call {@link setupConnector} from it.
 *
 * @throws ConnectorTestError INVALID_CONFIGURATION when your preset is not found.
 * @example
 * module.exports = withConnector({ preset: 'some-other-preset' });
 */
export const withConnector = ((config: never) =>
  (require('./preset/with-connector') as typeof import('./preset/with-connector')).withConnector(
    config,
  )) as typeof WithConnector;

/**
 * Gets ready what scenarios need, for those who have a `globalSetup` of their own: loads `.env`, checks
 * `globals.connector`, starts its `app` or checks that the server is up. When it fails, nothing that it started is left.
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

/** Stops what {@link setupConnector} started; call it from your `globalTeardown`. Does nothing when nothing was started. */
export function teardownConnector(): Promise<void> {
  return (require('./setup/teardown-connector') as typeof import('./setup/teardown-connector')).teardownConnector();
}

/**
 * An entry of `globals.connector.services` that starts Temporal's development server, waits until it serves, and hands
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
 * An entry of `globals.connector.services` that starts Dapr's sidecar with the components that the app SDK looks for,
 * waits until it serves, and hands its address to the app and the tests: `DAPR_HTTP_PORT`, `DAPR_GRPC_PORT`,
 * `DAPR_COMPONENTS_PATH`. Needs the Dapr runtime, `daprd`.
 *
 * @throws ConnectorTestError INVALID_OPTIONS.
 * @example
 * services: { dapr: daprSidecar({ components: { statestore: { type: 'state.redis', metadata: { redisHost: '127.0.0.1:6379' } } } }) }
 */
export function daprSidecar(options: DaprSidecarOptions = {}): ServiceConfig {
  return (require('../config/dapr-sidecar') as typeof import('../config/dapr-sidecar')).daprSidecar(options);
}
