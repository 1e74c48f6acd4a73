import { redactText } from '../../redaction/process-redactor';

/**
 * The single entry point to standard error. Redacts the string and writes it at once, so that the output of several
 * workers isn't interleaved.
 */
export function writeStderr(text: string): void {
  process.stderr.write(redactText(text));
}

/**
 * Writes commands that GitHub Actions executes, one per line. They must be made of redacted strings, and escaped: see
 * `annotationCommand`.
 */
export function writeWorkflowCommands(lines: readonly string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}
