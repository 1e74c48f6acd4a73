/** One line on the standard output; never with a credential in it. */
export function log(level: 'INFO' | 'ERROR', message: string): void {
  process.stdout.write(`${new Date().toISOString()} ${level} ${message}\n`);
}
