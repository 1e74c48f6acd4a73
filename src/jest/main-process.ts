import type { GlobalSettings, ProjectSettings } from './setup-connector';
import type { withConnector as WithConnector } from './with-connector';

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
  (require('./with-connector') as typeof import('./with-connector')).withConnector(config)) as typeof WithConnector;

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
  return (require('./setup-connector') as typeof import('./setup-connector')).setupConnector(
    globalConfig,
    projectConfig,
  );
}

/** Stops what {@link setupConnector} started; call it from your `globalTeardown`. Does nothing when nothing was started. */
export function teardownConnector(): Promise<void> {
  return (require('./teardown-connector') as typeof import('./teardown-connector')).teardownConnector();
}
