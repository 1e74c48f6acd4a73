import { isConnectorTestError } from '../errors';
import { safeError } from '../safe-error';
import { EXIT_CODES, type ExitCode } from './command';
import { COMMANDS } from './commands/commands';
import { parseCommandLine } from './parse-command-line';
import { processTerminal, type Terminal } from './terminal';

/** Runs a command line, without the names of Node and of the program. Never rejects. */
export async function runCli(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<ExitCode> {
  try {
    return await parseCommandLine(argv, COMMANDS, terminal);
  } catch (error) {
    terminal.notice(failureText(error));
    return EXIT_CODES.failed;
  }
}

/** The message of an error of ours; any other error is a defect, whose stack helps. */
function failureText(error: unknown): string {
  if (isConnectorTestError(error)) return error.message;
  const safe = safeError(error) as Partial<Error>;
  return `jest-connector failed unexpectedly.\n\n${safe.stack ?? String(safe)}`;
}
