import { type CommandDefinition, type CommandPart } from '../../src/cli/command';
import { COMMANDS } from '../../src/cli/commands/commands';
import type { Part } from './fill-page';
import { code, table } from './markdown';

/** The generated parts of the page about the command line. */
export const COMMAND_PARTS: Readonly<Record<string, Part>> = {
  commands: () => table(['command', 'what it does'], COMMANDS.map(commandRow)),
  'command-details': () => COMMANDS.map(commandSection).join('\n\n'),
};

function commandRow({ name, summary }: CommandDefinition): string[] {
  return [`[${code(name)}](#${name})`, summary];
}

function commandSection({ name, summary, details, args, options, examples, exitCodes }: CommandDefinition): string {
  return [
    `## ${name}`,
    `${summary}. ${details}`,
    ['```sh', ...examples.map(({ commandLine, meaning }) => `${commandLine} # ${meaning}`), '```'].join('\n'),
    table(['argument or option', 'default', 'meaning'], [...args, ...options].map(partRow)),
    table(
      ['exit code', 'meaning'],
      [
        ['0', exitCodes.done],
        ['1', exitCodes.failed],
        ['2', 'Wrong usage.'],
      ],
    ),
  ].join('\n\n');
}

function partRow({ flags, description, defaultValue }: CommandPart): string[] {
  const otherwise = flags.startsWith('<') ? 'required' : 'none';
  return [code(flags), defaultValue === undefined ? otherwise : code(defaultValue), `${description}.`];
}
