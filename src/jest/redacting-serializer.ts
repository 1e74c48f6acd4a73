import { redactText } from '../redaction/process-redactor';

/** Keeps secrets out of snapshots: a snapshot is committed. */
export const redactingSerializer = {
  test: (value: unknown): boolean => typeof value === 'string' && redactText(value) !== value,
  serialize: (value: string): string => JSON.stringify(redactText(value)),
};
