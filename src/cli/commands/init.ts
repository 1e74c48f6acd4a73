import type { CommandDefinition } from '../command';
import type { InitOptions } from '../init/choices';

/** `jest-connector init`. */
export const init: CommandDefinition<InitOptions> = {
  name: 'init',
  summary: 'Writes a suite: scenarios, a test, the config',
  details:
    'Detects TypeScript, ES modules, an existing Jest config and an app on the Python app SDK. ' +
    'On a terminal it asks three questions; options replace them. ' +
    'Never overwrites a file: what exists is named and stays as it is.',
  args: [{ flags: '[folder]', description: 'The folder of the project', defaultValue: '.' }],
  options: [
    { flags: '--demo', description: 'Add a small app, so that the first run passes' },
    { flags: '--name <name>', description: 'The name of the connector, if it is not that of the package' },
    { flags: '--app <command>', description: 'The command that starts the app' },
    { flags: '--url <url>', description: 'The URL of the app; without --app, of an app that already runs' },
    { flags: '--github', description: 'Add a GitHub workflow' },
    { flags: '--typescript', description: 'Write TypeScript, whatever the project has' },
    { flags: '--javascript', description: 'Write JavaScript, whatever the project has' },
    { flags: '--yes', description: 'Ask nothing, and change an existing Jest config as its diff shows' },
    { flags: '--json', description: 'Ask nothing, and print one JSON object: files, diff, advice, next' },
  ],
  examples: [
    { commandLine: 'npx jest-connector init --demo', meaning: 'a suite that passes at once' },
    {
      commandLine: 'npx jest-connector init --name shop --app "python main.py" --github',
      meaning: 'a suite for your own app, with a GitHub workflow',
    },
    { commandLine: 'npx jest-connector init --yes', meaning: 'also wraps an existing Jest config in `withConnector`' },
  ],
  exitCodes: { done: 'The files were written, or exist.', failed: 'You cancelled, or a file could not be written.' },
  run: (input) => (require('../init/init') as typeof import('../init/init')).runInit(input),
};
