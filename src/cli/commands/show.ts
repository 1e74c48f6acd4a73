import type { CommandDefinition } from '../command';

/** `jest-connector show`. */
export const show: CommandDefinition<{ readonly open: boolean }> = {
  name: 'show',
  summary: 'Opens the page of a report in the browser',
  details:
    'Prints the address of the page. The browser is opened only if standard output is a terminal. ' +
    'The page is one file without a server: you can also open it yourself, copy it or send it.',
  args: [{ flags: '[folder]', description: 'The folder of the report', defaultValue: 'connector-report' }],
  options: [{ flags: '--no-open', description: 'Only print the address' }],
  examples: [
    { commandLine: 'npx jest-connector show', meaning: 'opens the report of the last run' },
    { commandLine: 'npx jest-connector show merged --no-open', meaning: 'prints the address of the page in `merged`' },
  ],
  exitCodes: { done: 'The address was printed.', failed: 'The folder contains no page.' },
  run: (input) => (require('../show/show-report') as typeof import('../show/show-report')).showReport(input),
};
