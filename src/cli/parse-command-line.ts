import { Argument, Command, CommanderError, Option } from 'commander';
import { packageVersion } from '../jest/package-version';
import { type CommandDefinition, EXIT_CODES, type ExitCode } from './command';
import type { Terminal } from './terminal';

const PROGRAM = 'npx jest-connector';

/** Runs the command that `argv` names; commander prints help, the version, and what is wrong with the command line. */
export async function parseCommandLine(
  argv: readonly string[],
  definitions: readonly CommandDefinition[],
  terminal: Terminal,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODES.done;
  const program = createProgram(definitions, terminal, (code) => (exitCode = code));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.wrongUsage;
  }
}

function createProgram(
  definitions: readonly CommandDefinition[],
  terminal: Terminal,
  finished: (exitCode: ExitCode) => void,
): Command {
  const program = new Command('jest-connector')
    .usage('<command> [options]')
    .description('The command line of jest-connector. Paths are relative to the current folder.')
    .version(packageVersion(__filename), '--version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .helpCommand('help [command]', 'Print the help of a command')
    .addHelpText('after', `\nExit codes: 0 done, 1 failed, 2 wrong usage. \`${PROGRAM} <command> --help\` says more.`);
  settle(program, PROGRAM, terminal);
  for (const definition of definitions) program.addCommand(createCommand(definition, terminal, finished));
  return program;
}

function createCommand(
  definition: CommandDefinition,
  terminal: Terminal,
  finished: (exitCode: ExitCode) => void,
): Command {
  const command = new Command(definition.name)
    .summary(definition.summary)
    .description(`${definition.summary}. ${definition.details}`)
    .helpOption('-h, --help', 'Print this help')
    .addHelpText('after', `\n${textBelow(definition)}`);
  for (const { flags, description, defaultValue } of definition.args) {
    command.addArgument(new Argument(flags, description).default(defaultValue));
  }
  for (const { flags, description, defaultValue } of definition.options) {
    command.addOption(new Option(flags, description).default(defaultValue));
  }
  settle(command, `${PROGRAM} ${definition.name}`, terminal);
  return command.action(async () => {
    const args = command.processedArgs.flat().filter((arg) => arg !== undefined) as string[];
    finished(await definition.run({ args, options: command.opts(), terminal }));
  });
}

function settle(command: Command, name: string, terminal: Terminal): void {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.notice(text.trimEnd()),
    })
    .showHelpAfterError(`Fix: see \`${name} --help\`.`);
}

function textBelow({ examples, exitCodes }: CommandDefinition): string {
  return [
    'Examples:',
    ...examples.flatMap(({ commandLine, meaning }) => [`  ${commandLine}`, `      ${meaning}`]),
    '',
    'Exit codes:',
    `  0  ${exitCodes.done}`,
    `  1  ${exitCodes.failed}`,
    '  2  Wrong usage.',
  ].join('\n');
}
