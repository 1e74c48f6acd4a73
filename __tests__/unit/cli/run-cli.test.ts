import { COMMANDS } from '../../../src/cli/commands/commands';
import { runCli } from '../../../src/cli/run-cli';
import { recordedTerminal } from '../../support/recorded-terminal';

const { version } = require('../../../package.json') as { version: string };

async function run(...argv: string[]): Promise<{ exitCode: number; printed: string; notices: string }> {
  const terminal = recordedTerminal();
  const exitCode = await runCli(argv, terminal);
  return { exitCode, printed: terminal.printed.join('\n'), notices: terminal.notices.join('\n') };
}

test('help lists all commands, on standard output', async () => {
  const { exitCode, printed, notices } = await run('--help');
  expect(exitCode).toBe(0);
  expect(notices).toBe('');
  for (const { name, summary } of COMMANDS) expect(printed).toMatch(new RegExp(`^ +${name}\\b.* ${summary}$`, 'm'));
});

test('a command line without a command prints the help on standard error and is wrong usage', async () => {
  const { exitCode, printed, notices } = await run();
  expect(exitCode).toBe(2);
  expect(printed).toBe('');
  expect(notices).toContain('Usage: jest-connector <command> [options]');
});

test('the version is that of the package', async () => {
  expect(await run('--version')).toEqual({ exitCode: 0, printed: version, notices: '' });
});

test('an unknown command is wrong usage, with the nearest name', async () => {
  const { exitCode, printed, notices } = await run('shwo');
  expect(exitCode).toBe(2);
  expect(printed).toBe('');
  expect(notices).toContain("unknown command 'shwo'");
  expect(notices).toContain('Did you mean show?');
  expect(notices).toContain('Fix: see `npx jest-connector --help`.');
});

test('an unknown option is wrong usage, with the nearest name', async () => {
  const { exitCode, notices } = await run('show', '--no-opne');
  expect(exitCode).toBe(2);
  expect(notices).toContain('Did you mean --no-open?');
  expect(notices).toContain('Fix: see `npx jest-connector show --help`.');
});

test('a failed command prints the message of its error and exits with 1', async () => {
  const { exitCode, printed, notices } = await run('show', 'no such folder');
  expect(exitCode).toBe(1);
  expect(printed).toBe('');
  expect(notices).toMatch(/^There is no report in "no such folder"\.\n\n {2}Why: /);
});

test('an unexpected error is printed with its stack, without its secrets, and exits with 1', async () => {
  const terminal = recordedTerminal();
  const failing = { ...terminal, print: () => fail('password=hunter2-hunter2') };
  expect(await runCli(['--version'], failing)).toBe(1);
  const text = terminal.notices.join('\n');
  expect(text).toMatch(/^jest-connector failed unexpectedly\.\n\nError: /);
  expect(text).toContain('at fail');
  expect(text).not.toContain('hunter2');
});

function fail(message: string): never {
  throw new Error(message);
}
