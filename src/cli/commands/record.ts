import type { CommandDefinition } from '../command';
import type { RecordOptions } from '../record/record-options';

/** `jest-connector record`. */
export const record: CommandDefinition<RecordOptions> = {
  name: 'record',
  summary: 'Makes scenarios from the responses of a running app',
  details:
    'Needs --all or --api. Sends a request, twice if it only reads, and writes a scenario whose checks hold for both responses. ' +
    'Ids, times, counts and whatever comes from the source are checked by kind, everything else by value. ' +
    'A new file gets a test beside it; an existing one gets another export, and nothing else in it changes but its import from jest-connector. ' +
    'Secrets and values of the environment become `process.env` lookups. ' +
    'Without --writes, only requests that read are sent.',
  args: [],
  options: [
    { flags: '--all', description: 'Record the plain request of each API, and a refused login' },
    {
      flags: '--api <name>',
      description: 'Record one request: auth, preflight, metadata, workflow, config, or your own API',
    },
    {
      flags: '--args <json>',
      description:
        'The arguments of that request, as JSON or as @ and the path of a file; "${NAME}" is the value of a variable. ' +
        'Credentials come from E2E_<APP>_*, unless the arguments have credentials',
    },
    {
      flags: '--name <name>',
      description: 'The name of the scenario and of its export; with --all, of the export only',
    },
    {
      flags: '--out <file>',
      description:
        'The file to write: .ts, .js, .mjs, .cjs; default: recorded.scenarios in tests/integration/<connector>',
    },
    { flags: '--writes', description: 'Also send what writes, once: a workflow to its end, a configuration' },
    { flags: '--expect-refusal', description: 'Record a refusal; without it, a refused request is not recorded' },
    { flags: '--start', description: 'Start the services and the app of the Jest config, and stop them at the end' },
    { flags: '--url <url>', description: 'The URL of an app that runs, instead of that of the Jest config' },
    { flags: '--config <file>', description: 'The Jest config, if Jest does not find it itself' },
    {
      flags: '--json',
      description: 'Print one JSON object: file, outcome, exportName, test, scenarios, present, leftOut, advice, next',
    },
  ],
  examples: [
    {
      commandLine: 'npx jest-connector record --all --start',
      meaning: 'starts the app, and records every API that reads',
    },
    {
      commandLine: `npx jest-connector record --api metadata --args '{"object_filter": "MY_DB"}' --name metadata_my_db`,
      meaning: 'records one request',
    },
    {
      commandLine:
        'npx jest-connector record --api auth --args @wrong.json --name auth_wrong_password --expect-refusal',
      meaning: 'records a refusal, with the arguments in a file',
    },
    { commandLine: 'npx jest-connector record --all --writes', meaning: 'also runs a workflow to its end' },
  ],
  exitCodes: {
    done: 'The scenarios were written, or the file has all of them. With `--all`, requests that could not be recorded are listed.',
    failed: 'Nothing was written: the app does not run, there are no credentials, or a request could not be recorded.',
  },
  run: (input) => (require('../record/record-command') as typeof import('../record/record-command')).runRecord(input),
};
