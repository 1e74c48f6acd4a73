import { ConnectorTestError, withFrames } from '../../errors';

/** The configuration names an app, or services, that were not started. */
export function setupNotRun(): ConnectorTestError {
  return new ConnectorTestError('SETUP_NOT_RUN', {
    what: "The preset's global setup did not run.",
    why: 'the app or services in `globals.connector` were not started, for one of these reasons:\nthe Jest config has no preset "jest-connector";\nanother globalSetup, in the config or on the command line, replaces the preset’s;\nseveral projects have the same configuration.',
    fix: 'call setupConnector(globalConfig, projectConfig) from your globalSetup,\nand teardownConnector() from your globalTeardown.\nWith several projects, use the preset or withConnector in each.',
  });
}

/** The set-up of a scenario's block failed; the block's first scenario reports it in full. */
export function notRunError(): ConnectorTestError {
  const error = new ConnectorTestError('SETUP_FAILED', {
    what: "Not run: the block's set-up failed (see its first scenario).",
  });
  return withFrames(error);
}
