import { configureRedaction, learnSecretsOf } from '../../redaction/process-redactor';
import { isRecord, isText } from '../../validation/shape';

/** Makes redaction in this process as `globals.connector` says, valid or not: messages may show what it holds. */
export function applyRedaction(connector: unknown): void {
  const { redact, secretNames } = isRecord(connector) ? connector : {};
  const names = Array.isArray(secretNames) ? secretNames.filter(isText) : [];
  configureRedaction({ names, off: redact === false });
  // Headers, and the environment of what is started.
  learnSecretsOf(connector);
}
