import type { CommandDefinition } from '../command';
import type { StrengthCommandOptions } from '../strength/measure-strength';

/** `jest-connector strength`. */
export const strength: CommandDefinition<StrengthCommandOptions> = {
  name: 'strength',
  summary: 'Reports which broken responses the scenarios would accept',
  details:
    'Runs the suite once with Jest. After each scenario that passed, its checks run again on changed copies of its ' +
    'response; no further request is sent. Prints what each scenario would accept and the checks to add. The output of ' +
    'Jest goes to standard error.',
  args: [
    { flags: '[jest-arguments...]', description: 'Arguments for Jest: paths of test files, and options after `--`' },
  ],
  options: [
    {
      flags: '--min <percent>',
      description: 'Fail if the mutation score, which counts broken responses, is below this',
    },
    { flags: '--json', description: 'Print one JSON object' },
    { flags: '--report <folder>', description: 'Keep the report of the run, with its page, in this folder' },
  ],
  examples: [
    { commandLine: 'npx jest-connector strength', meaning: 'judges the whole suite' },
    { commandLine: 'npx jest-connector strength -- -t preflight', meaning: 'judges the scenarios that `-t` selects' },
    { commandLine: 'npx jest-connector strength --min 80', meaning: 'fails a CI job below 80 %' },
  ],
  exitCodes: {
    done: 'The run passed, and the score reaches `--min`.',
    failed: 'The run failed, nothing was judged, or the score is below `--min`.',
  },
  run: (input) =>
    (require('../strength/measure-strength') as typeof import('../strength/measure-strength')).measureStrength(input),
};
