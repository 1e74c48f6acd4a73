import { isConnectorTestError } from './errors';
import { redactText, redactValue } from './redaction/process-redactor';

/**
 * An error of the user's code as Jest may print it. One that holds a secret, in its text or in its fields (those of an
 * `AxiosError` are the whole request), is replaced by one with its name, message and stack only, without secrets.
 */
export function safeError(thrown: unknown): unknown {
  if (typeof thrown === 'string') return redactText(thrown);
  if (typeof thrown !== 'object' || thrown === null || isConnectorTestError(thrown)) return thrown;
  if (!('message' in thrown)) return redactValue(thrown);
  return isHarmless(thrown as Error) ? thrown : copyOf(thrown as Error);
}

function isHarmless(error: Error): boolean {
  const text = `${error.message}\n${error.stack ?? ''}`;
  const hasFields = Object.values(error).some((field) => typeof field === 'object' && field !== null);
  return !hasFields && error.cause === undefined && redactText(text) === text;
}

function copyOf({ name, message, stack, cause }: Error): Error {
  const copy = new Error(redactText(String(message)));
  Object.defineProperty(copy, 'name', { value: String(name), configurable: true });
  copy.stack = redactText(String(stack ?? `${name}: ${message}`));
  if (cause !== undefined) Object.defineProperty(copy, 'cause', { value: safeError(cause), configurable: true });
  return copy;
}
