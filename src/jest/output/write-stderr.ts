import { redactText } from '../../redaction/process-redactor';

/**
 * The single entry point to standard error. Redacts the string and writes it at once, so that the output of several
 * workers isn't interleaved.
 */
export function writeStderr(text: string): void {
  process.stderr.write(redactText(text));
}
