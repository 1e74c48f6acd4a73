import { ConnectorTestError, withFrames } from '../../errors';

/** The configuration names an app, or services, that nobody started. */
export function setupNotRun(): ConnectorTestError {
  return new ConnectorTestError('SETUP_NOT_RUN', {
    what: 'What `globals.connector` names was not started: the preset’s global setup did not run for this project.',
    why: 'the Jest config has no preset "jest-connector"; or a globalSetup of the config, or of the command line, takes the place of the preset’s; or this file’s project cannot be told from another with the same configuration.',
    fix: 'call setupConnector(globalConfig, projectConfig) from your globalSetup, and teardownConnector() from your globalTeardown; of several projects, give each the preset, or withConnector.',
  });
}

/** The set-up of a scenario's block failed; its first scenario tells the whole story. */
export function notRunError(name: string): ConnectorTestError {
  const error = new ConnectorTestError('SETUP_FAILED', {
    what: `Scenario "${name}" was not run: the set-up of its block failed, see the block's first scenario.`,
  });
  return withFrames(error);
}
