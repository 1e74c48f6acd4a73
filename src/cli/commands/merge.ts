import type { CommandDefinition } from '../command';
import type { MergeOptions } from '../merge/merge-reports';

/** `jest-connector merge`. */
export const merge: CommandDefinition<MergeOptions> = {
  name: 'merge',
  summary: 'Makes one report of the reports of several shards',
  details:
    'Reads the `results.jsonl` of each folder and writes all files of a report. Refuses folders that are not parts of ' +
    'one run: the same shard or test twice, different counts of shards, different commits. On GitHub Actions it also ' +
    'appends a step summary.',
  args: [{ flags: '<folder...>', description: 'The folders of the reports' }],
  options: [
    { flags: '--out <folder>', description: 'The folder to write to', defaultValue: 'connector-report' },
    { flags: '--allow-missing', description: 'Accept that shards are missing' },
    { flags: '--json', description: 'Print the totals as JSON' },
  ],
  examples: [
    { commandLine: 'npx jest-connector merge shard-*', meaning: 'writes connector-report' },
    {
      commandLine: 'npx jest-connector merge shard-1 shard-2 --out merged --json',
      meaning: 'writes merged, and prints totals for a script',
    },
  ],
  exitCodes: {
    done: 'The report was written, also if tests in it failed: their own jobs have failed already.',
    failed: 'The reports were not merged, or a shard is missing without `--allow-missing`.',
  },
  run: (input) => (require('../merge/merge-reports') as typeof import('../merge/merge-reports')).mergeReports(input),
};
