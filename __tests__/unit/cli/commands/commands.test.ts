import { COMMANDS } from '../../../../src/cli/commands/commands';
import { runCli } from '../../../../src/cli/run-cli';
import { recordedTerminal } from '../../../support/recorded-terminal';

const PROGRAM = 'npx jest-connector';

describe.each(COMMANDS.map((command) => [command.name, command] as const))('%s', (name, command) => {
  test('is described so that its help is enough', async () => {
    const terminal = recordedTerminal();
    expect(await runCli([name, '--help'], terminal)).toBe(0);
    const help = terminal.printed.join('\n');
    const parts = [...command.args, ...command.options];
    const texts = [command.summary, ...parts.map(({ description }) => description)];
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z].*[^.]$/);
      expect(help.replace(/\s+/g, ' ')).toContain(text);
    }
    for (const text of [command.details, command.exitCodes.done, command.exitCodes.failed]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(help.replace(/\s+/g, ' ')).toContain(text);
    }
  });

  test('has examples that are its own command lines', () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const { commandLine } of command.examples) {
      expect(commandLine.startsWith(`${PROGRAM} ${name}`)).toBe(true);
      const known = command.options.map(({ flags }) => flags.split(' ')[0]);
      const used = commandLine.match(/--[\w-]+/g) ?? [];
      expect(used.filter((option) => !known.includes(option))).toEqual([]);
    }
  });
});

test('no two commands have one name', () => {
  const names = COMMANDS.map(({ name }) => name);
  expect([...new Set(names)]).toEqual(names);
});
