import type { CommandDefinition } from '../command';
import type { DoctorOptions } from '../doctor/facts';

/** `jest-connector doctor`. */
export const doctor: CommandDefinition<DoctorOptions & { readonly json?: boolean }> = {
  name: 'doctor',
  summary: 'Checks the set-up, with a fix per problem',
  details:
    'Prints one line per check. Has Jest compute its configuration, and checks versions, preset, types, environment, commands, ports and the server. ' +
    'Sends only requests that read: a health check, and the plain request of each API with the credentials of the environment.',
  args: [{ flags: '[folder]', description: 'The folder in which you run Jest', defaultValue: '.' }],
  options: [
    { flags: '--config <file>', description: 'The Jest config, if Jest does not find it itself' },
    { flags: '--start', description: 'Start the services and the app, check them, and stop them' },
    {
      flags: '--writes',
      description: 'Also send what writes, once: start a workflow, which is stopped at once',
    },
    { flags: '--json', description: 'Print one JSON object: ok, findings' },
  ],
  examples: [
    { commandLine: 'npx jest-connector doctor', meaning: 'checks the current folder' },
    { commandLine: 'npx jest-connector doctor --start', meaning: 'starts the app, and checks its APIs too' },
    { commandLine: 'npx jest-connector doctor --json', meaning: 'for scripts' },
  ],
  exitCodes: { done: 'There is no problem. There may be warnings.', failed: 'There is a problem.' },
  run: (input) => (require('../doctor/doctor') as typeof import('../doctor/doctor')).runDoctor(input),
};
