import type { CommandDefinition } from '../command';
import type { ContractOptions } from '../contract/contract-command';

/** `jest-connector contract`. */
export const contract: CommandDefinition<ContractOptions> = {
  name: 'contract',
  summary: 'Writes which requests a running app accepts',
  details:
    'Reads the input contract, the request bodies in openapi.json and the manifest, as far as the app serves them. ' +
    'Commit the file: `standardScenarios({ contract })` makes scenarios of it. ' +
    'An existing contract is replaced, and what has changed is printed. Any other file is kept.',
  args: [],
  options: [
    { flags: '--out <file>', description: 'The file to write', defaultValue: 'contract.json' },
    {
      flags: '--url <url>',
      description: 'The app; else the environment and `.env` say where it is, or it is http://localhost:8000',
    },
    { flags: '--entrypoint <names...>', description: "The app's entry points, in addition to the default one" },
    { flags: '--check', description: 'Write nothing, and fail if the file is not current' },
  ],
  examples: [
    { commandLine: 'npx jest-connector contract', meaning: 'writes contract.json' },
    {
      commandLine: 'npx jest-connector contract --url http://127.0.0.1:8765 --out tests/contract.json',
      meaning: 'reads another app, and writes another file',
    },
    { commandLine: 'npx jest-connector contract --check', meaning: 'compares contract.json with the app' },
  ],
  exitCodes: {
    done: 'The file was written, or is current.',
    failed: 'The app serves no contract, or could not be reached. With `--check`: the file is not current.',
  },
  run: (input) =>
    (require('../contract/contract-command') as typeof import('../contract/contract-command')).runContract(input),
};
