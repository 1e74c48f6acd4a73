import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CommandOptions, type CommandResult, runCommand } from './run-command';

/** Runs `jest-connector` of the package that `project` finds, there. */
export function runCli(
  project: string,
  args: readonly string[],
  options: Omit<CommandOptions, 'cwd'> = {},
): Promise<CommandResult> {
  const manifest = createRequire(join(project, 'package.json')).resolve('jest-connector/package.json');
  return runCommand([process.execPath, join(dirname(manifest), 'dist/cli.js'), ...args], { cwd: project, ...options });
}
