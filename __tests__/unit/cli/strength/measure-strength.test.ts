import { runCli } from '../../../../src/cli/run-cli';
import { recordedTerminal } from '../../../support/recorded-terminal';

test.each(['', ' ', 'abc', '101', '-1', 'NaN'])('--min %j is a wrong usage, before anything runs', async (min) => {
  const terminal = recordedTerminal();
  expect(await runCli(['strength', `--min=${min}`], terminal)).toBe(2);
  expect(terminal.notices.join('\n')).toContain(`--min must be a number from 0 to 100, not "${min}"`);
});
