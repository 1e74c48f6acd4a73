import { configureRedaction, learnSecretsOf } from '../../redaction/process-redactor';
import { isRecord, isText } from '../../validation/shape';

/** Configures redaction in this process from `globals.connector`, even an invalid one: messages may show its values. */
export function applyRedaction(connector: unknown): void {
  const { redact, secretNames } = isRecord(connector) ? connector : {};
  const names = Array.isArray(secretNames) ? secretNames.filter(isText) : [];
  configureRedaction({ names, off: redact === false });
  // Secrets in headers, and in the environment of services.
  learnSecretsOf(connector);
}
