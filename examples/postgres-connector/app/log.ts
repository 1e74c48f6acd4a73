/** Writes one line to standard output; it must never contain a credential. */
export function log(level: 'INFO' | 'ERROR', message: string): void {
  process.stdout.write(`${new Date().toISOString()} ${level} ${message}\n`);
}
