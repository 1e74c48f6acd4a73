import { ConnectorTestError, withFrames } from '../../errors';

/** The configuration names an app, or services, that were not started. */
export function setupNotRun(): ConnectorTestError {
  return new ConnectorTestError('SETUP_NOT_RUN', {
    what: 'The app or services in `globals.connector` were not started: the preset’s global setup did not run.',
    why: 'one of these: the Jest config has no preset "jest-connector"; another globalSetup, in the config or\non the command line, replaces the preset’s; or several projects have the same configuration.',
    fix: 'call setupConnector(globalConfig, projectConfig) from your globalSetup, and teardownConnector()\nfrom your globalTeardown. With several projects, use the preset or withConnector in each.',
  });
}

/** The set-up of a scenario's block failed; the block's first scenario reports it in full. */
export function notRunError(name: string): ConnectorTestError {
  const error = new ConnectorTestError('SETUP_FAILED', {
    what: `Scenario "${name}" was not run: the set-up of its block failed (see the block's first scenario).`,
  });
  return withFrames(error);
}
