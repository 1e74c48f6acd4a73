import { redactText } from '../redaction/process-redactor';

/** Where a command writes. Everything is redacted first. */
export interface Terminal {
  /** Prints the result of the command to standard output. */
  print(text: string): void;
  /** Prints notices, progress and problems to standard error. */
  notice(text: string): void;
  /** Whether standard output is a terminal, not a pipe or a file. */
  readonly isInteractive: boolean;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  reportUnwritten(process.stdout);
  return {
    print: (text) => void process.stdout.write(`${redactText(text)}\n`),
    notice: (text) => void process.stderr.write(`${redactText(text)}\n`),
    isInteractive: Boolean(process.stdout.isTTY),
  };
}

/** `jest-connector … | head` closes the pipe before everything was written. After a full disk, one line is enough. */
function reportUnwritten(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Standard output can't be written: ${error.message}\n`);
    process.exitCode = 1;
  });
}
