import { redactText } from '../../redaction/process-redactor';

/** The door to standard error: a text without secrets, in one write, so that those of several workers do not mix. */
export function writeStderr(text: string): void {
  process.stderr.write(redactText(text));
}
