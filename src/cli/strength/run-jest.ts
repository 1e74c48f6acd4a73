import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { strengthEnvironment } from '../../env/strength-environment';
import { ConnectorTestError } from '../../errors';
import { endWhenInterrupted } from '../interruption';

/** A run of Jest that judges its checks. */
export interface StrengthRun {
  /** The folder of the project. */
  readonly folder: string;
  /** Arguments for Jest. */
  readonly args: readonly string[];
  /** The folder of the report. */
  readonly report: string;
}

/**
 * Runs the project's own Jest to its end. What it prints goes to standard error.
 *
 * @returns its exit code; `null` if a signal ended it.
 * @throws ConnectorTestError COMMAND_NOT_FOUND
 */
export async function runJest({ folder, args, report }: StrengthRun): Promise<number | null> {
  // With `--ci`, a check that runs again doesn't write a snapshot.
  const child = spawn(process.execPath, [findJest(folder), '--ci', ...args], {
    cwd: folder,
    env: strengthEnvironment(report),
    stdio: ['ignore', process.stderr, process.stderr],
    // Ctrl-C then reaches it once: through us.
    detached: true,
    windowsHide: true,
  });
  const ended = once(child, 'close') as Promise<[number | null]>;
  const release = endWhenInterrupted((signal) => {
    child.kill(signal);
    return ended;
  });
  const [code] = await ended.finally(release);
  return code;
}

function findJest(folder: string): string {
  try {
    return createRequire(join(folder, 'package.json')).resolve('jest/bin/jest');
  } catch {
    throw new ConnectorTestError('COMMAND_NOT_FOUND', {
      what: 'Jest is not installed here.',
      why: `the package "jest" is not in ${join(folder, 'node_modules')}, or in a folder above it.`,
      fix: 'run the command in the folder of the Jest config, after `npm install`.',
    });
  }
}
