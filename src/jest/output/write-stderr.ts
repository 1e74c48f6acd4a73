import { redactText } from '../../redaction/process-redactor';

/** The single entry point to standard error: a string without secrets, in one write, so that those of several workers do not mix. */
export function writeStderr(text: string): void {
  process.stderr.write(redactText(text));
}
