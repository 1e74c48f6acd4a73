import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CommandOptions, type CommandResult, runCommand } from './run-command';

/** Runs `jest-connector` of the package that `project` finds, there. */
export function runCli(
  project: string,
  args: readonly string[],
  options: Omit<CommandOptions, 'cwd'> = {},
): Promise<CommandResult> {
  return runCommand([...cliCommand(project), ...args], { cwd: project, ...options });
}

/** The words that run `jest-connector`. */
export function cliCommand(project: string): readonly string[] {
  const manifest = createRequire(join(project, 'package.json')).resolve('jest-connector/package.json');
  return [process.execPath, join(dirname(manifest), 'dist/cli.js')];
}
