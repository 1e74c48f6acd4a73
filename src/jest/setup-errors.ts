import { ConnectorTestError } from '../errors';

/** The configuration names an app that nobody started. */
export function setupNotRun(): ConnectorTestError {
  return new ConnectorTestError('SETUP_NOT_RUN', {
    what: '`globals.connector.app` was not started: the preset’s global setup did not run for it.',
    why: 'a globalSetup of the Jest config, or of the command line, takes the place of the preset’s; or Jest, which runs a global setup once, ran it for another project.',
    fix: 'call setupConnector(globalConfig, projectConfig) from your globalSetup, and teardownConnector() from your globalTeardown; of several projects, let one have the app, or run them apart with --selectProjects.',
  });
}

/** The set-up of a scenario's block failed; its first scenario tells the whole story. */
export function notRunError(name: string): ConnectorTestError {
  const error = new ConnectorTestError('SETUP_FAILED', {
    what: `Scenario "${name}" was not run: the set-up of its block failed, see the block's first scenario.`,
  });
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
