import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { cliCommand } from './run-cli';

/** What to type once the output contains a string. */
export type Typed = readonly [after: string, keys: string];

/** Runs `jest-connector` on a terminal, which `script` of util-linux makes, and types there. */
export function onTerminal(project: string, args: readonly string[], typed: readonly Typed[]): Promise<string> {
  const words = [...cliCommand(project), ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols 120 rows 40; ${words}`;
  return new Promise((resolve, reject) => {
    const child = spawn('script', ['--quiet', '--flush', '--command', command, '/dev/null'], { cwd: project });
    const left = [...typed];
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += stripVTControlCharacters(text);
      const [next] = left;
      if (next === undefined || !output.includes(next[0])) return;
      left.shift();
      child.stdin.write(next[1]);
    });
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}
