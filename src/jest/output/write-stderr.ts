import { writeFileSync } from 'node:fs';
import { redactText } from '../../redaction/process-redactor';

/**
 * The single entry point to standard error. Redacts the string and writes it at once, so that the output of several
 * workers isn't interleaved.
 */
export function writeStderr(text: string): void {
  const redacted = redactText(text);
  const accepted: unknown = process.stderr.write(redacted);
  // Jest ends the process itself with `bail`, `forceExit` and in watch mode, and then `write` is a function without effect.
  if (accepted === undefined) writeFileSync(process.stderr.fd, redacted);
}

/**
 * Writes commands that GitHub Actions executes, one per line. They must be made of redacted strings, and escaped: see
 * `annotationCommand`.
 */
export function writeWorkflowCommands(lines: readonly string[]): void {
  // A command must begin a line, and the last line that was written may be open.
  if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`);
}
